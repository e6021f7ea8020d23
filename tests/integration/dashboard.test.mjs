// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who gets to the dashboard, how, and what it shows.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { getAs, logInByForm, temporaryCredentials } from './support/basic.mjs';
import { disposeAll, roomOf } from './support/client.mjs';
import { Edge, runToEnd, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { setKeyPool } from './support/keys.mjs';
import { Pages } from './support/pages.mjs';
import { rows, rowsIfAny } from './support/records.mjs';
import { until } from './support/wait.mjs';

const admin = { CT_DASHBOARD_USER: 'yourusername', CT_DASHBOARD_PASSWORD: 'changethis' };
const asAdmin = (url, path, options) => getAs(url, path, 'yourusername', 'changethis', options);
const html = { accept: 'text/html,*/*' };

describe('the dashboard', () => {
  let edge;
  before(async () => {
    setKeyPool(3);
    edge = await Edge.start({ ...admin, CT_LOGIN_FAILURES_TO_LOCK: '1000' });
  });
  after(() => edge?.stop());

  it('asks for user and password, and takes the right ones only', async () => {
    const stranger = await send(edge.url, 'GET', '/dashboard');
    assert.equal(stranger.status, 401);
    assert.match(stranger.headers['www-authenticate'], /^Basic realm=/);
    assert.equal((await asAdmin(edge.url, '/dashboard')).status, 200);
    for (const [user, password] of [['yourusername', 'wrong'], ['other', 'changethis'], ['', ''], ['yourusername', '']]) {
      assert.equal((await getAs(edge.url, '/dashboard', user, password)).status, 401, user);
    }
    for (const authorization of ['Basic', 'Basic !', 'Bearer abc', `Basic ${Buffer.from('nocolon').toString('base64')}`]) {
      assert.equal((await send(edge.url, 'GET', '/dashboard', { headers: { authorization } })).status, 401, authorization);
    }
  });

  it('keeps to a strict policy', async () => {
    const page = await asAdmin(edge.url, '/dashboard');
    assert.match(page.headers['content-security-policy'], /default-src 'none'.*frame-ancestors 'none'/);
    assert.doesNotMatch(page.headers['content-security-policy'], /unsafe/);
    assert.equal(page.headers['x-content-type-options'], 'nosniff');
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
  });

  it('shows who is there and what has happened', async () => {
    const peers = await roomOf(edge.url, 2);
    const state = await until(async () => {
      const now = await (await asAdmin(edge.url, '/dashboard/state.json')).json();
      return now.history?.activity.filter(entry => entry.kind === 'session.joined').length === 2 && now;
    }, { timeout: 5_000, what: 'the session on the dashboard' });
    const { licence, ...now } = state.now;
    assert.deepEqual({ ...now, uptimeSeconds: 0, version: '' },
      { usersOnline: 3, usersInSessions: 3, sessions: 1, connections: 3, uptimeSeconds: 0, version: '', degraded: '' });
    assert.deepEqual([licence.state, licence.seatsUsed, licence.seatsLimit], ['none', 3, 0]);
    assert.equal(state.credentials, 'CT_DASHBOARD_USER and CT_DASHBOARD_PASSWORD');
    // B-44: what the server itself does is among it.
    assert.deepEqual(state.history.activity.map(entry => entry.kind).reverse().filter(kind => /^s/.test(kind)),
      ['server.started', 'session.created', 'session.joined', 'session.joined']);
    assert.equal(state.history.month.sessions, 1);
    assert.equal(state.history.month.users, 3);
    assert.equal(state.history.month.mostParticipants, 3);
    assert.equal(state.formToken, undefined);
    disposeAll(peers);
  });

  it('answers a seeded database exactly', async () => {
    const seeded = await Edge.start(admin);
    const now = Date.now();
    const session = (id, begun, length, most) =>
      `INSERT INTO sessions VALUES ('${id}','h','','Unverified',${now - begun},${now - begun + length},'',${most});`;
    const person = (id, n, name, email, begun) =>
      `INSERT INTO participations VALUES ('${id}','p${n}',0,'${name}','${email}','x','','',${now - begun},${now},'');`;
    const day = 86_400_000;
    rows(seeded.stateDir, [session('a', day, 60_000, 2), session('b', 2 * day, 120_000, 5), session('old', 31 * day, 999_000, 99),
      person('a', 1, 'Ann', '', day), person('a', 2, 'Bob', 'b@x', day), person('b', 1, 'Bobby', 'b@x', 2 * day), person('old', 1, 'Old', '', 31 * day),
      `INSERT INTO downloads (boot, sequence, at_ms, ide, file, address) VALUES ('b',1,${now - day},'vscode','f',''),('b',2,${now - 31 * day},'vscode','f','');`].join(''));
    const { month } = (await (await asAdmin(seeded.url, '/dashboard/state.json')).json()).history;
    assert.deepEqual(month, { sessions: 2, averageSeconds: 90, longestSeconds: 120, averageParticipants: 3.5, mostParticipants: 5, users: 2, downloads: 1 });
    await seeded.stop();
  });

  it('B-26: counts downloads by the days of its zone', async () => {
    const east = await Edge.start({ ...admin, CT_TIME_ZONE: 'Asia/Kathmandu' });
    // There, 5 hours and 45 minutes ahead, the 2nd begins at 18:15 of the 1st.
    const at = time => Date.parse(`2026-03-01T${time}Z`);
    rows(east.stateDir, `INSERT INTO downloads (boot, sequence, at_ms, ide, file, address) VALUES ('b',1,${at('18:14:59')},'vscode','f',''),
      ('b',2,${at('18:15:00')},'vscode','f',''),('b',3,${at('23:59:59')},'vscode','f',''),('b',4,${at('18:16:00')},'eclipse','f','');`);
    const { bytes } = await asAdmin(east.url, '/dashboard/api/download/metrics.tar.gz');
    const csv = execFileSync('tar', ['xzO', 'download-metrics.csv'], { input: bytes, encoding: 'utf8' });
    assert.deepEqual(csv.trim().split('\r\n').slice(1), ['2026-03-01,"vscode",1', '2026-03-02,"eclipse",1', '2026-03-02,"vscode",2']);
    await east.stop();
  });

  it('hands out the logs and the tables', async () => {
    const download = name => asAdmin(edge.url, `/dashboard/api/download/${name}`);
    const log = await download('server.log');
    assert.equal(log.status, 200);
    assert.match(log.body, /services now available on port/);
    assert.match(log.headers['content-disposition'], /attachment; filename="server.log"/);
    assert.equal((await download('sessions.log')).status, 200);
    assert.equal((await download('other.log')).status, 404);
    assert.equal((await send(edge.url, 'GET', '/dashboard/api/download/server.log')).status, 401);
    const archive = await download('metrics.tar.gz');
    assert.equal(archive.status, 200);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ct-tables-'));
    execFileSync('tar', ['xz', '-C', folder], { input: archive.bytes });
    assert.deepEqual(fs.readdirSync(folder).sort(), ['download-metrics.csv', 'session-metrics.csv']);
    const sessions = fs.readFileSync(path.join(folder, 'session-metrics.csv'), 'utf8').split('\r\n');
    assert.equal(sessions[0], 'session,host,provider,started,ended,seconds,most_participants,end_reason');
    assert.match(sessions[1], /^"\w{24}","Hana Host","Unverified",\d{4}-\d\d-\d\dT[\d:.]+Z,/);
    fs.rmSync(folder, { recursive: true });
  });
});

describe('the dashboard\'s seats and licence', () => {
  let edge;
  let pages;
  before(async () => {
    // What nobody has signed is invalid, but its limit counts.
    edge = await Edge.start({ ...admin, CT_LICENSEE: 'Größe AG', CT_MAXCONNECTIONS: '500', CT_EXPIRATION: '2099/12/31', CT_SIGNATURE: 'bm9uZQ' });
    pages = new Pages(edge.url);
  });
  after(async () => {
    await edge?.stop();
    pages?.dispose();
  });

  it('are told in both languages (B-17)', async () => {
    const { licenceLine, seatsText } = await pages.module('/dashboard/licence.js');
    const peers = await roomOf(edge.url, 2);
    const { licence } = (await (await asAdmin(edge.url, '/dashboard/state.json')).json()).now;
    disposeAll(peers);
    const english = (await pages.wordsFor('dashboard', 'en')).text;
    const german = (await pages.wordsFor('dashboard', 'de')).text;
    const both = (tell, of) => [tell(of, english), tell(of, german)];
    assert.deepEqual(both(seatsText, licence), ['3 of 500', '3 von 500']);
    assert.deepEqual(both(licenceLine, licence), [`Invalid licence: ${licence.fault}`, `Ungültige Lizenz: ${licence.fault}`]);
    assert.match(licence.fault, /./);
    assert.deepEqual(both(seatsText, { seatsUsed: 23, seatsLimit: 0 }), ['23, no limit', '23, ohne Grenze']);
  });

  it('has a line for each state', async () => {
    const { licenceLine } = await pages.module('/dashboard/licence.js');
    const { text } = await pages.wordsFor('dashboard', 'en');
    const of = more => licenceLine({ licensee: 'A', expiration: '2030/01/31', fault: '', clockSetBack: false, ...more }, text);
    assert.equal(of({ state: 'none' }), 'No licence: community mode');
    assert.equal(of({ state: 'valid', daysLeft: 390 }), 'Licence of A: valid through 2030/01/31, days left: 390');
    assert.equal(of({ state: 'expiring', daysLeft: 9 }), 'Licence of A: expires soon, valid through 2030/01/31, days left: 9');
    assert.equal(of({ state: 'expired', daysLeft: -3 }), 'Licence of A: expired, its last day was 2030/01/31');
    assert.equal(of({ state: 'none', clockSetBack: true }), 'No licence: community mode. The clock is set back behind a day that it has shown before.');
  });

  it('have a place, and all words are there in both languages', async () => {
    const names = ['dashboard.js', 'licence.js', 'texts.js'].map(name => `/dashboard/${name}`);
    const [script, licence, texts] = await Promise.all(names.map(async where => (await send(edge.url, 'GET', where)).body));
    const page = (await asAdmin(edge.url, '/dashboard')).body;
    const words = [...`${script}${licence}`.matchAll(/text\('(\w+)'/g), ...script.matchAll(/^ {8}\['(\w+)', /gm), ...page.matchAll(/data-text="(\w+)"/g)].map(match => match[1]);
    assert.ok(words.includes('seats') && words.length > 25, `${words}`);
    for (const word of words) assert.equal(texts.split(new RegExp(`^ {8}${word}: `, 'm')).length, 3, word);
    const places = [...script.matchAll(/(?:part|showTiles)\('(\w+)'/g)].map(match => match[1]);
    assert.ok(places.includes('licence'), `${places}`);
    for (const id of places) assert.match(page, new RegExp(`id="${id}"`), id);
  });
});

describe('the login form', () => {
  let edge;
  before(async () => (edge = await Edge.start(admin)));
  after(() => edge?.stop());

  it('is where a browser is sent', async () => {
    for (const [from, to] of [['/dashboard', 'dashboard/login'], ['/logs', 'dashboard/login'], ['/logs/server.log', '../dashboard/login']]) {
      const answer = await send(edge.url, 'GET', from, { headers: html });
      assert.equal(answer.status, 303, from);
      assert.equal(answer.headers.location, to);
    }
  });

  it('opens a session by a cookie that only this server gets back', async () => {
    const { answer, cookie } = await logInByForm(edge.url, 'yourusername', 'changethis');
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, '../dashboard');
    const [line] = answer.headers['set-cookie'];
    assert.match(line, /^__Host-ct-dashboard=\w{24}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    assert.equal((await send(edge.url, 'GET', '/dashboard', { headers: { cookie } })).status, 200);
    assert.equal((await send(edge.url, 'GET', '/logs', { headers: { cookie } })).status, 200);
  });

  it('refuses others in the same words', async () => {
    const wrong = await logInByForm(edge.url, 'yourusername', 'wrong');
    const unknown = await logInByForm(edge.url, 'nobody', 'wrong');
    const bare = answer => answer.body.replace(/[0-9a-f]{64}/g, '');
    assert.equal(wrong.answer.status, 401);
    assert.equal(unknown.answer.status, 401);
    assert.equal(bare(wrong.answer), bare(unknown.answer));
    assert.match(wrong.answer.body, /data-state="refused"/);
    assert.doesNotMatch(wrong.answer.body, /nobody|wrong/);
  });

  it('takes no form of another page', async () => {
    const forged = await logInByForm(edge.url, 'yourusername', 'changethis', { token: '0'.repeat(64) });
    assert.match(forged.answer.body, /data-state="again"/);
    const foreign = await logInByForm(edge.url, 'yourusername', 'changethis', { headers: { origin: 'https://evil.example' } });
    assert.equal(foreign.answer.status, 403);
    const own = await logInByForm(edge.url, 'yourusername', 'changethis', { headers: { origin: edge.url } });
    assert.equal(own.answer.status, 303);
    // What browsers send under Referrer-Policy: no-referrer.
    const bare = await logInByForm(edge.url, 'yourusername', 'changethis', { headers: { origin: 'null', 'sec-fetch-site': 'same-origin' } });
    assert.equal(bare.answer.status, 303);
    const forgedBare = await logInByForm(edge.url, 'yourusername', 'changethis', { token: '0'.repeat(64), headers: { origin: 'null', 'sec-fetch-site': 'same-origin' } });
    assert.match(forgedBare.answer.body, /data-state="again"/);
  });

  it('ends the session at logout, which another page cannot do', async () => {
    const { cookie } = await logInByForm(edge.url, 'yourusername', 'changethis');
    const { formToken } = await (await send(edge.url, 'GET', '/dashboard/state.json', { headers: { cookie } })).json();
    const type = { 'content-type': 'application/x-www-form-urlencoded', cookie };
    assert.equal((await send(edge.url, 'POST', '/dashboard/logout', { headers: type, body: 'token=x' })).status, 403);
    assert.equal((await send(edge.url, 'GET', '/dashboard', { headers: { cookie } })).status, 200);
    const out = await send(edge.url, 'POST', '/dashboard/logout', { headers: type, body: `token=${formToken}` });
    assert.equal(out.status, 303);
    assert.equal((await send(edge.url, 'GET', '/dashboard', { headers: { cookie } })).status, 401);
  });

  it('is kept by the audit, without what strangers typed', async () => {
    await logInByForm(edge.url, 'typed canary', 'wrong');
    await until(() => rowsIfAny(edge.stateDir, 'SELECT * FROM audit WHERE kind = \'dashboard.refused\'').length >= 2);
    const audit = JSON.stringify(rows(edge.stateDir, 'SELECT * FROM audit'));
    assert.match(audit, /dashboard\.login/);
    assert.doesNotMatch(audit, /typed canary/);
  });
});

describe('credentials', () => {
  it('come from CT_LOGS_* where there are no others', async () => {
    const edge = await Edge.start({ CT_LOGS_USER: 'logs', CT_LOGS_PASSWORD: '\'changethis\'' });
    assert.equal((await getAs(edge.url, '/dashboard', 'logs', 'changethis')).status, 200);
    assert.doesNotMatch(edge.log('server.log'), /temporary password/);
    await edge.stop();
  });

  it('are generated and told once where none are set, other ones at each start', async () => {
    const stateDir = temporaryFolder();
    const logs = [temporaryFolder(), temporaryFolder()];
    const seen = [];
    for (const folder of logs) {
      const edge = await Edge.start({ CT_SERVER_URL: 'https://live.example.org', CT_LOG_DIR: folder }, { stateDir });
      assert.match(edge.log('server.log'), /can be accessed at https:\/\/live\.example\.org\/dashboard$/m);
      const { user, password } = temporaryCredentials(edge.log('server.log'));
      assert.equal(user, 'ctuser');
      assert.ok(password.length >= 22);
      assert.equal((await getAs(edge.url, '/dashboard', user, password)).status, 200);
      assert.equal(edge.log('server.log').split(password).length, 2);
      seen.push(password);
      edge.signal('SIGHUP');
      await until(() => edge.log('server.log').includes('read again'));
      assert.equal((await getAs(edge.url, '/dashboard', user, password)).status, 200);
      await edge.stop();
    }
    assert.notEqual(seen[0], seen[1]);
    for (const folder of [stateDir, ...logs]) fs.rmSync(folder, { recursive: true });
  });

  it('that are half set follow the rule, which is logged', async () => {
    const edge = await Edge.start({ CT_DASHBOARD_PASSWORD: 'only the password', CT_LOGS_USER: 'logs', CT_LOGS_PASSWORD: 'x' });
    assert.equal((await getAs(edge.url, '/dashboard', 'ctuser', 'only the password')).status, 200);
    assert.equal((await getAs(edge.url, '/dashboard', 'logs', 'x')).status, 401);
    assert.match(edge.log('server.log'), /CT_DASHBOARD_PASSWORD is set without CT_DASHBOARD_USER: the user is ctuser/);
    await edge.stop();
  });

  it('with typographic quotes are refused by name', async () => {
    const ended = await runToEnd({ CT_STATE_DIR: temporaryFolder(), CT_DASHBOARD_PASSWORD: '“changethis”' });
    assert.equal(ended.code, 78);
    assert.match(ended.output, /CT_DASHBOARD_PASSWORD.*straight quotes/);
    assert.doesNotMatch(ended.output, /changethis/);
  });

  it('that an administrator has stored count from the next reload on', async () => {
    const edge = await Edge.start({});
    // What crypto_pwhash_str makes of "stored".
    const hash = '$argon2id$v=19$m=19456,t=2,p=1$eTkVhf66OY/QfBtYVdO2iA$TD7ite4pNfQNNDeDjuljfSv+QspbhHlCPzTrVSWi4yk';
    rows(edge.stateDir, `INSERT INTO credentials VALUES ('kept', '${hash}', 1)`);
    edge.signal('SIGHUP');
    await until(() => /dashboard's credentials were read again \(stored\)/.test(edge.log('server.log')));
    assert.equal((await getAs(edge.url, '/dashboard', 'kept', 'stored')).status, 200);
    const { user, password } = temporaryCredentials(edge.log('server.log'));
    assert.equal((await getAs(edge.url, '/dashboard', user, password)).status, 401);
    await edge.stop();
  });

  it('can not be guessed', async () => {
    const edge = await Edge.start({ ...admin, CT_LOGIN_TRIES_PER_MINUTE: '20' });
    const codes = [];
    for (let count = 0; count < 8; ++count) codes.push((await getAs(edge.url, '/dashboard', 'yourusername', `${count}`)).status);
    assert.deepEqual(codes, [401, 401, 401, 401, 401, 429, 429, 429]);
    const locked = await asAdmin(edge.url, '/dashboard');
    assert.equal(locked.status, 429);
    assert.ok(Number(locked.headers['retry-after']) > 50);
    const form = await logInByForm(edge.url, 'yourusername', 'changethis');
    assert.equal(form.answer.status, 429);
    assert.match(form.answer.body, /data-state="wait:\d+"/);
    await until(() => rowsIfAny(edge.stateDir, 'SELECT * FROM audit WHERE kind = \'dashboard.locked\'').length === 1);
    await edge.stop();
  });
});

describe('a connection in the clear', () => {
  const stranger = { 'x-forwarded-for': '203.0.113.7' };
  let edge;
  before(async () => (edge = await Edge.start(admin)));
  after(() => edge?.stop());

  it('from elsewhere is sent to the encrypted address, before anything is typed', async () => {
    for (const path of ['/dashboard', '/dashboard/login', '/logs']) {
      const answer = await send(edge.url, 'GET', path, { headers: { ...stranger, host: 'edge.example.org' } });
      assert.equal(answer.status, 303, path);
      assert.equal(answer.headers.location, `https://edge.example.org:${edge.ports.https}${path}`);
    }
    const evil = await send(edge.url, 'GET', '/dashboard', { headers: { ...stranger, host: 'a"b' } });
    assert.notEqual(evil.status, 303);
  });

  it('is taken where a trusted proxy says that the client\'s own is encrypted', async () => {
    const headers = { ...stranger, 'x-forwarded-proto': 'https' };
    assert.equal((await asAdmin(edge.url, '/dashboard', { headers })).status, 200);
  });

  it('is not needed', async () => {
    assert.equal((await asAdmin(edge.httpsUrl, '/dashboard', { ca: edge.ca })).status, 200);
  });
});

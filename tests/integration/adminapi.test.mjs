// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The admin API: every operation of its document, and who may call it.

import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AdminClient, audited, base, called, openApi, operations, password, settings, signedIn, user } from './support/adminapi.mjs';
import { temporaryCredentials } from './support/basic.mjs';
import { controlToken } from './support/control.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { envelope, rawGuest, rawHost } from './support/raw.mjs';
import { rows, rowsIfAny } from './support/records.mjs';
import { until } from './support/wait.mjs';

const kind = 'websocket';

describe('the admin API', () => {
  let edge;
  let client;
  before(async () => {
    edge = await Edge.start(settings);
    client = await signedIn(edge);
  });
  after(() => edge?.stop());

  it('serves its own document', async () => {
    assert.deepEqual(await new AdminClient(edge.url).ask('getDocument'), openApi);
    assert.match(openApi.openapi, /^3\.1\./);
  });

  it('denies every operation to strangers, and every other path to everybody', async () => {
    for (const [id, operation] of Object.entries(operations)) {
      if (!operation.security.length) continue;
      const values = Object.fromEntries([...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'x']));
      assert.equal((await new AdminClient(edge.url).call(id, values)).status, 401, id);
    }
    for (const path of ['', '/', '/nothing', '/version/', '/Version', '/version/x', '/sessions//participants/x', '/../v1/version', '/%76ersion/x']) {
      for (const verb of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status, headers } = await send(edge.url, verb, base + path, { headers: { cookie: client.cookie, 'x-csrf-token': client.csrfToken } });
        assert.ok([400, 404].includes(status), `${verb} ${path}: ${status}`);
        if (status === 404 && path) assert.match(headers['content-type'], /^application\/problem\+json/);
      }
    }
  });

  it('tells who is signed in, until they sign out', async () => {
    const other = await signedIn(edge);
    assert.equal((await other.ask('getSignIn')).user, user);
    assert.equal((await other.call('signOut')).status, 204);
    assert.equal((await other.call('getSignIn')).status, 401);
  });

  it('tells what happens by a WebSocket only', async () => {
    const { status, body } = await client.call('watchEvents');
    assert.equal(status, 400);
    assert.match(body, /upgrade-required/);
  });

  it('tells version and health', async () => {
    assert.match((await client.ask('getVersion')).version, /^\d+\.\d+\.\d+/);
    const health = await client.ask('getHealth');
    assert.equal(health.status, 'ok');
    assert.equal(health.pid, edge.pid);
    assert.deepEqual(health.parts.filter(part => !part.good), []);
  });

  it('lists, thins out and ends sessions', async () => {
    const host = await rawHost(edge.url, { kind });
    const guest = await rawGuest(edge.url, host.roomId, { kind });
    // A worker that is too busy to answer counts as it was last.
    const value = await until(async () => {
      const { metrics } = await client.ask('getOverview');
      const find = name => metrics.find(metric => metric.name === name);
      return find('usersOnline').value === 2 && find;
    });
    assert.deepEqual(value('sessionsActive'), { name: 'sessionsActive', value: 1, limit: 10000 });
    assert.equal(value('sessionConnections').value, 2);
    const { sessions, next } = await client.ask('listSessions');
    assert.equal(next, undefined);
    const [session] = sessions;
    assert.equal(session.id, host.roomId);
    const [first, second] = session.participants;
    assert.deepEqual([first.host, second.host], [true, false]);
    assert.deepEqual([second.connected, second.transport, second.address], [true, 'websocket', '127.0.0.1']);

    const inHost = { session: session.id, participant: first.id };
    assert.equal((await client.call('removeParticipant', inHost)).status, 409);
    const inGuest = { session: session.id, participant: second.id };
    assert.equal((await client.call('removeParticipant', inGuest)).status, 204);
    await until(() => guest.disconnects.length);
    assert.deepEqual(host.disconnects, []);
    assert.equal((await client.call('removeParticipant', inGuest)).status, 404);
    const [entry] = await audited(edge, 'admin.participant.remove');
    assert.deepEqual([entry.actor, entry.address, entry.subject], [user, '127.0.0.1', session.id]);

    assert.equal((await client.call('endSession', { session: session.id })).status, 204);
    await until(() => host.disconnects.length);
    assert.equal((await client.call('endSession', { session: session.id })).status, 404);
    assert.equal((await audited(edge, 'admin.session.end')).length, 2);
    assert.deepEqual((await client.ask('listSessions')).sessions, []);
    for (const peer of [host, guest]) peer.close();
  });

  it('pages through sessions', async () => {
    const hosts = [];
    for (let count = 0; count < 3; ++count) hosts.push(await rawHost(edge.url, { kind }));
    const seen = [];
    let after = '';
    do {
      const page = await client.ask('listSessions', {}, { query: { limit: 2, ...(after ? { after } : {}) } });
      seen.push(...page.sessions.map(session => session.id));
      after = page.next;
    } while (after);
    assert.deepEqual(seen, hosts.map(host => host.roomId).sort());
    for (const limit of ['0', '201', '-1', 'x', '1.5']) assert.equal((await client.call('listSessions', {}, { query: { limit } })).status, 400);
    for (const host of hosts) {
      host.send(envelope.leave());
      host.close();
    }
  });

  it('shows, exports and verifies the audit', async () => {
    await client.call('endSession', { session: 'none' });
    const all = await client.ask('listAudit', {}, { query: { limit: 1000 } });
    assert.equal(all.next, undefined);
    const seen = [];
    let before;
    do {
      const page = await client.ask('listAudit', {}, { query: { limit: 3, ...(before ? { before } : {}) } });
      seen.push(...page.entries);
      before = page.next;
    } while (before);
    assert.deepEqual(seen.map(entry => entry.entry), all.entries.map(entry => entry.entry));
    const { entries } = await client.ask('listAudit', {}, { query: { kind: 'admin.session', actor: user, subject: 'none' } });
    assert.deepEqual(entries.map(entry => entry.kind), ['admin.session.end']);
    for (const query of [{ limit: 'x' }, { limit: 1001 }, { since: -1 }, { before: '1.5' }]) assert.equal((await client.call('listAudit', {}, { query })).status, 400);

    const lines = (await client.call('exportAudit', {}, { query: { format: 'ndjson' } })).body.trim().split('\n').map(JSON.parse);
    const stored = rowsIfAny(edge.stateDir, 'SELECT entry FROM audit ORDER BY entry DESC');
    assert.deepEqual(lines.map(line => line.entry), stored.map(row => row.entry));
    const csv = await client.call('exportAudit', {}, { query: { format: 'csv', limit: 2 } });
    assert.equal(csv.body.trim().split('\r\n').length, 3);
    assert.match(csv.headers.link, /^<\?format=csv&limit=2&before=\d+>; rel="next"$/);
    assert.equal((await client.call('exportAudit', {}, { query: { format: 'xml' } })).status, 400);

    const verdict = await client.ask('verifyAudit');
    assert.deepEqual([verdict.sound, verdict.fault], [true, '']);
    assert.ok(verdict.checked >= lines.length);
    const many = await Promise.all(Array.from({ length: 8 }, () => client.ask('verifyAudit')));
    for (const one of many) assert.deepEqual([one.sound, one.fault], [true, '']);
  });

  it('tells how many there were, by the hour', async () => {
    const { stepMs, points } = await client.ask('getUsageHistory');
    assert.equal(stepMs, 3600_000);
    for (const point of points) assert.equal(point.atMs % stepMs, 0);
    for (const days of ['0', '31', 'x']) {
      for (const id of ['getUsageHistory', 'getSeatHistory']) assert.equal((await client.call(id, {}, { query: { days } })).status, 400);
    }
  });
});

describe('seats over time', () => {
  it('are the most of each time, with the limit, and outlive a restart', async () => {
    const stateDir = temporaryFolder();
    let edge = await Edge.start({ ...settings, CT_USAGE_INTERVAL: '1s' }, { stateDir });
    let client = await signedIn(edge);
    const host = await rawHost(edge.url, { kind });
    const guest = await rawGuest(edge.url, host.roomId, { kind });
    const most = async () => Math.max(0, ...(await client.ask('getSeatHistory', {}, { query: { days: 1 } })).points.map(point => point.used));
    await until(async () => await most() === 2, { what: 'two seats' });
    for (const peer of [guest, host]) {
      peer.send(envelope.leave());
      peer.close();
    }
    await edge.stop();
    edge = await Edge.start({ ...settings, CT_USAGE_INTERVAL: '1s' }, { stateDir });
    client = await signedIn(edge);
    assert.equal(await most(), 2);
    const { stepMs, points } = await client.ask('getSeatHistory');
    assert.equal(stepMs, 3600_000);
    for (const point of points) assert.deepEqual([point.atMs % stepMs, point.limit], [0, undefined]);
    await edge.stop();
    fs.rmSync(stateDir, { recursive: true });
  });
});

describe('API tokens', () => {
  let edge;
  let client;
  let stateDir;
  before(async () => {
    stateDir = temporaryFolder();
    edge = await Edge.start(settings, { stateDir });
    client = await signedIn(edge);
  });
  after(async () => {
    await edge?.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('are told once, kept as a hash, and open what an administrator may see and do', async () => {
    const made = await client.call('makeToken', {}, { body: { name: ' backup ', days: 30 } });
    assert.equal(made.status, 201);
    const { token, secret } = JSON.parse(made.body);
    assert.match(secret, /^ctadm_[A-Za-z0-9]{43}$/);
    assert.deepEqual([token.name, token.createdBy, token.expired], ['backup', user, false]);
    assert.equal(token.expiresMs - token.createdMs, 30 * 86_400_000);
    assert.deepEqual((await client.ask('listTokens')).tokens, [token]);
    const [row] = rows(stateDir, 'SELECT * FROM api_tokens');
    assert.equal(row.hash, createHash('sha256').update(secret).digest('hex'));
    for (const file of fs.readdirSync(stateDir).filter(name => /^edge\.sqlite/.test(name))) {
      assert.ok(!fs.readFileSync(path.join(stateDir, file)).includes(secret), file);
    }
    const program = new AdminClient(edge.url, { token: secret });
    await program.ask('getHealth');
    assert.equal((await program.call('endSession', { session: 'none' })).status, 404);
    const [entry] = await audited(edge, 'admin.session.end');
    assert.deepEqual([entry.actor, entry.address], ['token backup', '127.0.0.1']);
    const [making] = await audited(edge, 'admin.token.make');
    assert.deepEqual([making.actor, making.subject, making.detail], [user, token.id, '"backup" for 30 days']);
  });

  it('make no further tokens and change no credentials', async () => {
    const { secret } = await client.ask('makeToken', {}, { body: { name: 'program', days: 1 } });
    const program = new AdminClient(edge.url, { token: secret });
    assert.equal((await program.call('makeToken', {}, { body: { name: 'more', days: 366 } })).status, 403);
    assert.equal((await program.call('setCredentials', {}, { body: { user: 'x', password: 'another password' }, headers: { 'if-match': '*' } })).status, 403);
    assert.equal((await program.call('getSignIn')).status, 403);
  });

  it('outlive a restart, and are worth nothing once revoked', async () => {
    const { token, secret } = await client.ask('makeToken', {}, { body: { name: 'doomed', days: 1 } });
    await edge.stop();
    edge = await Edge.start(settings, { stateDir });
    client = await signedIn(edge);
    const program = new AdminClient(edge.url, { token: secret });
    await program.ask('getHealth');
    assert.equal((await client.call('revokeToken', { token: token.id })).status, 204);
    assert.equal((await program.call('getHealth')).status, 401);
    assert.equal((await client.call('revokeToken', { token: token.id })).status, 404);
    assert.ok(!(await client.ask('listTokens')).tokens.some(one => one.id === token.id));
    assert.deepEqual(rows(stateDir, `SELECT token FROM api_tokens WHERE token = '${token.id}'`), []);
    await audited(edge, 'admin.token.revoke');
  });

  it('have a name and an end', async () => {
    for (const [body, ...fields] of [
      [{ name: '', days: 1 }, 'name'],
      [{ name: 'x'.repeat(81), days: 0 }, 'name', 'days'],
      [{ name: 'x\n', days: 367 }, 'days'],
      [{ name: 'a\u0007b', days: 1 }, 'name'],
    ]) {
      const answer = await client.call('makeToken', {}, { body });
      assert.equal(answer.status, 422);
      assert.deepEqual(JSON.parse(answer.body).errors.map(error => error.field), fields);
    }
    assert.equal((await client.call('makeToken', {}, { body: { name: 'x' } })).status, 400);
  });
});

describe('credentials by the admin API', () => {
  it('that variables set are read only, and say so', async () => {
    const edge = await Edge.start(settings);
    const client = await signedIn(edge);
    const state = await client.call('getCredentials');
    assert.deepEqual(JSON.parse(state.body), { user, source: 'dashboard-variables', managedByEnvironment: true, revision: 1 });
    const refused = await client.call('setCredentials', {}, { body: { user: 'x', password: 'another password' }, headers: { 'if-match': state.headers.etag } });
    assert.equal(refused.status, 409);
    assert.match(refused.body, /CT_DASHBOARD_USER.*managed-by-environment/);
    await edge.stop();
  });

  it('are changed once, by whoever has seen the present ones, and end every sign-in', async () => {
    const edge = await Edge.start({ CT_SERVER_URL: 'https://live.example.org' });
    const first = temporaryCredentials(edge.log('server.log'));
    const client = new AdminClient(edge.url);
    assert.equal((await client.signIn(first.user, first.password)).status, 201);
    const other = new AdminClient(edge.url);
    await other.signIn(first.user, first.password);
    const { headers: { etag } } = await client.call('getCredentials');
    const change = (who, body, tag) => who.call('setCredentials', {}, { body, headers: tag ? { 'if-match': tag } : {} });
    const wanted = { user: 'root', password: 'correct horse' };
    assert.equal((await change(client, wanted)).status, 428);
    assert.equal((await change(client, wanted, '"another"')).status, 412);
    const short = await change(client, { user: 'a:b', password: 'short' }, etag);
    assert.equal(short.status, 422);
    assert.deepEqual(JSON.parse(short.body).errors.map(error => error.field), ['user', 'password']);
    const changed = await change(client, wanted, etag);
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.etag, etag);
    assert.deepEqual([JSON.parse(changed.body).user, JSON.parse(changed.body).source], ['root', 'stored']);
    for (const one of [client, other]) assert.equal((await one.call('getSignIn')).status, 401);
    assert.equal((await client.signIn(first.user, first.password)).status, 401);
    assert.equal((await client.signIn('root', 'correct horse')).status, 201);
    assert.equal((await change(client, wanted, etag)).status, 412, 'seen before the change');
    const entries = await audited(edge, 'credentials.set');
    assert.deepEqual(entries.map(({ actor, address, detail }) => [actor, address, detail]), [['ctuser', '127.0.0.1', 'user ctuser → root']]);
    assert.ok(!JSON.stringify(rows(edge.stateDir, 'SELECT * FROM audit')).includes('correct horse'));
    await edge.stop();
  });
});

describe('the licence by the admin API', () => {
  let edge;
  let client;
  before(async () => {
    edge = await Edge.start(settings);
    client = await signedIn(edge);
  });
  after(() => edge?.stop());
  const texts = { licensee: 'Größe AG', maxConnections: '7', expiration: '2099/01/31', locator: '', signature: 'AAAA' };

  it('is looked at check by check before it is put in', async () => {
    const { state, checks } = await client.ask('getLicence');
    assert.deepEqual([state, checks], ['none', []]);
    const preview = await client.ask('previewLicence', {}, { body: texts });
    assert.equal(preview.state, 'invalid');
    const failed = answer => answer.filter(check => !check.passed).map(check => check.name);
    // This build knows no issuer; licence.test.mjs has one that does.
    assert.deepEqual(failed(preview.checks), ['issuer', 'signature']);
    const rubbish = await client.ask('previewLicence', {}, { body: { ...texts, licensee: '', maxConnections: 'many', expiration: 'soon' } });
    assert.deepEqual(failed(rubbish.checks), ['complete', 'connections', 'expiration', 'issuer', 'signature']);
    assert.equal((await client.ask('getLicence')).state, 'none');
  });

  it('is not put in when a check fails', async () => {
    const { headers: { etag } } = await client.call('getLicence');
    assert.equal((await client.call('installLicence', {}, { body: texts })).status, 428);
    const refused = await client.call('installLicence', {}, { body: texts, headers: { 'if-match': etag } });
    assert.equal(refused.status, 422);
    assert.deepEqual(JSON.parse(refused.body).errors.map(error => error.field), ['issuer', 'signature']);
    assert.equal((await client.call('removeLicence', {}, { headers: { 'if-match': '"x"' } })).status, 412);
    assert.equal((await client.ask('removeLicence', {}, { headers: { 'if-match': etag } })).state, 'none');
    assert.deepEqual((await audited(edge, 'admin.licence.remove')).map(entry => entry.detail), ['none → none']);
  });

  it('that the settings have is read only', async () => {
    const managed = await Edge.start({ ...settings, CT_LICENSEE: 'A', CT_MAXCONNECTIONS: '5', CT_EXPIRATION: '2099/01/31', CT_SIGNATURE: 'AAAA' });
    const other = await signedIn(managed);
    const state = await other.call('getLicence');
    assert.deepEqual([JSON.parse(state.body).state, JSON.parse(state.body).managedByEnvironment], ['invalid', true]);
    assert.equal((await other.call('removeLicence', {}, { headers: { 'if-match': state.headers.etag } })).status, 409);
    await managed.stop();
  });
});

describe('what a server was set to', () => {
  let edge;
  let client;
  let folder;
  let ini;
  before(async () => {
    folder = temporaryFolder();
    ini = path.join(folder, 'edge.ini');
    fs.writeFileSync(ini, '[server]\nserver-owner=Ada\n');
    edge = await Edge.start({ ...settings, CT_INI_FILE: ini, CT_PROMETHEUS_ENABLED: 'true', CT_PROMETHEUS_TOKEN: 'a-token-nobody-may-see' });
    client = await signedIn(edge);
  });
  after(async () => {
    await edge?.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('is told with its sources, and without its secrets', async () => {
    const answer = await client.call('getConfiguration');
    const of = name => JSON.parse(answer.body).settings.find(setting => setting.name === name);
    assert.deepEqual([of('OCT_SERVER_OWNER').value, of('OCT_SERVER_OWNER').source], ['Ada', 'edge.ini']);
    assert.match(of('OCT_SERVER_OWNER').place, /edge\.ini, line 2$/);
    assert.deepEqual([of('CT_PROMETHEUS_ENABLED').source, of('CT_WORKERS').source], ['environment', 'default']);
    assert.equal(of('CT_WORKERS').needsRestart, true);
    assert.equal(of('CT_DASHBOARD_PASSWORD').secret, true);
    for (const secret of [password, 'a-token-nobody']) assert.ok(!answer.body.includes(secret));
  });

  it('tells where metrics go', async () => {
    const metrics = await client.ask('getMetricsIntegration');
    assert.deepEqual([metrics.mode, metrics.statsdHost, metrics.statsdPort, metrics.prometheusToken], ['prometheus', '', 8125, true]);
    assert.deepEqual([metrics.managedFields, metrics.modes], [['prometheusToken'], ['prometheus', 'both']]);
    const { trials } = await client.ask('testMetricsIntegration');
    assert.deepEqual(trials.map(({ way, good }) => [way, good]), [['prometheus', true]]);
    const { mode, statsdHost, statsdPort, statsdProtocol, statsdPrefix } = metrics;
    const body = { mode, statsdHost, statsdPort, statsdProtocol, statsdPrefix };
    assert.equal((await client.call('setMetricsIntegration', {}, { body })).status, 428);
  });

  it('tells who is kept out', async () => {
    assert.deepEqual(await client.ask('listBans'), { bans: [] });
    assert.equal((await client.call('liftBan', { ban: 'none' })).status, 404);
    assert.equal((await client.call('banParticipant', { session: 'none' }, { body: { participant: 'x', by: 'account' } })).status, 404);
  });

  it('tells who is locked out', async () => {
    assert.deepEqual(await client.ask('listLockouts'), { lockouts: [] });
    assert.equal((await client.call('removeLockout', { lockout: 'd1' })).status, 404);
  });

  it('is read anew, and says what came of it', async () => {
    fs.writeFileSync(ini, '[server]\nserver-owner=Grace\n[network]\nworkers=3\n');
    const report = await client.ask('reloadConfiguration');
    assert.deepEqual([report.done, report.changed, report.needRestart], [true, ['OCT_SERVER_OWNER'], ['CT_WORKERS']]);
    const { settings: now } = await client.ask('getConfiguration');
    assert.equal(now.find(setting => setting.name === 'OCT_SERVER_OWNER').value, 'Grace');
    const [entry] = await audited(edge, 'admin.reload');
    assert.equal(entry.actor, user);
    assert.equal((await client.call('getSignIn')).status, 200, 'nobody was signed out');
  });

  it('tells its certificate, and reads it anew', async () => {
    const certificate = await client.ask('getCertificate');
    const real = new X509Certificate(edge.ca);
    assert.equal(certificate.fingerprint, real.fingerprint256);
    assert.equal(certificate.selfSigned, true);
    assert.equal(certificate.notAfterMs, Date.parse(real.validTo));
    assert.ok(certificate.names.includes('localhost'));
    assert.deepEqual(await client.ask('reloadCertificate'), certificate);
    fs.writeFileSync(ini, '[network]\nmax-connections=none\n');
    const refused = await client.call('reloadCertificate');
    assert.equal(refused.status, 409);
    assert.match(refused.body, /CT_MAX_CONNECTIONS/);
  });

  it('lists the packages and how often they were downloaded', async () => {
    const { offered, packages, downloads } = await client.ask('listPackages');
    assert.deepEqual([offered, packages], [true, []]);
    assert.equal((await client.call('beginUpload', {}, { body: { ide: 'eclipse', file: 'x.zip', size: 1 } })).status, 422);
    assert.equal((await client.call('sendPackage', { upload: 'none' }, { bytes: 'x' })).status, 404);
    assert.equal((await client.call('removePackage', { ide: 'vscode', file: 'none.vsix' })).status, 404);
    assert.deepEqual(downloads, ['vscode', 'intellij', 'eclipse'].map(ide => ({ ide, count: 0 })));
  });
});

describe('the logs by the admin API', () => {
  let edge;
  let client;
  before(async () => {
    edge = await Edge.start(settings);
    client = await signedIn(edge);
  });
  after(() => edge?.stop());

  it('are listed, read from the end or from somewhere on, and downloaded', async () => {
    const { files } = await client.ask('listLogs');
    assert.ok(files.some(file => file.name === 'server.log' && file.size > 0));
    const tail = await client.ask('readLog', { log: 'server.log' }, { query: { limit: 2 } });
    const whole = edge.log('server.log');
    assert.deepEqual(tail.lines, whole.slice(0, tail.next).trimEnd().split('\n').slice(-2));
    const all = await client.ask('readLog', { log: 'server.log' }, { query: { from: 0 } });
    assert.equal(all.from, 0);
    assert.equal(`${all.lines.join('\n')}\n`, edge.log('server.log').slice(0, all.next));
    edge.signal('SIGHUP');
    await until(() => /read again/.test(edge.log('server.log')));
    const since = await client.ask('readLog', { log: 'server.log' }, { query: { from: all.next } });
    assert.ok(since.lines.length && since.from === all.next);
    const rotated = await client.ask('readLog', { log: 'server.log' }, { query: { from: 10 ** 9 } });
    assert.equal(rotated.from, 0);
    const file = await client.call('downloadLog', { log: 'server.log' });
    assert.ok(file.body.startsWith(`${all.lines[0]}\n`));
    assert.equal(file.headers['content-disposition'], 'attachment; filename="server.log"');
  });
});

describe('what is the operator\'s only', () => {
  let edge;
  before(async () => (edge = await Edge.start({ ...settings, CT_DRAIN_SECONDS: '600' })));
  after(() => edge?.stop());

  it('is refused to administrators, and done for whoever has the control token', async () => {
    const client = await signedIn(edge);
    for (const id of ['drainServer', 'stopServer']) assert.equal((await client.call(id)).status, 403);
    const { health, pid, figures } = await client.ask('getServer');
    assert.deepEqual([health.status, pid, figures.sessionsActive], ['ok', edge.pid, 0]);
    assert.equal((await client.ask('listProcesses')).processes[0].pid, edge.pid);
    const host = await rawHost(edge.url, { kind });
    const operator = new AdminClient(edge.privateUrl, { token: controlToken(edge) });
    assert.deepEqual(await operator.ask('drainServer'), { sessions: 1, patienceSeconds: 600 });
    assert.equal((await operator.ask('getServer')).health.status, 'draining');
    assert.deepEqual(await operator.ask('stopServer'), { sessions: 1, patienceSeconds: 0 });
    await edge.ended;
    for (const kindOf of ['admin.server.drain', 'admin.server.stop']) assert.equal((await audited(edge, kindOf))[0].actor, 'local operator');
    host.close();
  });
});

describe('the document of the admin API', () => {
  it('has no operation that these tests have not called', () => {
    assert.deepEqual(Object.keys(operations).filter(id => !called.has(id)), []);
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// /logs, what the log files hold, and what they must not hold.

import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { basic, getAs, logInByForm } from './support/basic.mjs';
import { disposeAll, roomOf } from './support/client.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { postJson, send } from './support/http.mjs';
import { setKeyPool } from './support/keys.mjs';
import { beginLogin, loginToken } from './support/login.mjs';
import { rawHost } from './support/raw.mjs';
import { rows } from './support/records.mjs';
import { until } from './support/wait.mjs';

const logsPair = { CT_LOGS_USER: 'u', CT_LOGS_PASSWORD: 'p' };

describe('/logs', () => {
  let edge;
  const get = (path, options) => getAs(edge.url, path, 'u', 'p', options);
  before(async () => (edge = await Edge.start({ ...logsPair, CT_LOGIN_FAILURES_TO_LOCK: '1000' })));
  after(() => edge?.stop());

  it('lists the log files and serves them', async () => {
    // It begins with the first answer.
    await send(edge.url, 'GET', '/');
    await until(() => edge.log('access.log'));
    const list = await get('/logs');
    assert.equal(list.status, 200);
    for (const name of ['server.log', 'access.log']) assert.ok(list.body.includes(`<a href="logs/${name}">`), name);
    const log = await get('/logs/server.log');
    assert.equal(log.status, 200);
    assert.match(log.headers['content-type'], /^text\/plain/);
    assert.match(log.body, /services now available/);
  });

  it('serves parts', async () => {
    const part = await get('/logs/server.log', { headers: { range: 'bytes=0-3' } });
    assert.equal(part.status, 206);
    assert.equal(part.body.length, 4);
    const end = await get('/logs/server.log', { headers: { range: 'bytes=-5' } });
    assert.equal(end.status, 206);
    assert.equal((await get('/logs/server.log', { headers: { range: 'bytes=99999999-' } })).status, 416);
  });

  it('serves nobody without user and password', async () => {
    for (const path of ['/logs', '/logs/server.log', '/logs/nothing.log']) {
      assert.equal((await send(edge.url, 'GET', path)).status, 401, path);
    }
  });

  it('serves nothing else', async () => {
    fs.symlinkSync('/etc/passwd', path.join(edge.logDir, 'link.log'));
    fs.writeFileSync(path.join(edge.logDir, 'secret.txt'), 'x');
    fs.mkdirSync(path.join(edge.logDir, 'folder.log'));
    const list = (await get('/logs')).body;
    for (const name of ['link.log', 'secret.txt', 'folder.log']) assert.ok(!list.includes(name), name);
    for (const path of ['/logs/link.log', '/logs/secret.txt', '/logs/folder.log', '/logs/../edge.sqlite', '/logs/..%2fedge.sqlite',
      '/logs/%2e%2e/edge.sqlite', '/logs/%2e%2e%2fedge.sqlite', '/logs/..', '/logs/server.log/..', '/logs//etc/passwd', '/logs/.log', '/logs/server.log%00']) {
      const answer = await get(path);
      assert.ok(answer.status >= 300, `${path}: ${answer.status}`);
      assert.doesNotMatch(answer.body, /root:|SQLite/);
    }
  });
});

describe('usage.log', () => {
  it('has a line for each interval, also over a restart', async () => {
    const stateDir = temporaryFolder();
    const lines = edge => edge.log('usage.log').trim().split('\n').filter(Boolean);
    const first = await Edge.start({ CT_USAGE_INTERVAL: '1' }, { stateDir });
    await until(() => lines(first).length >= 3, { timeout: 15_000 });
    await first.stop();
    const second = await Edge.start({ CT_USAGE_INTERVAL: '1' }, { stateDir });
    const before = lines(second).length;
    await until(() => lines(second).length >= before + 3, { timeout: 15_000 });
    await second.stop();
    const times = lines(second).map(line => {
      const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.000Z users_online=\d+ users_in_sessions=\d+( server=down)?$/.exec(line);
      assert.ok(parts, line);
      return Date.parse(`${parts[1]}Z`) / 1000;
    });
    for (let at = 1; at < times.length; ++at) assert.equal(times[at] - times[at - 1], 1);
    const kept = rows(stateDir, 'SELECT at_ms FROM usage_samples ORDER BY at_ms').map(row => row.at_ms / 1000);
    assert.deepEqual(kept, times);
    fs.rmSync(stateDir, { recursive: true });
  });
});

describe('access.log and error.log', () => {
  let edge;
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());
  const combined = /^\S+ - \S+ \[\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "[^"]*" \d{3} \d+ "[^"]*" "[^"]*"$/;

  it('let the operator\'s commands count downloads as written', async () => {
    const asked = ['/clients/eclipse/plugins/com.genuitec.eclipse.codetogether.core_1.jar',
      '/clients/intellij/codetogether-onpremises-1.zip', '/clients/vscode/codetogether-onpremises-1.vsix'];
    for (const path of asked) await send(edge.url, 'GET', path);
    const log = path.join(edge.logDir, 'access.log');
    await until(() => edge.log('access.log').split('\n').filter(line => line.includes('/clients/')).length === 3);
    for (const phrase of ['GET /clients/eclipse/plugins/com.genuitec.eclipse.codetogether.core_',
      'GET /clients/intellij/codetogether-onpremises-', 'GET /clients/vscode/codetogether-onpremises-']) {
      assert.equal(execSync(`cat ${log} | grep "${phrase}" | wc -l`, { encoding: 'utf8' }).trim(), '1', phrase);
    }
  });

  it('tell of failed handshakes', async () => {
    const socket = net.connect(edge.ports.https, '127.0.0.1');
    socket.on('error', () => {});
    socket.write('this is no ClientHello\r\n\r\n');
    const failed = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[info\] \d+#\d+: \*\d+ TLS handshake failed: .*, client: 127\.0\.0\.1$/m;
    await until(() => failed.test(edge.log('error.log')));
    socket.destroy();
  });

  it('tell of each 5xx answer, with who asked for what', async () => {
    const draining = await Edge.start({ CT_DRAIN_SECONDS: '30' });
    const host = await rawHost(draining.url);
    const token = await loginToken(draining.url);
    draining.signal('SIGTERM');
    await until(async () => (await send(draining.url, 'GET', '/ct-health/ready')).status === 503, { what: 'draining' });
    const headers = { host: 'edge.example:1080', 'x-forwarded-for': '203.0.113.9', 'x-oct-jwt': token, referer: 'http://x/"' };
    assert.equal((await send(draining.url, 'POST', '/api/session/create?token=secret', { headers })).status, 503);
    // What isn't HTTP/1 the front refuses by itself.
    const socket = net.connect(draining.ports.http, '127.0.0.1');
    socket.on('error', () => {});
    socket.write('GET /x HTTP/2.0\r\nHost: [::1]:1080\r\n\r\n');
    const start = String.raw`^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d \[error\] ${draining.pid}#\d+: \*\d+ answered`;
    const lines = (status, client) => draining.log('error.log').split('\n').filter(line => line.includes(`answered ${status}, client: ${client}`));
    const [refused] = await until(() => lines(503, '203.0.113.9').length && lines(503, '203.0.113.9'), { what: 'the line of the 503' });
    assert.match(refused, new RegExp(String.raw`${start} 503, client: 203\.0\.113\.9, server: edge\.example, request: "POST /api/session/create\?token=[^" ]* HTTP/1\.1", host: "edge\.example:1080"$`));
    assert.doesNotMatch(refused, /secret/);
    const [unread] = await until(() => lines(505, '127.0.0.1').length && lines(505, '127.0.0.1'), { what: 'the line of the 505' });
    assert.match(unread, new RegExp(`${start} 505, client: 127\\.0\\.0\\.1$`));
    // Not of what others have done wrong.
    await send(draining.url, 'GET', '/nothing');
    await until(() => /"GET \/nothing HTTP\/1.1" 404/.test(draining.log('access.log')), { what: 'the line of the 404' });
    assert.doesNotMatch(draining.log('error.log'), /nothing/);
    socket.destroy();
    host.close();
    await draining.stop();
  });

  it('are in nginx\'s formats, with what is harmful written out once', async () => {
    await send(edge.url, 'GET', '/a%22b', { headers: { 'user-agent': 'back\\slash "quote"', referer: 'http://x/\u00e9"' } });
    await until(() => edge.log('access.log').includes('back\\x5Cslash'));
    for (const line of edge.log('access.log').trim().split('\n')) assert.match(line, combined);
    const line = edge.log('access.log').split('\n').find(text => text.includes('back'));
    assert.ok(line.includes('"back\\x5Cslash \\x22quote\\x22"'), line);
    assert.ok(line.includes('"http://x/\\xE9\\x22"'), line);
    assert.doesNotMatch(line, /x5Cx/);
  });
});

describe('no log', () => {
  // Each of them somewhere where a careless server would write it down.
  const canary = name => `canary${name}0123456789abcdefghijklmnop`;

  it('holds a secret', async () => {
    setKeyPool(2);
    const key = canary('Key');
    const edge = await Edge.start({ CT_DASHBOARD_USER: 'admin', CT_DASHBOARD_PASSWORD: canary('Password'), OCT_API_KEY: `ann:${key}`,
      OCT_JWT_PRIVATE_KEY: canary('Jwt'), LOG_LEVEL: 'debug', CT_LOG_DIR: temporaryFolder() });
    const headers = { ...basic('admin', canary('WrongPassword')), cookie: `oct-jwt=${canary('Cookie')}; __Host-ct-dashboard=${canary('Session')}`,
      'x-oct-jwt': canary('Header'), referer: `http://x/?token=${canary('Referer')}` };
    await getAs(edge.url, '/dashboard', 'admin', canary('Password'));
    await logInByForm(edge.url, 'admin', canary('Password'));
    await logInByForm(edge.url, canary('TypedAsUser'), canary('FormPassword'));
    for (const path of ['/dashboard', '/logs', `/api/session/poll/${canary('Poll')}`, `/login.html?token=${canary('Query')}`, `/websocket?token=${canary('Socket')}`]) {
      await send(edge.url, 'GET', path, { headers });
    }
    await send(edge.url, 'POST', '/api/session/create', { headers });
    const { pollToken } = await beginLogin(edge.url);
    await postJson(edge.url, '/api/login/apikey', { token: pollToken, apiKey: canary('WrongKey') });
    await postJson(edge.url, '/api/login/apikey', { token: pollToken, apiKey: key });
    const answer = await send(edge.url, 'POST', `/api/login/poll/${pollToken}`);
    const { loginToken } = await answer.json();
    const room = await (await send(edge.url, 'POST', '/api/session/create', { headers: { 'x-oct-jwt': loginToken } })).json();
    await edge.stop();

    const secrets = [/canary\w+0123456789/, loginToken, room.roomToken, pollToken, Buffer.from(canary('Password')).toString('base64')];
    for (const name of fs.readdirSync(edge.logDir)) {
      const text = fs.readFileSync(path.join(edge.logDir, name), 'utf8');
      for (const secret of secrets) assert.ok(!(secret.test?.(text) ?? text.includes(secret)), `${name} holds ${secret}`);
    }
    assert.doesNotMatch(edge.output, secrets[0]);
    fs.rmSync(edge.logDir, { recursive: true });
  });

  it('loses a session', async () => {
    setKeyPool(2);
    const edge = await Edge.start({});
    const [host, guest] = await roomOf(edge.url, 1);
    await guest.connection.room.leave();
    await until(() => host.left.length);
    await host.connection.room.leave();
    await until(() => edge.log('sessions.log').includes('event=ended'));
    const lines = edge.log('sessions.log').trim().split('\n').filter(line => line.includes(host.room.roomId));
    assert.deepEqual(lines.map(line => /event=(\w+)/.exec(line)[1]), ['created', 'joined', 'left', 'ended']);
    for (const line of lines) assert.match(line, /^\S+Z event=\w+ session=\w+ .*user="(Hana Host|Guest 0)" .*address=127\.0\.0\.1 client="OCT_CODE_tests@1\.0"/);
    assert.equal(edge.log('server.log').match(/root INFO Session \w+ (created|joined|left|ended)/g).length, 4);
    disposeAll([host, guest]);
    await edge.stop();
  });
});

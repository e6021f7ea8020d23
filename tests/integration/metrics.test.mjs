// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// /metrics: what it counts, who may read it, and that it is there at all only when it is asked for.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { disposeAll, hostRoom, joinRoom, provider } from './support/client.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { createRoom, joinAnswer, loginToken, requestJoin } from './support/login.mjs';
import { promtool, valueOf } from './support/prometheus.mjs';
import { envelope, rawGuest, rawHost } from './support/raw.mjs';
import { rowsIfAny } from './support/records.mjs';
import { kinds } from './support/sockets.mjs';
import { pause, until } from './support/wait.mjs';

let edge;
let peers = [];

async function scrape(base = edge.url, options) {
  const answer = await send(base, 'GET', '/metrics', options);
  assert.equal(answer.status, 200, answer.body);
  return answer.body;
}

async function value(series) {
  return valueOf(await scrape(), `codetogether_${series}`);
}

async function become(series, expected) {
  let last;
  await until(async () => (last = await value(series)) === expected, { what: `${series} to be ${expected}` })
    .catch(error => assert.fail(`${error.message}; it is ${last}`));
}

describe('/metrics', () => {
  before(async () => (edge = await Edge.start({ CT_PROMETHEUS_ENABLED: 'true' })));
  after(() => edge?.stop());
  afterEach(() => disposeAll(peers.splice(0)));

  it('is text that promtool finds nothing wrong with', async () => {
    const answer = await send(edge.url, 'GET', '/metrics');
    assert.equal(answer.headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'no-store');
    const { stdout, stderr } = promtool(['check', 'metrics'], answer.body);
    assert.equal(stdout + stderr, '');
  });

  it('answers over TLS, and HEAD with the same head', async () => {
    assert.match(await scrape(`https://127.0.0.1:${edge.ports.https}`, { ca: edge.ca }), /codetogether_build_info/);
    const head = await send(edge.url, 'HEAD', '/metrics');
    assert.equal(head.status, 200);
    assert.equal(head.body, '');
  });

  it('counts users once, however often they are there, and connections one by one', async () => {
    const hosted = await value('sessions_hosted_total');
    const host = await hostRoom(edge.url, { user: 'Ada', email: 'ada@example.com' });
    peers.push(host);
    await become('users_online', 1);
    peers.push(await joinRoom(edge.url, host.room.roomId, { user: 'Ada L.', email: 'Ada@example.com' }));
    await become('session_connections', 2);
    await become('users_online', 1);
    peers.push(await joinRoom(edge.url, host.room.roomId, { user: 'Grace', email: 'grace@example.com' }));
    await become('users_online', 2);
    await become('session_connections', 3);
    await become('session_participants', 3);
    await become('sessions_active', 1);
    await become('sessions_hosted_total', hosted + 1);
    disposeAll(peers.splice(0));
    await become('users_online', 0);
    await become('session_connections', 0);
    await become('sessions_active', 0);
    await become('sessions_hosted_total', hosted + 1);
  });

  it('tells what carries the connections', async () => {
    const carried = { polling: 'polling', websocket: 'websocket', upgrade: 'websocket' };
    const before = {};
    for (const transport of ['polling', 'websocket']) before[transport] = await value(`transport_connections{transport="${transport}"}`);
    for (const kind of kinds) {
      const transport = carried[kind];
      const host = await rawHost(edge.url, { kind });
      await become(`transport_connections{transport="${transport}"}`, before[transport] + 1);
      host.close();
      await become(`transport_connections{transport="${transport}"}`, before[transport]);
    }
  });

  it('counts messages and bytes in both directions', async () => {
    const host = await rawHost(edge.url);
    const first = await rawGuest(edge.url, host.roomId);
    const second = await rawGuest(edge.url, host.roomId);
    const series = { in: 'relayed_messages_total{direction="received"}', out: 'relayed_messages_total{direction="sent"}', bytes: 'relayed_bytes_total{direction="received"}' };
    const before = { in: await value(series.in), out: await value(series.out), bytes: await value(series.bytes) };
    const content = 'x'.repeat(1_000);
    for (let count = 0; count < 10; ++count) host.send(envelope.broadcast([first.info.id, second.info.id], content));
    await become(series.in, before.in + 10);
    await become(series.out, before.out + 20);
    const bytes = await value(series.bytes) - before.bytes;
    assert.ok(bytes > 10_000 && bytes < 15_000, `${bytes} bytes`);
    for (const peer of [second, first, host]) peer.close();
  });

  it('counts joins by how they ended', async () => {
    const host = await hostRoom(edge.url, { decide: user => (user.name === 'Eve' ? undefined : { workspace: { name: 'x', folders: [] } }) });
    peers.push(host);
    const joined = await value('joins_total{result="joined"}');
    const rejected = await value('joins_total{result="rejected"}');
    const unknown = await value('joins_total{result="no_such_session"}');
    peers.push(await joinRoom(edge.url, host.room.roomId));
    await become('joins_total{result="joined"}', joined + 1);
    await assert.rejects(provider(edge.url, { user: 'Eve' }).joinRoom({ roomId: host.room.roomId }));
    await become('joins_total{result="rejected"}', rejected + 1);
    await assert.rejects(provider(edge.url).joinRoom({ roomId: 'NoSuchRoomAtAll' }));
    await become('joins_total{result="no_such_session"}', unknown + 1);
  });

  it('measures how late every loop is, and shows a stall', async () => {
    const text = await scrape();
    const loops = [...text.matchAll(/codetogether_loop_lag_seconds_count\{loop="([^"]+)"\} ([0-9.e+]+)/g)].map(match => match[1]);
    assert.ok(loops.includes('main') && loops.includes('worker-0'), loops.join());
    // The whole process stands still for a while: every loop was that late, and says so.
    edge.signal('SIGSTOP');
    await pause(400);
    edge.signal('SIGCONT');
    for (const loop of loops) {
      await until(async () => await value(`loop_lag_longest_seconds{loop="${loop}"}`) >= 0.25, { what: `the stall of ${loop}` });
    }
    const after = await scrape();
    assert.ok(valueOf(after, 'codetogether_server_lag_seconds') >= 0.002, after);
    for (const loop of loops) {
      const above = valueOf(after, `codetogether_loop_lag_seconds_count{loop="${loop}"}`) - valueOf(after, `codetogether_loop_lag_seconds_bucket{loop="${loop}",le="0.25"}`);
      assert.ok(above >= 1, `${loop}: ${above}`);
    }
  });

  it('tells of the process as the kernel does', async () => {
    const text = await scrape();
    const status = fs.readFileSync(`/proc/${edge.pid}/status`, 'utf8');
    const resident = Number(/VmRSS:\s+(\d+)/.exec(status)[1]) * 1024;
    const told = valueOf(text, 'codetogether_process_resident_memory_bytes');
    assert.ok(Math.abs(told - resident) < 8 * 1024 * 1024, `${told} is not about ${resident}`);
    const fds = fs.readdirSync(`/proc/${edge.pid}/fd`).length;
    assert.ok(Math.abs(valueOf(text, 'codetogether_process_open_fds') - fds) <= 5);
    const age = Date.now() / 1000 - valueOf(text, 'codetogether_process_start_time_seconds');
    assert.ok(age > 0 && age < 300, `${age} s`);
    assert.ok(valueOf(text, 'codetogether_process_cpu_seconds_total') > 0);
  });

  it('has no label that a client could fill', async () => {
    const count = text => text.split('\n').filter(line => line && !line.startsWith('#')).length;
    await scrape();
    const before = count(await scrape());
    for (let number = 0; number < 20; ++number) {
      const token = await loginToken(edge.url, `User "${number}"\\n`);
      await createRoom(edge.url, token);
      await send(edge.url, 'GET', `/nothing-${number}`);
    }
    assert.equal(count(await scrape()), before);
  });

  it('takes many scrapes at once', async () => {
    const texts = await Promise.all(Array.from({ length: 50 }, () => scrape()));
    for (const text of texts) assert.match(text, /codetogether_users_online/);
  });
});

describe('/metrics of a server that sees its own process only', () => {
  // As systemd's ProcSubset=pid has it.
  const hide = 'mount -t proc -o subset=pid proc /proc && exec "$@"';
  const unshare = process.getuid() === 0 ? ['unshare', '--mount'] : ['unshare', '--map-root-user', '--mount', '--pid', '--fork', '--kill-child'];
  before(async () => (edge = await Edge.start({ CT_PROMETHEUS_ENABLED: 'true' }, { wrapper: [...unshare, 'sh', '-c', hide, 'sh'] })));
  after(() => edge?.stop());

  it('tells when it was started', async () => {
    const age = Date.now() / 1000 - await value('process_start_time_seconds');
    assert.ok(age > -1 && age < 300, `${age} s`);
  });
});

describe('/metrics that nobody asked for', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('is not there', async () => {
    assert.equal((await send(edge.url, 'GET', '/metrics')).status, 404);
    assert.equal((await send(edge.privateUrl, 'GET', '/metrics')).status, 404);
  });
});

describe('/metrics with a token and an address list', () => {
  const token = 'a-token-of-some-length';
  before(async () => (edge = await Edge.start({ CT_PROMETHEUS_ENABLED: 'true', CT_PROMETHEUS_TOKEN: token, CT_PROMETHEUS_ALLOW: '10.0.0.0/8, 2001:db8::/32' })));
  after(() => edge?.stop());

  const ask = headers => send(edge.url, 'GET', '/metrics', { headers }).then(answer => answer.status);

  it('is for the bearer of the token at one of the addresses', async () => {
    assert.equal(await ask({ 'x-forwarded-for': '10.1.2.3', authorization: `Bearer ${token}` }), 200);
    assert.equal(await ask({ 'x-forwarded-for': '2001:db8::9', authorization: `bearer ${token}` }), 200);
  });

  it('is for nobody else', async () => {
    assert.equal(await ask({ 'x-forwarded-for': '10.1.2.3' }), 401);
    for (const wrong of [`Bearer ${token}x`, `Bearer ${token.slice(1)}`, 'Bearer ', `Basic ${token}`, token]) {
      assert.equal(await ask({ 'x-forwarded-for': '10.1.2.3', authorization: wrong }), 401, wrong);
    }
    assert.equal(await ask({ 'x-forwarded-for': '192.0.2.1', authorization: `Bearer ${token}` }), 403);
    assert.equal(await ask({ authorization: `Bearer ${token}` }), 403);
  });

  it('keeps the token to itself', async () => {
    for (const name of ['server.log', 'access.log', 'error.log']) assert.doesNotMatch(edge.log(name), new RegExp(token));
  });
});

describe('/metrics with a door of its own', () => {
  before(async () => (edge = await Edge.start({ CT_PROMETHEUS_ENABLED: 'true', CT_METRICS_LISTEN: '127.0.0.1:0' })));
  after(() => edge?.stop());

  it('is served there and nowhere else, and nothing else is', async () => {
    const door = `http://127.0.0.1:${edge.ports.metrics}`;
    assert.match(await scrape(door), /codetogether_build_info/);
    assert.equal((await send(edge.url, 'GET', '/metrics')).status, 404);
    for (const other of ['/', '/api/meta', '/ct-health/live', '/login.html', '/socket.io/?EIO=4&transport=polling']) {
      assert.equal((await send(door, 'GET', other)).status, 404, other);
    }
  });
});

describe('the number of sessions ever hosted', () => {
  const settings = { CT_PROMETHEUS_ENABLED: 'true' };
  let stateDir;
  before(() => (stateDir = temporaryFolder()));
  after(() => fs.rmSync(stateDir, { recursive: true, force: true }));

  const host = async () => peers.push(await hostRoom(edge.url));
  const kept = () => rowsIfAny(stateDir, "SELECT SUM(value) AS value FROM totals WHERE name = 'sessions.hosted'")[0]?.value;

  it('begins with the totals.json of earlier versions, once', async () => {
    const text = '{"downloads":{"eclipse":1,"intellij":0,"vscode":7},"sessionsHosted":40}\n';
    const file = path.join(stateDir, 'old', 'totals.json');
    fs.mkdirSync(path.dirname(file), { mode: 0o700 });
    fs.writeFileSync(file, text, { mode: 0o600 });
    const started = async () => (edge = await Edge.start(settings, { stateDir: path.dirname(file) }));
    await started();
    assert.equal(await value('sessions_hosted_total'), 40);
    assert.equal(await value('client_downloads_total{ide="vscode"}'), 7);
    assert.equal(await value('client_downloads_total{ide="eclipse"}'), 1);
    assert.equal(fs.existsSync(file), false);
    assert.equal(fs.readFileSync(`${file}.imported`, 'utf8'), text);
    await host();
    assert.equal(await value('sessions_hosted_total'), 41);
    disposeAll(peers.splice(0));
    await edge.stop();
    // As if a kill had come between the database and the new name.
    fs.renameSync(`${file}.imported`, file);
    await started();
    assert.equal(await value('sessions_hosted_total'), 41);
    assert.equal(await value('client_downloads_total{ide="vscode"}'), 7);
    await edge.stop();
  });

  it('outlives a restart, and a crash a moment later', async () => {
    edge = await Edge.start(settings, { stateDir });
    await host();
    await host();
    disposeAll(peers.splice(0));
    await edge.stop();
    edge = await Edge.start(settings, { stateDir });
    assert.equal(await value('sessions_hosted_total'), 2);
    await host();
    await until(() => kept() === 3, { what: 'the total on the disk' });
    disposeAll(peers.splice(0));
    await edge.abandon();
    edge = await Edge.start(settings, { stateDir });
    assert.equal(await value('sessions_hosted_total'), 3);
    await edge.stop();
  });
});

describe('a join that the host does not answer', () => {
  before(async () => (edge = await Edge.start({ CT_PROMETHEUS_ENABLED: 'true', CT_SESSION_JOIN_TIMEOUT: '1' })));
  after(() => edge?.stop());

  it('counts as timed out', async () => {
    const host = await rawHost(edge.url, { decide: () => null });
    const token = await loginToken(edge.url, 'Gus');
    const { pollToken } = await requestJoin(edge.url, token, host.roomId);
    assert.equal((await joinAnswer(edge.url, token, pollToken)).failure, true);
    await become('joins_total{result="timed_out"}', 1);
    host.close();
  });
});

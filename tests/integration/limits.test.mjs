// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one client, one address and all strangers together may take, seen from the wire.

import assert from 'node:assert/strict';
import os from 'node:os';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { postJson, send } from './support/http.mjs';
import { asUser, beginLogin, loginToken } from './support/login.mjs';
import { rawGuest, rawHost } from './support/raw.mjs';
import { timed, until } from './support/wait.mjs';
import { Wire, atOnce } from './support/wire.mjs';

const strict = { CT_RATE_EXEMPT: 'none', CT_TRUSTED_PROXIES: 'none' };
/** Every test speaks from loopback, so the proxy that is trusted by default is the test itself. */
const proxied = { CT_RATE_EXEMPT: 'none' };
const slow = { CT_REQUESTS_PER_SECOND: '1', CT_REQUEST_BURST: '5' };
const crowd = 40;

let edge;

function starts(settings) {
  before(async () => (edge = await Edge.start(settings)));
  after(() => edge?.stop());
}

/** How many of a crowd's requests at once are answered and refused; `address` gives the client of each. */
async function tally(address) {
  const { result, took } = await timed(() =>
    atOnce(crowd, async index => (await send(edge.url, 'GET', '/api/meta', { headers: { 'x-forwarded-for': address(index) } })).status));
  const of = status => result.filter(each => each === status).length;
  assert.equal(of(200) + of(429), crowd, String(result));
  return { answered: of(200), refused: of(429), due: 5 + Math.ceil(took / 1000) };
}

/** One client's burst, and what the seconds that it took were good for. */
function assertOneClient({ answered, due }) {
  assert.ok(answered >= 5 && answered <= due, `${answered} answered, 5 to ${due} are due`);
}

function assertAll({ answered }) {
  assert.equal(answered, crowd);
}

describe('R11: CT_REQUESTS_PER_SECOND', () => {
  starts({ ...proxied, ...slow });

  it('is a rate of one address, with a time to wait', async () => {
    assertOneClient(await tally(() => '192.0.2.1'));
    assertAll(await tally(index => `198.51.100.${index}`));
    const answers = await atOnce(crowd, () => send(edge.url, 'GET', '/api/meta', { headers: { 'x-forwarded-for': '192.0.2.2' } }));
    const refused = answers.find(answer => answer.status === 429);
    assert.ok(Number(refused.headers['retry-after']) >= 1);
    assert.equal(JSON.parse(refused.body).code, 'TooManyRequests');
  });

  it('counts the IPv6 addresses of one /64 as one client', async () => {
    assertOneClient(await tally(index => `2001:db8:1:2::${index}`));
    assertAll(await tally(index => `2001:db8:2:${index}::1`));
  });

  it('counts the rightmost address that is no trusted proxy, whatever stands before it', async () => {
    assertOneClient(await tally(index => `203.0.113.${index}, 192.0.2.3`));
    assertOneClient(await tally(index => `203.0.113.${index}, 192.0.2.4, 127.0.0.1`));
  });

  it('is none for those who are logged in', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.5' };
    const token = await loginToken(edge.url, 'Ada', { headers });
    const answers = await atOnce(crowd, () => asUser(edge.url, token, '/api/session/join/nowhere', { headers }));
    assert.deepEqual([...new Set(answers.map(answer => answer.status))], [404]);
  });
});

describe('CT_RATE_EXEMPT', () => {
  starts({ CT_RATE_EXEMPT: '192.0.2.0/24,2001:db8::/32', CT_LOGIN_TRIES_PER_MINUTE: '5', ...slow });

  it('exempts by the real client, not by its proxy', async () => {
    assertAll(await tally(() => '192.0.2.7'));
    assertAll(await tally(() => '2001:db8:7::1'));
    assertOneClient(await tally(() => '198.51.100.7'));
    assertOneClient(await tally(() => '192.0.2.7, 198.51.100.8'));
  });

  it('exempts nobody from the throttle of logins', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.8' };
    const statuses = [];
    for (let tries = 0; tries < 6; ++tries) {
      const { pollToken } = await beginLogin(edge.url, { headers });
      statuses.push((await postJson(edge.url, '/api/login/simple', { token: pollToken, user: 'Ada' }, { headers })).status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
  });
});

describe('R11: CT_TRUSTED_PROXIES', () => {
  starts({ ...strict, ...slow });

  it('leaves those who are no proxies with their own address', async () => {
    assertOneClient(await tally(index => `198.51.100.${index}`));
  });
});

describe('R11: CT_CONNECTIONS_PER_SECOND', () => {
  starts({ ...strict, CT_CONNECTIONS_PER_SECOND: '1', CT_CONNECTION_BURST: '5' });

  it('closes what comes too fast, and says so in the log', async () => {
    const { result, took } = await timed(() => atOnce(crowd, async () => {
      const wire = await Wire.open(edge.ports.http);
      const status = await wire.ask('/api/meta');
      wire.end();
      return status;
    }));
    const answered = result.filter(status => status === 200).length;
    assert.ok(answered >= 5 && answered <= 5 + Math.ceil(took / 1000), `${answered} answered in ${took} ms`);
    assert.equal(result.filter(status => status === undefined).length, crowd - answered);
    assert.match(edge.log('server.log'), /CT_CONNECTIONS_PER_SECOND/);
  });
});

/** Connections that have each had an answer and idle since, the oldest first. */
async function idlers(count, headers) {
  const wires = [];
  for (let index = 0; index < count; ++index) {
    const wire = await Wire.open(edge.ports.http);
    assert.equal(await wire.ask('/api/meta', headers), 200);
    wires.push(wire);
  }
  return wires;
}

function endAll(wires) {
  for (const wire of wires) wire.end();
}

describe('R11: CT_MAX_UNAUTHENTICATED_PER_ADDRESS', () => {
  // With one worker, what was sent first has been read before anything later is answered.
  starts({ ...strict, CT_MAX_UNAUTHENTICATED_PER_ADDRESS: '5', CT_WORKERS: '1' });

  it('lets the oldest idle connection make room for a newcomer', async () => {
    const wires = await idlers(5);
    const newcomer = await Wire.open(edge.ports.http);
    await wires[0].closed('the oldest connection to make room');
    assert.equal(await newcomer.ask('/api/meta'), 200);
    assert.deepEqual(wires.map(wire => wire.isClosed), [true, false, false, false, false]);
    endAll([...wires, newcomer]);
  });

  it('lets half a head make room, too', async () => {
    const halves = await atOnce(30, async () => {
      const wire = await Wire.open(edge.ports.http);
      wire.send('GET /api/meta HTTP/1.1\r\nHost: slow');
      return wire;
    });
    assert.equal((await send(edge.url, 'GET', '/api/meta')).status, 200);
    await until(() => halves.filter(wire => wire.isClosed).length >= 25, { what: '25 of 30 to make room' });
    endAll(halves);
  });

  it('never takes a connection on which a long poll waits', async () => {
    const poll = await Wire.open(edge.ports.http);
    const { pollToken } = await beginLogin(edge.url);
    poll.request('POST', `/api/login/poll/${pollToken}`, { 'content-length': 0 });
    const wires = await idlers(12);
    assert.equal(poll.isClosed, false);
    await wires[0].closed('an idle one to make room instead');
    endAll(wires);
    assert.equal((await postJson(edge.url, '/api/login/simple', { token: pollToken, user: 'Ada' })).status, 200);
    assert.equal(await poll.status(), 200);
    assert.match(poll.text, /"loginToken"/);
    poll.end();
  });

  it('does not count those who are logged in', async () => {
    const token = await loginToken(edge.url);
    const known = [];
    for (let index = 0; index < 10; ++index) {
      const wire = await Wire.open(edge.ports.http);
      wire.request('POST', '/api/session/join/nowhere', { 'x-oct-jwt': token, 'content-length': 0 });
      assert.equal(await wire.status(), 404);
      known.push(wire);
    }
    endAll(await idlers(8));
    assert.deepEqual(known.filter(wire => wire.isClosed), []);
    endAll(known);
  });
});

describe('R11: CT_MAX_UNAUTHENTICATED', () => {
  starts({ ...proxied, CT_MAX_UNAUTHENTICATED: '10' });

  it('lets the busiest address make room for all others', async () => {
    const quiet = await idlers(2, { 'x-forwarded-for': '192.0.2.1' });
    const busy = await idlers(8, { 'x-forwarded-for': '192.0.2.2' });
    const newcomers = await idlers(3, { 'x-forwarded-for': '192.0.2.3' });
    await until(() => busy.filter(wire => wire.isClosed).length === 3, { what: 'three of the busiest to make room' });
    assert.deepEqual(busy.slice(0, 3).map(wire => wire.isClosed), [true, true, true]);
    assert.deepEqual([...quiet, ...newcomers].filter(wire => wire.isClosed), []);
    endAll([...quiet, ...busy, ...newcomers]);
  });
});

describe('CT_MAX_CONNECTIONS_PER_ADDRESS', () => {
  starts({ ...proxied, CT_MAX_CONNECTIONS_PER_ADDRESS: '3' });

  it('refuses one more when all are in use, by the real client', async () => {
    const token = await loginToken(edge.url, 'Ada', { headers: { 'x-forwarded-for': '192.0.2.9' } });
    // Of somebody who is logged in none makes room.
    const known = await atOnce(3, async () => {
      const wire = await Wire.open(edge.ports.http);
      wire.request('POST', '/api/session/join/nowhere', { 'x-forwarded-for': '192.0.2.1', 'x-oct-jwt': token, 'content-length': 0 });
      assert.equal(await wire.status(), 404);
      return wire;
    });
    const refused = await send(edge.url, 'GET', '/api/meta', { headers: { 'x-forwarded-for': '192.0.2.1' } });
    assert.equal(refused.status, 429);
    assert.equal(JSON.parse(refused.body).code, 'TooManyConnections');
    assert.equal((await send(edge.url, 'GET', '/api/meta', { headers: { 'x-forwarded-for': '192.0.2.2' } })).status, 200);
    endAll(known);
  });
});

describe('C-43: session handshakes with a bad token', () => {
  starts(proxied);

  it('are refused with 429 from the 16th in a minute on, with a line for the audit', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.1', 'x-oct-jwt': 'bad' };
    const open = () => send(edge.url, 'GET', '/socket.io/?EIO=4&transport=polling', { headers });
    let before = -1;
    let answer;
    const { took } = await timed(async () => {
      do {
        answer = await open();
        ++before;
      } while (answer.status === 200);
    });
    assert.equal(answer.status, 429, answer.body);
    const due = 15 + Math.floor(took / 4000);
    assert.ok(before >= 15 && before <= due, `${before} before, 15 to ${due} are due`);
    await until(() => /refused .*192\.0\.2\.1.*Too many refused/.test(edge.log('sessions.log')), { what: 'the audit line' });
    const other = await send(edge.url, 'GET', '/socket.io/?EIO=4&transport=polling', { headers: { ...headers, 'x-forwarded-for': '192.0.2.2' } });
    assert.equal(other.status, 200);
  });
});

describe('CT_SESSION_ROOMS_PER_USER', () => {
  starts({ CT_SESSION_ROOMS_PER_USER: '2' });

  it('D-08: limits the rooms of one user at once', async () => {
    const token = await loginToken(edge.url);
    const [first, second] = [await rawHost(edge.url, { token }), await rawHost(edge.url, { token })];
    const refused = await asUser(edge.url, token, '/api/session/create');
    assert.equal(refused.status, 429, refused.body);
    assert.equal((await asUser(edge.url, await loginToken(edge.url, 'Bob'), '/api/session/create')).status, 200);
    first.close();
    await until(async () => (await asUser(edge.url, token, '/api/session/create')).status === 200, { what: 'a place for a new room' });
    second.close();
  });
});

const hasIpv6 = Object.values(os.networkInterfaces()).flat().some(one => one.address === '::1');

describe('IPv6', { skip: !hasIpv6 && 'this machine has none' }, () => {
  starts({ CT_BIND_ADDRESS: '127.0.0.1,::1', CT_HTTPS: 'false' });

  it('carries sessions, together with IPv4', async () => {
    const url = `http://[::1]:${edge.ports.http}`;
    const host = await rawHost(url, { kind: 'upgrade' });
    const guest = await rawGuest(edge.url, host.roomId, { kind: 'polling' });
    await until(() => host.ofMethod('room/joined').length, { what: 'room/joined' });
    await until(() => /^::1 - - /m.test(edge.log('access.log')), { what: '::1 in access.log' });
    guest.close();
    host.close();
  });
});

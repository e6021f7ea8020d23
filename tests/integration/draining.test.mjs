// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SIGTERM: sessions that run go on, others don't begin, and the end comes with the last of them or in time.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { asUser, loginToken } from './support/login.mjs';
import { TcpProxy } from './support/proxy.mjs';
import { envelope, rawGuest, rawHost } from './support/raw.mjs';
import { rows } from './support/records.mjs';
import { timed, until } from './support/wait.mjs';

const kind = 'websocket';
const wellEnded = { code: 0, signal: null };
let edge;
/** What a test leaves open, whatever comes of it. */
let opened = [];

async function hostOf(url, options) {
  const host = await rawHost(url, { kind, ...options });
  opened.push(host);
  return host;
}

async function guestOf(host, user) {
  const guest = await rawGuest(edge.url, host.roomId, { kind, user });
  opened.push(guest);
  return guest;
}

/** A server with a room, told to end. */
async function draining(seconds) {
  edge = await Edge.start({ CT_DRAIN_SECONDS: String(seconds) });
  const proxy = await TcpProxy.start(edge.ports.http);
  opened.push({ close: () => proxy.stop() });
  const host = await hostOf(proxy.url);
  const guest = await guestOf(host);
  edge.signal('SIGTERM');
  const { took } = await timed(() => until(async () => (await send(edge.url, 'GET', '/ct-health/ready')).status === 503));
  assert.ok(took < 1_000, `not ready after ${took} ms`);
  return { host, guest, proxy };
}

async function talk(from, to, value) {
  const before = to.ofKind('broadcast').length;
  from.send(envelope.broadcast([to.id], value));
  await until(() => to.ofKind('broadcast').length > before, { what: `word ${value}` });
}

/** Guests hear that the room is closed; the host, whose room it was, that it is disconnected. */
async function assertTold({ host, guests = [] }) {
  for (const peer of [host, ...guests]) await until(() => peer.disconnects.length, { what: 'the end' });
  for (const guest of guests) assert.equal(guest.ofMethod('room/closed').length, 1);
  for (const peer of [host, ...guests]) assert.deepEqual(peer.disconnects, ['io server disconnect']);
}

describe('a server that drains', () => {
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await edge?.stop();
  });

  it('lets a session live on, with guests that come and connections that break, and ends with it', async () => {
    const { host, guest, proxy } = await draining(600);
    await talk(host, guest, 1);
    const late = await guestOf(host, 'Late Guest');
    await talk(late, guest, 2);
    proxy.cut();
    await until(() => host.disconnects.length === 1, { what: 'the broken connection' });
    await until(() => host.socket.connected, { what: 'the host\'s return' });
    await talk(guest, host, 3);
    assert.equal(edge.exit, undefined);
    host.send(envelope.leave());
    await edge.ended;
    assert.deepEqual(edge.exit, wellEnded);
    assert.deepEqual(rows(edge.stateDir, 'SELECT kind FROM audit ORDER BY entry DESC LIMIT 1'), [{ kind: 'server.stopped' }]);
    for (const peer of [guest, late]) assert.equal(peer.ofMethod('room/closed').length, 1);
  });

  it('is not ready, but alive, and begins no session', async () => {
    const { host, guest } = await draining(600);
    for (const base of [edge.url, edge.privateUrl]) {
      const live = await send(base, 'GET', '/ct-health/live');
      assert.equal(live.status, 200);
      assert.equal((await live.json()).status, 'draining');
      assert.equal((await send(base, 'GET', '/ct-health/')).status, 503);
    }
    const refused = await asUser(edge.url, await loginToken(edge.url), '/api/session/create');
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers['retry-after']) > 0);
    assert.match((await refused.json()).message, /about to stop and takes no new sessions; try again/);
    await talk(host, guest, 1);
    host.send(envelope.leave());
    await edge.ended;
  });

  it('tells everybody when time is up', async () => {
    const { result: { host, guest }, took } = await timed(async () => {
      const room = await draining(1);
      await edge.ended;
      return room;
    });
    assert.ok(took < 20_000);
    assert.deepEqual(edge.exit, wellEnded);
    await assertTold({ host, guests: [guest] });
    const [session] = rows(edge.stateDir, 'SELECT ended_ms, end_reason FROM sessions');
    assert.ok(session.ended_ms > 0, 'the session\'s end is on record');
  });

  for (const second of ['SIGTERM', 'SIGINT']) {
    it(`ends within 5 s of a ${second}, but tells everybody`, async () => {
      const { host, guest } = await draining(600);
      const { took } = await timed(() => {
        edge.signal(second);
        return edge.ended;
      });
      assert.ok(took < 5_000, `${took} ms`);
      assert.deepEqual(edge.exit, wellEnded);
      await assertTold({ host, guests: [guest] });
      });
  }

  it('ends at once when nobody is in a session', async () => {
    edge = await Edge.start({ CT_DRAIN_SECONDS: '600' });
    const { took } = await timed(() => {
      edge.signal('SIGTERM');
      return edge.ended;
    });
    assert.ok(took < 3_000, `${took} ms`);
    assert.deepEqual(edge.exit, wellEnded);
  });

  it('does not drain at all on SIGINT', async () => {
    edge = await Edge.start({ CT_DRAIN_SECONDS: '600' });
    const host = await hostOf(edge.url, { reconnection: false });
    edge.signal('SIGINT');
    await edge.ended;
    await assertTold({ host });
    assert.doesNotMatch(edge.log('server.log'), /Draining/);
  });

  it('waits as long as the settings say that were read last', async () => {
    const folder = temporaryFolder();
    opened.push({ close: () => fs.rmSync(folder, { recursive: true }) });
    const ini = path.join(folder, 'edge.ini');
    fs.writeFileSync(ini, '[server]\ndrain-seconds=600\n');
    edge = await Edge.start({ CT_DRAIN_SECONDS: '', CT_INI_FILE: ini });
    const host = await hostOf(edge.url);
    fs.writeFileSync(ini, '[server]\ndrain-seconds=1\n');
    edge.signal('SIGHUP');
    await until(() => /in force from now on: CT_DRAIN_SECONDS/.test(edge.log('server.log')), { what: 'the reload' });
    edge.signal('SIGTERM');
    await edge.ended;
    assert.match(edge.log('server.log'), /Draining: no new sessions, running ones may go on for 1 s/);
    await assertTold({ host });
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a seat outlives its connection, and how much is kept for it.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { disposeAll, hostRoom, joinRoom } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { contentOf, envelope, isAdmitted, rawGuest, rawHost } from './support/raw.mjs';
import { TcpProxy } from './support/proxy.mjs';
import { kinds } from './support/sockets.mjs';
import { timed, until } from './support/wait.mjs';

let edge;
let proxy;

async function freshProxy() {
  proxy = await TcpProxy.start(edge.ports.http);
}

describe('a seat', () => {
  before(async () => (edge = await Edge.start({ CT_SEAT_GRACE: '2', CT_PING_INTERVAL: '500ms', CT_PING_TIMEOUT: '500ms' })));
  after(() => edge?.stop());
  beforeEach(freshProxy);
  afterEach(() => proxy?.stop());

  for (const kind of kinds) {
    it(`is freed after the grace, not before, over ${kind}`, async () => {
      const host = await rawHost(edge.url);
      const guest = await rawGuest(proxy.url, host.roomId, { kind });
      proxy.refuse(true);
      const { took } = await timed(() => {
        proxy.cut();
        return until(() => host.ofMethod('room/left').length, { what: 'room/left' });
      });
      assert.ok(took > 1_800 && took < 20_000, `${took} ms`);
      proxy.refuse(false);
      await until(() => !guest.socket.connected && !guest.socket.active, { what: 'the refusal' });
      assert.equal(await isAdmitted(edge.url, guest.token), false);
      host.close();
    });

    it(`of a host closes the room when it is freed, over ${kind}`, async () => {
      const host = await rawHost(proxy.url, { kind });
      const guest = await rawGuest(edge.url, host.roomId);
      proxy.refuse(true);
      const { took } = await timed(() => {
        proxy.cut();
        return until(() => guest.ofMethod('room/closed').length, { what: 'room/closed' });
      });
      assert.ok(took > 1_800 && took < 20_000, `${took} ms`);
      await until(() => !guest.socket.connected && !guest.socket.active, { what: 'the guest\'s end' });
      host.close();
    });

    it(`of a peer that hangs is noticed by its silence, over ${kind}`, async () => {
      const host = await rawHost(edge.url);
      const guest = await rawGuest(proxy.url, host.roomId, { kind });
      proxy.refuse(true);
      proxy.hang();
      const { took } = await timed(() => until(() => host.ofMethod('room/left').length, { what: 'room/left' }));
      assert.ok(took > 2_000 && took < 20_000, `${took} ms`);
      guest.close();
      host.close();
    });
  }

  it('is given to the npm client again, which is told of it', async () => {
    const host = await hostRoom(edge.url);
    const guest = await joinRoom(proxy.url, host.room.roomId);
    let reconnects = 0;
    guest.connection.onReconnect(() => ++reconnects);
    const heard = [];
    guest.connection.chat.onMessage((_, text) => heard.push(text));
    proxy.cut();
    await host.connection.chat.sendMessage('while you were out');
    await until(() => reconnects && heard.length, { what: 'the message' });
    assert.deepEqual(heard, ['while you were out']);
    assert.equal(host.left.length, 0);
    disposeAll([host, guest]);
  });
});

describe('what is kept for a seat', () => {
  before(async () => {
    edge = await Edge.start({ CT_MESSAGE_LIMIT: '1M', CT_REPLAY_PER_PARTICIPANT: '2M', CT_SEAT_GRACE: '20' });
  });
  after(() => edge?.stop());
  beforeEach(freshProxy);
  afterEach(() => proxy?.stop());

  it('R4: is bounded; the seat ends when it overflows, the others notice nothing else', async () => {
    const host = await rawHost(edge.url);
    const away = await rawGuest(proxy.url, host.roomId, { kind: 'websocket' });
    const present = await rawGuest(edge.url, host.roomId, { kind: 'websocket' });
    proxy.refuse(true);
    proxy.cut();
    const piece = Buffer.alloc(100_000);
    for (let index = 0; index < 40; ++index) {
      host.send(envelope.broadcast([away.id, present.id], { index, piece }));
      await until(() => present.ofKind('broadcast').length > index, { what: `message ${index}` });
    }
    await until(() => host.ofMethod('room/left').length, { what: 'the end of the seat that overflowed' });
    assert.deepEqual(present.ofKind('broadcast').map(message => contentOf(message).index), Array.from({ length: 40 }, (_, index) => index));
    assert.equal(host.ofMethod('room/left')[0].content.params[0].id, away.id);
    [away, present, host].forEach(peer => peer.close());
  });

  it('is pruned as receipt is proved, so that a stream of any length may flow', async () => {
    const host = await rawHost(edge.url, { kind: 'websocket' });
    const readers = [await rawGuest(proxy.url, host.roomId, { kind: 'websocket' }), await rawGuest(proxy.url, host.roomId, { kind: 'polling' })];
    const piece = Buffer.alloc(100_000);
    for (let index = 0; index < 100; ++index) {
      host.send(envelope.broadcast(readers.map(reader => reader.id), { index, piece }));
      await until(() => readers.every(reader => reader.ofKind('broadcast').length > index), { what: `message ${index}` });
    }
    assert.equal(host.ofMethod('room/left').length, 0);
    [...readers, host].forEach(peer => peer.close());
  });
});

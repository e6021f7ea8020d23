// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The life of a room, by hosts and guests that are npm clients.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { disposeAll, hostRoom, joinRoom, roomOf } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { setKeyPool } from './support/keys.mjs';
import { kinds } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

// Long before a seat's grace ends.
// Long before a seat's grace is over.
const atOnce = { timeout: 20_000 };
let edge;

function codeOf(promise) {
  return promise.then(() => 'no error', error => error.info?.code ?? error.code ?? error.message);
}

describe('a room', () => {
  before(async () => {
    setKeyPool(3);
    edge = await Edge.start({ CT_LONG_POLL: '1', CT_SESSION_JOIN_TIMEOUT: '3' });
  });
  after(() => edge?.stop());

  it('tells everybody who is there', async () => {
    const [host, first, second] = await roomOf(edge.url, 2, { email: 'mail@example.org' });
    assert.equal(host.infos.length, 1);
    assert.equal(host.infos[0].host, true);
    assert.equal(host.infos[0].name, 'Hana Host');
    assert.equal(first.infos[0].host, false);
    assert.equal(first.infos[0].email, 'mail@example.org');
    assert.deepEqual(first.infos[0].metadata.compression.supported, ['gzip']);
    assert.deepEqual(host.joined.map(peer => peer.id), [first.id, second.id]);
    assert.deepEqual(first.joined.map(peer => peer.id), [second.id]);
    assert.deepEqual(second.joined, []);
    assert.deepEqual(first.joined[0], second.infos[0]);
    assert.equal(first.room.host.id, host.id);
    assert.deepEqual(first.room.host, host.infos[0]);
    assert.deepEqual(first.inits[0].workspace, first.room.workspace);
    disposeAll([host, first, second]);
  });

  it('gives each receiver its own key', async () => {
    const peers = await roomOf(edge.url, 2);
    const heard = peers.map(() => []);
    peers.forEach((peer, index) => peer.connection.chat.onMessage((origin, text) => heard[index].push([origin, text])));
    for (const [index, peer] of peers.entries()) await peer.connection.chat.sendMessage(`from ${index}`);
    await until(() => heard.every(list => list.length === 2));
    const said = peers.map((peer, index) => [peer.id, `from ${index}`]);
    heard.forEach((list, index) => assert.deepEqual(list.sort(), said.filter((_, from) => from !== index).sort()));
    disposeAll(peers);
  });

  it('lets the host see who asks', async () => {
    const host = await hostRoom(edge.url);
    const guest = await joinRoom(edge.url, host.room.roomId, { user: 'Gus', email: 'gus@example.org' });
    assert.equal(host.requests.length, 1);
    assert.equal(host.requests[0].origin, '');
    assert.equal(host.requests[0].user.name, 'Gus');
    assert.equal(host.requests[0].user.email, 'gus@example.org');
    disposeAll([host, guest]);
  });

  it('stays closed for whom the host rejects', async () => {
    const host = await hostRoom(edge.url, { decide: () => undefined });
    assert.equal(await codeOf(joinRoom(edge.url, host.room.roomId)), 'JoinRejected');
    host.dispose();
  });

  it('tells a guest when the host does not answer', async () => {
    const host = await hostRoom(edge.url, { decide: () => new Promise(() => {}) });
    assert.equal(await codeOf(joinRoom(edge.url, host.room.roomId)), 'JoinTimeout');
    host.dispose();
  });

  it('cannot be joined when it is unknown', async () => {
    assert.equal(await codeOf(joinRoom(edge.url, 'nowhere')), 'RoomNotFound');
  });

  it('passes errors of peers on', async () => {
    const [host, guest] = await roomOf(edge.url, 1);
    host.connection.fs.onReadFile(() => { throw new Error('no such file'); });
    await assert.rejects(guest.connection.fs.readFile(host.id, 'x'), /no such file/);
    disposeAll([host, guest]);
  });

  for (const kind of kinds) {
    it(`is left at once by room/leave over ${kind}`, async () => {
      const [host, guest, other] = await roomOf(edge.url, 2, { kind });
      await guest.connection.room.leave();
      await until(() => host.left.length && other.left.length, { ...atOnce, what: 'room/left' });
      assert.equal(host.left[0].id, guest.id);
      await until(() => !guest.socket.connected, { ...atOnce, what: 'the end of the leaver\'s connection' });
      assert.equal(guest.socket.active, false, 'it does not try again');
      disposeAll([host, guest, other]);
    });

    it(`is left at once by a deliberate disconnect over ${kind}`, async () => {
      const [host, guest, other] = await roomOf(edge.url, 2, { kind });
      guest.dispose();
      await until(() => host.left.length && other.left.length, { ...atOnce, what: 'room/left' });
      assert.deepEqual([host.left[0].id, other.left[0].id], [guest.id, guest.id]);
      disposeAll([host, other]);
    });

    it(`is closed by its host's room/leave over ${kind}`, async () => {
      const [host, guest, other] = await roomOf(edge.url, 2, { kind });
      await host.connection.room.leave();
      await until(() => guest.closed && other.closed, { ...atOnce, what: 'room/closed' });
      await until(() => !guest.socket.connected && !other.socket.connected, atOnce);
      assert.equal(guest.socket.active, false, 'nobody tries again');
      assert.equal(await codeOf(joinRoom(edge.url, host.room.roomId)), 'RoomNotFound');
      disposeAll([host, guest, other]);
    });

    it(`is closed by its host's deliberate disconnect over ${kind}`, async () => {
      const [host, guest] = await roomOf(edge.url, 1, { kind });
      host.dispose();
      await until(() => guest.closed, { ...atOnce, what: 'room/closed' });
      await until(() => !guest.socket.connected, atOnce);
      guest.dispose();
    });
  }
});

describe('SIGTERM', () => {
  for (const kind of kinds) {
    it(`closes rooms as the protocol has it, over ${kind}`, async () => {
      const stopping = await Edge.start();
      const peers = await roomOf(stopping.url, 1, { kind });
      const ended = stopping.stop();
      await until(() => peers.every(peer => peer.closed || !peer.socket.connected), { what: 'the end of both' });
      await ended;
      assert.equal(peers[1].closed, 1, 'the guest was told room/closed');
      assert.equal(peers.some(peer => peer.socket.active), false, 'nobody tries again');
      disposeAll(peers);
    });
  }
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The npm client over every transport, plain and TLS.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { disposeAll, joinRoom, roomOf } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { TcpProxy } from './support/proxy.mjs';
import { kinds } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

let edge;

/** Requests, broadcasts and notifications in both directions. */
async function converse(host, guest) {
  const content = randomBytes(2_000);
  host.connection.fs.onReadFile((_, path) => ({ content: Buffer.concat([Buffer.from(path), content]) }));
  guest.connection.fs.onReadFile(() => ({ content }));
  const [fromHost, fromGuest] = await Promise.all([
    guest.connection.fs.readFile(host.id, 'a/b'),
    host.connection.fs.readFile(guest.id, 'c'),
  ]);
  assert.deepEqual(Buffer.from(fromHost.content), Buffer.concat([Buffer.from('a/b'), content]));
  assert.deepEqual(Buffer.from(fromGuest.content), content);

  const heard = [];
  for (const peer of [host, guest]) peer.connection.chat.onMessage((origin, text, isDirect) => heard.push([origin, text, isDirect]));
  await host.connection.chat.sendMessage('to all');
  await guest.connection.chat.sendDirectMessage(host.id, 'to the host');
  await until(() => heard.length === 2);
  assert.deepEqual(new Set(heard.map(String)), new Set([[host.id, 'to all', false], [guest.id, 'to the host', true]].map(String)));
}

describe('transports', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  for (const secure of [false, true]) {
    for (const kind of kinds) {
      it(`${kind} carries a session ${secure ? 'over TLS' : 'in plain'}`, async () => {
        const url = secure ? `https://127.0.0.1:${edge.ports.https}` : edge.url;
        const peers = await roomOf(url, 1, { kind, ca: secure ? edge.ca : undefined });
        const expected = kind === 'polling' ? 'polling' : 'websocket';
        await until(() => peers.every(peer => peer.transportName === expected), { what: `the transport ${expected}` });
        await converse(...peers);
        disposeAll(peers);
      });
    }
  }

  it('mix in one room', async () => {
    const [host, first] = await roomOf(edge.url, 1, { kind: 'websocket' });
    const second = await joinRoom(edge.url, host.room.roomId, { kind: 'polling', user: 'Polly' });
    await converse(host, second);
    await converse(first, host);
    disposeAll([host, first, second]);
  });

  for (const kind of kinds) {
    it(`${kind} works when everything arrives late and in crumbs`, async () => {
      const proxy = await TcpProxy.start(edge.ports.http, { crumb: 7, delay: 2 });
      const peers = await roomOf(proxy.url, 1, { kind });
      await converse(...peers);
      disposeAll(peers);
      await proxy.stop();
    });
  }

  it('keep a session through many pings', async () => {
    const quick = await Edge.start({ CT_PING_INTERVAL: '100ms', CT_PING_TIMEOUT: '500ms' });
    for (const kind of kinds) {
      const peers = await roomOf(quick.url, 1, { kind });
      let pings = 0;
      peers[1].socket.io.on('ping', () => ++pings);
      await until(() => pings >= 10, { what: 'ten pings' });
      await converse(...peers);
      assert.equal(peers[1].disconnected + peers[0].left.length, 0);
      disposeAll(peers);
    }
    await quick.stop();
  });
});

describe('transports under a path', () => {
  before(async () => (edge = await Edge.start({ CT_PATH_PREFIX: '/tools/oct' })));
  after(() => edge?.stop());

  for (const kind of kinds) {
    it(`${kind} finds the server, in the namespace of the path`, async () => {
      const [host] = await roomOf(`${edge.url}/tools/oct`, 0, { kind });
      assert.equal(host.socket.nsp, '/tools/oct');
      const guest = await joinRoom(edge.url, host.room.roomId, { kind });
      assert.equal(guest.socket.nsp, '/');
      await converse(host, guest);
      disposeAll([host, guest]);
    });
  }
});

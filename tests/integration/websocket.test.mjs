// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The plain WebSocket transport, by the npm package's own (unexported) client for it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pack, unpack } from 'msgpackr';
import WebSocket from 'ws';
import { WebSocketTransportProvider } from './node_modules/open-collaboration-protocol/lib/transport/websocket-transport.js';
import { disposeAll, hostRoom, joinRoom, roomOf } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { Frames } from './support/engineio.mjs';
import { send } from './support/http.mjs';
import { admission, contentOf, envelope, rawHost, roomHeaders } from './support/raw.mjs';
import { until } from './support/wait.mjs';

WebSocketTransportProvider.Constructor = WebSocket;
const transports = [WebSocketTransportProvider];
let edge;

async function rawSocket(token) {
  const query = new URLSearchParams(await roomHeaders(token));
  return new Frames(`${edge.url.replace('http', 'ws')}/websocket?${query}`).opened();
}

describe('the transport /websocket', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('carries a session of the npm client', async () => {
    const [host, guest] = await roomOf(edge.url, 1, { transports });
    host.connection.fs.onReadFile(() => ({ content: Buffer.from('read') }));
    assert.equal(Buffer.from((await guest.connection.fs.readFile(host.id, 'x')).content).toString(), 'read');
    disposeAll([host, guest]);
  });

  it('meets Socket.IO in one room', async () => {
    const host = await hostRoom(edge.url, { transports });
    const guest = await joinRoom(edge.url, host.room.roomId);
    const heard = [];
    host.connection.chat.onMessage((_, text) => heard.push(text));
    await guest.connection.chat.sendMessage('hello');
    await until(() => heard.length);
    guest.dispose();
    await until(() => host.left.length, { timeout: 20_000 });
    host.dispose();
  });

  it('takes a close for a goodbye', async () => {
    const [host, guest] = await roomOf(edge.url, 1, { transports });
    guest.dispose();
    await until(() => host.left.length, { timeout: 20_000, what: 'room/left' });
    host.dispose();
  });

  it('closes the room with its host', async () => {
    const [host, guest] = await roomOf(edge.url, 1, { transports });
    host.dispose();
    await until(() => guest.closed, { timeout: 20_000, what: 'room/closed' });
    guest.dispose();
  });

  it('ignores text and keeps to binary', async () => {
    const host = await rawHost(edge.url);
    const { roomToken } = await admission(edge.url, host.roomId);
    const socket = await rawSocket(roomToken);
    await socket.next(() => true);
    assert.equal(unpack(socket.received[0]).content.method, 'peer/info');
    socket.send('text');
    socket.send(pack(envelope.notification(host.id, 'binary')));
    await host.next(message => message.kind === 'notification' && contentOf(message) === 'binary');
    socket.socket.close();
    host.close();
  });

  it('refuses bad tokens', async () => {
    for (const token of ['bad', '']) {
      const closed = await rawSocket(token).then(socket => until(() => socket.closed), error => ({ code: error.message }));
      assert.ok(closed.code === 1008 || /40[13]/.test(closed.code), String(closed.code));
    }
  });

  it('is not for those who want no WebSocket', async () => {
    assert.ok([400, 404, 405, 426].includes((await send(edge.url, 'GET', '/websocket')).status));
  });
});

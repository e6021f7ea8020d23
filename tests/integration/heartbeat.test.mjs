// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whoever still takes something in is alive, though its answers to pings have to wait.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { decoded, EngineClient } from './support/engineio.mjs';
import { loginToken } from './support/login.mjs';
import { TcpProxy } from './support/proxy.mjs';
import { admission, envelope, rawHost, roomHeaders } from './support/raw.mjs';
import { until } from './support/wait.mjs';

// 64 KiB each time: a message of this size takes longer than a ping may. By hand, because the real
// clients themselves give up when no ping comes in the meantime.
const slow = 40;
const size = 7_500_000;
const patience = { timeout: 60_000 };
let edge;
let token;

async function guestOf(proxy, host) {
  const { roomToken } = await admission(edge.url, host.roomId, { token });
  return new EngineClient(proxy.url, { headers: await roomHeaders(roomToken) });
}

const ownId = messages => messages.find(message => message.content?.method === 'peer/info')?.content.params[0].id;
const filling = messages => messages.find(message => message.kind === 'notification' && message.content instanceof Uint8Array);

async function polling(proxy, host) {
  const client = await guestOf(proxy, host);
  await client.open();
  await client.connect();
  await client.poll(() => ownId(client.messages));
  return { id: ownId(client.messages), arrival: () => client.poll(() => filling(client.messages)), end: () => client.end() };
}

async function webSocket(proxy, host) {
  const frames = await (await guestOf(proxy, host)).webSocket();
  frames.socket.on('message', data => data.toString() === '2' && frames.send('3'));
  frames.send('40');
  const id = await until(() => ownId(decoded(frames.received)), { what: 'peer/info' });
  return { id, arrival: () => until(() => filling(decoded(frames.received)), { ...patience, what: 'the message' }), end: () => frames.socket.terminate() };
}

describe('a client on a slow line', () => {
  before(async () => {
    edge = await Edge.start({ CT_PING_INTERVAL: '500ms', CT_PING_TIMEOUT: '3s' });
    token = await loginToken(edge.url);
  });
  after(() => edge?.stop());

  for (const [name, join] of Object.entries({ polling, webSocket })) {
    it(`is not taken for dead in the midst of a large message, by ${name}`, async () => {
      const host = await rawHost(edge.url, { token, kind: 'websocket' });
      const proxy = await TcpProxy.start(edge.ports.http);
      const guest = await join(proxy, host);
      proxy.delay = slow;
      host.send(envelope.notification(guest.id, { filling: Buffer.alloc(size, 'x') }));
      await guest.arrival();
      assert.doesNotMatch(edge.log('sessions.log'), new RegExp(`event=broken.*${guest.id}`));
      guest.end();
      host.close();
      await proxy.stop();
    });
  }
});

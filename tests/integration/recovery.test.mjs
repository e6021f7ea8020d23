// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing the server has accepted for a participant is lost, doubled or reordered when that
// participant's connection breaks or hangs.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { loginToken } from './support/login.mjs';
import { contentOf, envelope, rawGuest, rawHost } from './support/raw.mjs';
import { TcpProxy } from './support/proxy.mjs';
import { kinds } from './support/sockets.mjs';
import { pause, until } from './support/wait.mjs';

const patiently = { timeout: 30_000 };
let edge;
let token;
let host;
let guest;
let proxy;

function numbers(count) {
  return Array.from({ length: count }, (_, index) => index);
}

/** The numbers of the stream that have come, in the order of their coming. */
function received(peer) {
  return peer.ofKind('broadcast').map(message => contentOf(message).number);
}

/**
 * Does `harm` as soon as the guest is connected, and again until it has felt it, since polling has
 * moments without a connection. The stream goes on meanwhile; the promise is that of the feeling.
 */
async function disturb(harm, lastFelt) {
  await lastFelt;
  await until(() => guest.socket.connected, { ...patiently, what: 'the reconnect' });
  const count = guest.disconnects.length;
  const again = setInterval(harm, 1);
  harm();
  const felt = until(() => guest.disconnects.length > count, patiently).finally(() => clearInterval(again));
  felt.catch(() => {});
  return { felt };
}

/** The host sends `count` numbered messages, and does `harm` at every `every`th of them. */
async function stream(count, { every, harm, size = 10 }) {
  const padding = Buffer.alloc(size);
  let last = {};
  for (const number of numbers(count)) {
    host.send(envelope.broadcast([guest.id], { number, padding }));
    if (number % every === every >> 1) last = await disturb(harm, last.felt);
    if (number % 5 === 0) await pause(1);
  }
  await last.felt;
}

async function arrives(count) {
  await until(() => received(guest).length >= count, { ...patiently, what: `${count} messages` }).catch(error => {
    const missing = numbers(count).filter(number => !received(guest).includes(number));
    throw new Error(`${error.message}; missing ${missing.length}: ${missing.slice(0, 10)} …`);
  });
  await guest.settle();
  assert.deepEqual(received(guest), numbers(count));
}

function isUpgraded(kind) {
  return kind !== 'upgrade' || guest.socket.io.engine.transport.name === 'websocket';
}

/**
 * The client's own close, not amid an upgrade: there socket.io-client 4.8 closes in the very turn in
 * which it has read messages, puts these aside without counting them, asks for them again as it
 * connects, and so doubles them itself.
 */
function closeOnceUpgraded(kind) {
  if (guest.socket.connected && isUpgraded(kind)) guest.socket.io.engine.close();
}

async function guestBehindProxy(kind) {
  guest = await rawGuest(proxy.url, host.roomId, { token, kind });
  await until(() => isUpgraded(kind), { what: 'the upgrade' });
}

/** A polling client has no connection to cut between two polls, so once may be too few. */
function breakConnection() {
  return until(() => (guest.socket.connected && proxy.cut(), !guest.socket.connected), { what: 'the break' });
}

describe('recovery', () => {
  before(async () => {
    edge = await Edge.start({ CT_PING_INTERVAL: '700ms', CT_PING_TIMEOUT: '700ms', CT_SESSION_ROOMS_PER_USER: '1000' });
    token = await loginToken(edge.url);
  });
  after(() => edge?.stop());
  beforeEach(async () => {
    proxy = await TcpProxy.start(edge.ports.http);
    host = await rawHost(edge.url, { token, kind: 'websocket' });
  });
  afterEach(async () => {
    guest?.close();
    host?.close();
    await proxy?.stop();
  });

  for (const kind of kinds) {
    it(`weakness 2: takes what is written in the connect handler, over ${kind}`, async () => {
      const write = peer => numbers(20).forEach(number => peer.send(envelope.notification(host.id, number)));
      guest = await rawGuest(edge.url, host.roomId, { token, kind, onConnect: write });
      await until(() => host.ofKind('notification').length >= 20, { what: 'twenty messages' });
      assert.deepEqual(host.ofKind('notification').map(contentOf), numbers(20));
    });

    it(`weakness 2: takes what is written while reconnecting, over ${kind}`, async () => {
      await guestBehindProxy(kind);
      await breakConnection();
      numbers(20).forEach(number => guest.send(envelope.notification(host.id, number)));
      await until(() => host.ofKind('notification').length >= 20, { what: 'twenty messages' });
      assert.deepEqual(host.ofKind('notification').map(contentOf), numbers(20));
    });

    it(`weakness 3: carries 1500 messages over six abrupt breaks, over ${kind}`, async () => {
      await guestBehindProxy(kind);
      await stream(1_500, { every: 250, harm: () => proxy.cut() });
      await arrives(1_500);
      assert.equal(guest.disconnects.length, 6);
    });

    it(`weakness 3: carries large messages over breaks, over ${kind}`, async () => {
      await guestBehindProxy(kind);
      await stream(300, { every: 75, harm: () => proxy.cut(), size: 20_000 });
      await arrives(300);
    });

    it(`weakness 3: loses nothing in a connection that hangs half-open, over ${kind}`, async () => {
      await guestBehindProxy(kind);
      await stream(60, { every: 60, harm: () => proxy.hang() });
      await until(() => guest.disconnects.length, { what: 'the guest\'s notice' });
      await arrives(60);
    });

    it(`weakness 3: carries 1200 messages over six orderly closes, over ${kind}`, async () => {
      await guestBehindProxy(kind);
      await stream(1_200, { every: 200, harm: () => closeOnceUpgraded(kind) });
      await arrives(1_200);
    });

    it(`keeps identity and seat over a break, over ${kind}`, async () => {
      await guestBehindProxy(kind);
      let recovered = false;
      guest.socket.io.on('reconnect', () => (recovered = true));
      await breakConnection();
      await until(() => recovered && guest.socket.connected, { what: 'the reconnect' });
      guest.send(envelope.notification(host.id, 'back'));
      const back = await host.next(message => contentOf(message) === 'back');
      assert.equal(back.origin, guest.id);
      assert.equal(guest.ofMethod('peer/info').length, 1);
      assert.equal(host.ofMethod('room/joined').length, 1);
      assert.equal(host.ofMethod('room/left').length, 0);
    });
  }

  it('lets requests live through a break of either side', async () => {
    await guestBehindProxy('upgrade');
    host.send(envelope.request(guest.id, 1, 'ask'));
    const asked = await until(() => guest.ofKind('request')[0]);
    await breakConnection();
    guest.send(envelope.response(host.id, asked.id, 'answer'));
    assert.equal(contentOf(await host.answerTo(1)), 'answer');
    guest.send(envelope.request(host.id, 2, 'ask back'));
    const back = await until(() => host.ofKind('request')[0]);
    proxy.cut();
    host.send(envelope.response(guest.id, back.id, 'answer back'));
    assert.equal(contentOf(await guest.answerTo(2)), 'answer back');
  });

  it('survives breaks so quick that no connection lives', async () => {
    await guestBehindProxy('upgrade');
    await stream(400, { every: 8, harm: () => proxy.cut() });
    await arrives(400);
  });
});

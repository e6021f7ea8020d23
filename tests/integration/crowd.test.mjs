// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Many rooms at once; each gets all of its own messages and none of another's.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { loginToken } from './support/login.mjs';
import { contentOf, envelope, rawGuest, rawHost } from './support/raw.mjs';
import { until } from './support/wait.mjs';

const roomCount = 200;
const guestCount = 2;
const rounds = 10;
// How many rooms are built up at the same time.
const builders = 10;
const everyTransport = ['websocket', 'websocket', 'upgrade', 'polling'];
const patiently = { timeout: 60_000 };

let edge;
let token;

async function build(number) {
  const options = { token, kind: everyTransport[number % everyTransport.length] };
  const host = await rawHost(edge.url, options);
  const guests = [];
  for (let index = 0; index < guestCount; ++index) guests.push(await rawGuest(edge.url, host.roomId, options));
  return [host, ...guests];
}

async function buildAll() {
  const rooms = [];
  let next = 0;
  await Promise.all(Array.from({ length: builders }, async () => {
    while (next < roomCount) {
      const number = next++;
      rooms[number] = await build(number);
    }
  }));
  return rooms;
}

/** Everybody says something to all, and asks the next one in the circle. */
function speak(rooms, round) {
  rooms.forEach((peers, room) => peers.forEach((peer, index) => {
    const others = peers.filter(other => other !== peer).map(other => other.id);
    peer.send(envelope.broadcast(others, { room, index, round }));
    peer.send(envelope.request(peers[(index + 1) % peers.length].id, `r${round}`, { room, index, round }));
  }));
}

function answerRequests(peer) {
  peer.socket.on('message', () => {
    const message = peer.messages.at(-1);
    if (message.kind === 'request' && contentOf(message)) peer.send(envelope.response(message.origin, message.id, contentOf(message)));
  });
}

function heard(peer, kind) {
  return peer.ofKind(kind).map(contentOf);
}

function assertExact(peers, room) {
  peers.forEach((peer, index) => {
    for (let from = 0; from < peers.length; ++from) {
      const said = heard(peer, 'broadcast').filter(content => content.index === from).map(content => content.round);
      assert.deepEqual(said, from === index ? [] : Array.from({ length: rounds }, (_, round) => round), `room ${room}, ${from} to ${index}`);
    }
    assert.equal(heard(peer, 'broadcast').length, rounds * guestCount);
    assert.deepEqual(heard(peer, 'response').map(content => [content.room, content.index, content.round]),
      Array.from({ length: rounds }, (_, round) => [room, index, round]));
    assert.ok([...heard(peer, 'broadcast'), ...heard(peer, 'request')].every(content => content.room === room), 'only of its own room');
  });
}

describe(`${roomCount} rooms of ${guestCount + 1}`, () => {
  before(async () => {
    edge = await Edge.start({ CT_SESSION_ROOMS_PER_USER: '1000', CT_MAX_POLL_TOKENS_PER_ADDRESS: '10000', CT_MAX_CONNECTIONS_PER_ADDRESS: '10000' });
    token = await loginToken(edge.url);
  });
  after(() => edge?.stop());

  it('get exactly their own messages, in order, and end cleanly', async () => {
    const rooms = await buildAll();
    const everyone = rooms.flat();
    assert.equal(new Set(everyone.map(peer => peer.id)).size, roomCount * (guestCount + 1));
    everyone.forEach(answerRequests);
    for (let round = 0; round < rounds; ++round) {
      speak(rooms, round);
      await until(() => everyone.every(peer => peer.ofKind('response').length === round + 1), { ...patiently, what: `the answers of round ${round}` });
    }
    await until(() => everyone.every(peer => peer.ofKind('broadcast').length >= rounds * guestCount), { ...patiently, what: 'all broadcasts' });
    rooms.forEach(assertExact);
    assert.equal(everyone.filter(peer => peer.disconnects.length).length, 0);
    for (const [host] of rooms) host.close();
    await until(() => rooms.every(([, ...guests]) => guests.every(guest => guest.ofMethod('room/closed').length === 1)), { ...patiently, what: 'room/closed everywhere' });
  });
});

describe('guests who only speak WebSocket', () => {
  before(async () => {
    edge = await Edge.start({ CT_MAX_UNAUTHENTICATED: '10' });
    token = await loginToken(edge.url);
  });
  after(() => edge?.stop());

  it('do not count as strangers once they have a room token', async () => {
    const options = { token, kind: 'websocket' };
    const host = await rawHost(edge.url, options);
    const guests = [];
    for (let index = 0; index < 12; ++index) guests.push(await rawGuest(edge.url, host.roomId, options));
    host.send(envelope.broadcast(guests.map(guest => guest.id), { all: 'here' }));
    await until(() => guests.every(guest => heard(guest, 'broadcast').length === 1), { ...patiently, what: 'the broadcast' });
    assert.equal([host, ...guests].filter(peer => peer.disconnects.length).length, 0);
  });
});

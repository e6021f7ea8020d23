// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Participants who use their seat against everybody else, and strangers on a WebSocket.

import assert from 'node:assert/strict';
import { roomHeaders, envelope } from '../integration/support/raw.mjs';
import { pack } from '../integration/support/packing.mjs';
import { pause, until } from '../integration/support/wait.mjs';
import { attack } from './support/field.mjs';
import { admittedBy, guestOf, hostAt } from './support/room.mjs';
import { attackerAt, eventHead, frame, inTurns, member, webSocket } from './support/wire.mjs';

const seconds = 8;
const mib = 1024 * 1024;

/** A room with one guest who listens and a seat for whoever attacks from it. */
async function roomWithSeat(field, number) {
  const host = await hostAt(field.url, attackerAt(number), `Attacked ${number}`);
  const listener = await guestOf(field.url, host);
  const token = await admittedBy(field.url, host);
  field.secrets.push(host.login, token);
  return { host, listener, token, headers: await roomHeaders(token), at: attackerAt(number) };
}

function close({ host, listener }, ...wires) {
  for (const wire of wires) wire.end();
  listener.close();
  host.close();
}

const whole = message => Buffer.concat([eventHead, frame(2, pack(message))]);

attack('slow-websocket', 'a guest who reads nothing while its room sends 5 MB/s', {
  log: /Too slow/,
  memory: 48,
  async strike(field) {
    const room = await roomWithSeat(field, 1);
    const slow = await member(field.port, room.at, room.headers);
    slow.socket.pause();
    const id = await until(() => room.host.ofMethod('room/joined')[1]?.content.params[0].id);
    room.listener.count = 0;
    room.listener.socket.on('message', () => ++room.listener.count);
    const content = 'x'.repeat(64 * 1024);
    let sent = 0;
    for (const start = performance.now(); performance.now() - start < seconds * 1000; await pause(10)) {
      for (; sent < (performance.now() - start) * 80 / 1000; ++sent) room.host.send(envelope.broadcast([id, room.listener.id], content));
    }
    await until(() => room.listener.count >= sent, { what: 'the listener\'s messages' });
    await until(() => room.host.ofMethod('room/left').length, { what: 'the slow one\'s end' });
    field.notes.push(`${(sent * 64 / 1024 / seconds).toFixed(1)} MiB/s`);
    close(room, slow);
  },
});

attack('message-flood', '50,000 small messages a second of one guest', {
  // A busy machine may not carry the flood that the default, 20,000 a second after 40,000, is there for.
  launch: () => ({ settings: { CT_SESSION_MESSAGES_PER_SECOND: '2000', CT_SESSION_MESSAGE_BURST: '10000' } }),
  log: /Too many messages/,
  memory: 48,
  async strike(field) {
    const room = await roomWithSeat(field, 1);
    const flooder = await member(field.port, room.at, room.headers);
    const thousand = Buffer.concat(Array(1_000).fill(whole(envelope.broadcast([room.listener.id, room.host.id], 1))));
    let sent = 0;
    for (const start = performance.now(); performance.now() - start < seconds * 1000 && !flooder.isOver; sent += 1_000) {
      const ahead = sent / 50 - (performance.now() - start);
      if (ahead > 0) await pause(ahead);
      await flooder.push(thousand);
    }
    field.notes.push(`ended after ${sent} messages`);
    assert.ok(flooder.isOver, 'the flooder is ended');
    close(room, flooder);
  },
});

attack('big-messages', '1 MiB messages back to back', {
  memory: 64,
  async strike(field) {
    const room = await roomWithSeat(field, 1);
    const sender = await member(field.port, room.at, room.headers);
    let got = 0;
    room.listener.socket.on('message', () => (++got, room.listener.messages.length = 1));
    const message = whole(envelope.broadcast([room.listener.id], 'x'.repeat(mib)));
    let sent = 0;
    for (const end = performance.now() + seconds * 1000; performance.now() < end && !sender.isOver; ++sent) await sender.push(message);
    // On a busy machine the listener may be one of those that take in too little.
    const tooSlow = () => field.logged(/Too slow/).length > 0;
    await until(() => got >= sent || sender.isOver || tooSlow(), { timeout: 30_000, what: 'all of them' });
    field.notes.push(`${sent} MiB${tooSlow() ? ', more than the listener took in' : ''}`);
    assert.ok(!sender.isOver, 'whoever is within the limits stays');
    close(room, sender);
  },
});

attack('tiny-fragments', 'messages in millions of fragments, of guests and of strangers', {
  log: /fragments|frames/,
  memory: 48,
  async strike(field) {
    const room = await roomWithSeat(field, 1);
    const guest = await member(field.port, room.at, room.headers);
    const strangers = await Promise.all([2, 3, 4].map(number => webSocket(field.port, attackerAt(number))));
    const fragments = Buffer.concat(Array(50_000).fill(frame(0, 'x', { fin: false })));
    const empty = Buffer.concat(Array(50_000).fill(frame(0, '', { fin: false })));
    for (const wire of [guest, ...strangers]) wire.write(frame(2, 'x', { fin: false }));
    await Promise.all([guest, ...strangers].map(async (wire, index) => {
      const flood = index % 2 ? empty : fragments;
      let count = 0;
      for (const end = performance.now() + seconds * 1000; performance.now() < end && !wire.isOver; ++count) await wire.push(flood);
      field.notes.push(`${wire.isOver ? 'ended after' : 'took'} ${count * 50_000} fragments`);
    }));
    close(room, guest, ...strangers);
  },
});

attack('ping-flood', 'pings without end, whose answers are not read', {
  log: /frames/,
  async strike(field) {
    const room = await roomWithSeat(field, 1);
    const wires = [await member(field.port, room.at, room.headers), await webSocket(field.port, attackerAt(2))];
    for (const wire of wires) wire.socket.pause();
    const pings = Buffer.concat(Array(10_000).fill(frame(9, 'x'.repeat(125))));
    await Promise.all(wires.map(async wire => {
      for (const end = performance.now() + seconds * 1000; performance.now() < end && !wire.isOver;) {
        await Promise.race([wire.push(pings), pause(500)]);
      }
    }));
    close(room, ...wires);
  },
});

attack('namespace-flood', '2,000 connections without a token, each with a namespace of its own', {
  log: /Refused a client/,
  async strike(field) {
    let refused = 0;
    await inTurns(2_000, 40, async number => {
      const wire = await webSocket(field.port, attackerAt(number % 200));
      wire.write(frame(1, `40/${'n'.repeat(200)}${number},`));
      await wire.until(/4[14]|429/, { timeout: 20_000 });
      refused += /4[14]|429/.test(wire.text) ? 1 : 0;
      wire.end();
    });
    field.notes.push(`${refused} refused`);
  },
});

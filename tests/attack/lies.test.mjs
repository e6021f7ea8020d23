// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lengths of gigabytes, depths of thousands: what is declared and never sent, or sent to be unpacked.

import assert from 'node:assert/strict';
import { envelope, roomHeaders } from '../integration/support/raw.mjs';
import { pack } from '../integration/support/packing.mjs';
import { pause } from '../integration/support/wait.mjs';
import { attack } from './support/field.mjs';
import { admittedBy, guestOf, hostAt } from './support/room.mjs';
import { attackerAt, eventHead, frame, inTurns, member, webSocket, Wire } from './support/wire.mjs';

const huge = 2n ** 62n;

function hugeFrame(length, opcode = 2) {
  const head = Buffer.alloc(14);
  head[0] = 0x80 | opcode;
  head[1] = 0xff;
  head.writeBigUInt64BE(length, 2);
  return head;
}

const httpLies = [
  'POST /api/login/simple HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999999999\r\n\r\n{',
  'POST /api/login/simple HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n{',
  'POST /api/login/simple HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{',
  'POST /api/login/simple HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n{',
  `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(2_000)}\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'c'.repeat(40_000)}\r\n\r\n`,
];

/** MessagePack that claims or nests without end. */
function packedLies() {
  const claims = [0xc6, 0xdd, 0xdf, 0xdb, 0xc9].map(type => Buffer.from([type, 0xff, 0xff, 0xff, 0xff, 0x01]));
  const deep = Buffer.concat([Buffer.alloc(10_000, 0x91), Buffer.from([0xc0])]);
  const deepMaps = Buffer.concat([...Array(10_000).fill(Buffer.from([0x81, 0xa1, 0x61])), Buffer.from([0xc0])]);
  const message = pack(envelope.notification('nobody', 1));
  const inside = lie => Buffer.concat([Buffer.from([0x81, 0xa7]), Buffer.from('version'), lie]);
  return [...claims, deep, deepMaps, ...[...claims, deep].map(inside), message.subarray(0, message.length / 2)];
}

attack('declared-lengths', 'frames, bodies, chunks and attachments of gigabytes that never come', {
  async strike(field) {
    const host = await hostAt(field.url, attackerAt(0), 'Attacked');
    field.secrets.push(host.login);
    const wires = [];
    await inTurns(400, 20, async number => {
      const wire = new Wire(field.port, attackerAt(number % 100));
      wires.push(wire);
      wire.write(httpLies[number % httpLies.length]);
      await wire.until(/HTTP\/1.1 4\d\d/);
    });
    for (const lie of [hugeFrame(huge), hugeFrame(2n ** 63n), hugeFrame(4_294_967_296n), hugeFrame(63_000_000n), hugeFrame(huge, 1), hugeFrame(200n, 9)]) {
      for (let index = 0; index < 20; ++index) {
        const wire = await webSocket(field.port, attackerAt(index), await roomHeaders(await admittedBy(field.url, host)));
        wire.write(lie);
        wires.push(wire);
      }
    }
    await pause(1_000);
    for (const wire of wires) wire.end();
    host.close();
  },
});

attack('deep-messages', 'MessagePack and JSON of 10,000 levels or four billion entries', {
  log: /not of the protocol|malformed/,
  async strike(field) {
    const host = await hostAt(field.url, attackerAt(0), 'Attacked');
    const listener = await guestOf(field.url, host);
    field.secrets.push(host.login);
    const heads = ['451-["message",{"_placeholder":true,"num":4000000000}]', '4599999999999-["message"]', '4550000-["message",{"_placeholder":true,"num":0}]',
      `42${'['.repeat(100_000)}`, `42["message",${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}]`];
    for (const lie of packedLies()) {
      const wire = await member(field.port, host.localAddress, await roomHeaders(await admittedBy(field.url, host)));
      for (let count = 0; count < 50; ++count) await wire.push(Buffer.concat([eventHead, frame(2, lie)]));
      await pause(50);
      wire.end();
    }
    for (const head of heads) {
      const wire = await member(field.port, host.localAddress, await roomHeaders(await admittedBy(field.url, host)));
      for (let count = 0; count < 10; ++count) await wire.push(Buffer.concat([frame(1, head), frame(2, 'x')]));
      await wire.over({ timeout: 2_000 }).catch(() => {});
      wire.end();
    }
    const bombs = ['['.repeat(60_000), `{"token":${'{"a":'.repeat(10_000)}`, `{"token":"${'\\u0000'.repeat(10_000)}"}`, `{"token":1e${'9'.repeat(50_000)}}`, '"\ud800"', '{"a":1,'.repeat(8_000)];
    for (const bomb of bombs) {
      const wire = new Wire(field.port, attackerAt(1));
      wire.write(`POST /api/login/simple HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(bomb)}\r\n\r\n${bomb}`);
      await wire.until(/HTTP\/1.1 \d\d\d/);
      assert.match(wire.text, /HTTP\/1.1 4\d\d/, bomb.slice(0, 40));
      wire.end();
    }
    assert.equal(listener.disconnects.length, 0);
    listener.close();
    host.close();
  },
});

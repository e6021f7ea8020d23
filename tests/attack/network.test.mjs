// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Peers of whom nothing is heard any more, and handshakes that never begin.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import tls from 'node:tls';
import { roomHeaders } from '../integration/support/raw.mjs';
import { pause, until } from '../integration/support/wait.mjs';
import { attack } from './support/field.mjs';
import { descriptors } from './support/process.mjs';
import { admittedBy, hostAt } from './support/room.mjs';
import { attackerAt, frame, inTurns, member, Wire } from './support/wire.mjs';

// A text frame with Engine.IO's ping.
const ping = Buffer.from([0x81, 1, 0x32]);

const nft = (...words) => execFileSync('nft', words, { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } });

/** From now on no packet from or to these addresses arrives, and nobody is told. */
function drop(addresses) {
  nft('add table inet attack');
  nft('add chain inet attack in { type filter hook input priority 0 ; }');
  nft(`add rule inet attack in ip saddr { ${addresses.join(', ')} } drop`);
  nft(`add rule inet attack in ip daddr { ${addresses.join(', ')} } drop`);
  return () => nft('delete table inet attack');
}

attack('half-open', '40 participants whose packets are dropped, without a goodbye', {
  launch: () => ({ settings: { CT_PING_INTERVAL: '3', CT_PING_TIMEOUT: '3', CT_SEAT_GRACE: '4' } }),
  log: /did not answer a ping/,
  async strike(field) {
    const rooms = await Promise.all([0, 1, 2, 3].map(number => hostAt(field.url, attackerAt(number), `Attacked ${number}`)));
    const lost = [];
    for (const [number, host] of rooms.entries()) {
      for (let index = 0; index < 10; ++index) {
        const token = await admittedBy(field.url, host);
        const wire = await member(field.port, attackerAt(100 + number), await roomHeaders(token));
        wire.socket.on('data', data => data.includes(ping) && wire.write(frame(1, '3')));
        lost.push(wire);
      }
    }
    const before = descriptors(field.edge.pid);
    const allow = drop([0, 1, 2, 3].map(number => attackerAt(100 + number)));
    try {
      const left = host => host.ofMethod('room/left').length;
      await until(() => rooms.every(host => left(host) === 10), { timeout: 30_000, what: 'the seats given up' });
      await until(() => descriptors(field.edge.pid) <= before - 40, { timeout: 30_000, what: 'the sockets gone' });
    } finally {
      allow();
    }
    for (const wire of lost) wire.end();
    for (const host of rooms) host.close();
  },
});

attack('silent-handshakes', '2,000 TLS connections that say nothing or only begin to', {
  log: /TLS handshake/,
  async strike(field) {
    const port = field.edge.ports.https;
    const wires = [];
    await inTurns(2_000, 100, async number => {
      const wire = new Wire(port, attackerAt(number % 100));
      wires.push(wire);
      await wire.connected;
      if (number % 2) wire.write(Buffer.from('16030100c8010000c40303', 'hex'));
    });
    for (let count = 0; count < 12; ++count) {
      const started = performance.now();
      const socket = tls.connect({ port, host: '127.0.0.1', localAddress: `127.1.1.${count + 1}`, rejectUnauthorized: false });
      socket.on('error', () => {});
      await until(() => socket.getProtocol() && socket.authorizationError !== undefined, { timeout: 8_000, what: 'a handshake' });
      field.notes.push(`${(performance.now() - started).toFixed(0)} ms`);
      socket.destroy();
      await pause(1_000);
    }
    field.notes = [`others' handshakes took ${field.notes.join(', ')}`];
    await until(() => wires.every(wire => wire.isOver), { timeout: 15_000, what: 'the end of all silent ones' });
    assert.ok(wires.every(wire => wire.isOver));
  },
  memory: 64,
});

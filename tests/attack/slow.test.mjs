// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients that take their time, by the tool made for them, and a crowd of them from everywhere.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pause } from '../integration/support/wait.mjs';
import { attack, serverAddress } from './support/field.mjs';
import { attackerAt, inTurns, Wire } from './support/wire.mjs';

const seconds = 20;

/** 1,000 connections, 200 new ones a second. */
async function slowHttpTest(field, ...mode) {
  const { stdout } = await promisify(execFile)('slowhttptest',
    ['-c', '1000', '-r', '200', '-l', `${seconds}`, '-p', '5', '-u', `http://${serverAddress}:${field.port}/login/login.js`, ...mode],
    { timeout: 4 * seconds * 1000, maxBuffer: 1 << 26 });
  const plain = stdout.replace(/\x1b\[[\d;]*m/g, '');
  assert.match(plain, /service available:\s+(YES|NO)/, plain.slice(-500));
}

attack('slow-headers', '1,000 heads that never end', {
  log: /did not send its request in time/,
  strike: field => slowHttpTest(field, '-H', '-i', '5'),
});

attack('slow-bodies', '1,000 bodies that come byte by byte', {
  log: /too fast|too many connections/i,
  strike: field => slowHttpTest(field, '-B', '-i', '5', '-s', '8192'),
});

attack('slow-readers', '1,000 answers that are hardly read', {
  log: /too fast|too many connections/i,
  strike: field => slowHttpTest(field, '-X', '-w', '10', '-y', '20', '-n', '5', '-z', '1', '-k', '3'),
});

attack('slow-crowd', '4,000 half-sent heads from 800 addresses', {
  log: /make room|did not send its request in time/,
  async strike(field) {
    const wires = [];
    await inTurns(4_000, 200, async number => {
      const wire = new Wire(field.port, attackerAt(number % 800));
      wires.push(wire);
      await wire.connected;
      wire.write('GET /api/meta HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    });
    for (let second = 0; second < 13; ++second) {
      await pause(1_000);
      for (const wire of wires) wire.write('a');
    }
    const held = wires.filter(wire => !wire.isOver).length;
    field.notes.push(`${held} of ${wires.length} still held after 13 s`);
    assert.equal(held, 0, 'a head has 10 s');
  },
  memory: 48,
});

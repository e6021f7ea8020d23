// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A machine that gives the server little: descriptors, memory, processor time, a clock that can be trusted.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { envelope, roomHeaders } from '../integration/support/raw.mjs';
import { loginToken } from '../integration/support/login.mjs';
import { pause, until } from '../integration/support/wait.mjs';
import { ControlGroup } from './support/cgroup.mjs';
import { attack } from './support/field.mjs';
import { cpuSeconds, descriptors } from './support/process.mjs';
import { admittedBy, hostAt } from './support/room.mjs';
import { attackerAt, frame, inTurns, member, Wire } from './support/wire.mjs';

const mib = 1024 * 1024;
// A text frame with Engine.IO's ping.
const ping = Buffer.from([0x81, 1, 0x32]);

attack('descriptors', '1,000 connections to a server that has 256 descriptors', {
  launch: () => ({ wrapper: ['prlimit', '--nofile=256:256'] }),
  log: /lowered to that|make room|raise the limit/,
  async strike(field) {
    const wires = [];
    await inTurns(1_000, 100, async number => {
      const wire = new Wire(field.port, attackerAt(number % 50));
      wires.push(wire);
      await wire.connected;
    });
    const before = cpuSeconds(field.edge.pid);
    await pause(3_000);
    const used = (cpuSeconds(field.edge.pid) - before) / 3;
    field.notes.push(`${descriptors(field.edge.pid)} descriptors, ${(used * 100).toFixed(0)} % of a core while full`);
    assert.ok(used < 0.25, 'a full server does not spin');
    for (const wire of wires) wire.end();
  },
});

let memory;
attack('memory', 'rooms of slow readers, and 256 MiB for everything', {
  launch: () => ({ wrapper: (memory = new ControlGroup('memory', { 'memory.limit_in_bytes': 256 * mib })).wrapper }),
  log: /Too slow|memory/,
  async strike(field) {
    const content = 'x'.repeat(256 * 1024);
    const slow = [];
    const hosts = [];
    await inTurns(16, 4, async number => {
      const host = await hostAt(field.url, attackerAt(number), `Attacked ${number}`);
      hosts.push(host);
      for (let index = 0; index < 4; ++index) {
        const wire = await member(field.port, host.localAddress, await roomHeaders(await admittedBy(field.url, host)));
        wire.socket.pause();
        slow.push(wire);
      }
      host.guests = host.ofMethod('room/joined').map(message => message.content.params[0].id);
    });
    // One receiver each: nothing is shared between the queues.
    for (let round = 0; round < 80; ++round) {
      for (const host of hosts) for (const id of host.guests) host.send(envelope.notification(id, content));
      await until(() => hosts.every(host => host.socket.io.engine.writeBuffer.length < 50), { timeout: 3_000 }).catch(() => {});
    }
    await pause(2_000);
    const most = Number(memory.read('memory.max_usage_in_bytes')) / mib;
    field.notes.push(`at most ${most.toFixed(0)} MiB of 256, ${memory.read('memory.failcnt').trim()} times at the limit`);
    for (const wire of slow) wire.end();
    for (const host of hosts) host.close();
  },
  aftermath: async () => memory.removeLater(),
});

/** A room whose host says more at once than a tenth of a core can carry. */
async function busyRoom(field) {
  const host = await hostAt(field.url, attackerAt(0), 'Busy');
  const guests = [];
  for (let index = 0; index < 20; ++index) {
    const guest = await member(field.port, host.localAddress, await roomHeaders(await admittedBy(field.url, host)));
    guest.bytes = 0;
    guest.socket.removeAllListeners('data').on('data', data => {
      guest.bytes += data.length;
      if (data.includes(ping)) guest.write(frame(1, '3'));
    });
    guests.push(guest);
  }
  const targets = host.ofMethod('room/joined').map(message => message.content.params[0].id);
  const size = 4096;
  let said = 0;
  return {
    say() {
      for (let count = 0; count < 200; ++count, ++said) host.send(envelope.broadcast(targets, 'x'.repeat(size)));
    },
    isServed: () => guests.every(guest => guest.bytes >= said * size),
    areThere: () => guests.every(guest => !guest.isOver),
    close() {
      for (const guest of guests) guest.end();
      host.close();
    },
  };
}

let processor;
attack('cpu-quota', 'a tenth of a core', {
  launch: () => ({ wrapper: (processor = new ControlGroup('cpu')).wrapper, settings: { CT_PING_INTERVAL: '2', CT_PING_TIMEOUT: '5' } }),
  lag: { p99: 1_000, max: 3_000 },
  async strike(field) {
    const busy = await busyRoom(field);
    processor.write({ 'cpu.cfs_period_us': 20_000, 'cpu.cfs_quota_us': 2_000 });
    for (const end = performance.now() + 15_000; performance.now() < end; await pause(400)) busy.say();
    const throttled = /nr_throttled (\d+)/.exec(processor.read('cpu.stat'))[1];
    field.notes.push(`throttled ${throttled} times`);
    processor.write({ 'cpu.cfs_quota_us': -1 });
    assert.ok(throttled > 5, 'the quota is felt');
    await until(() => busy.isServed(), { timeout: 30_000, what: 'all that was said' });
    assert.ok(busy.areThere(), 'nobody of the busy room is given up');
    busy.close();
    assert.equal(field.logged(/did not answer a ping/).length, 0, 'nobody is given up');
  },
  aftermath: async () => processor.removeLater(),
});

const timestamps = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'ct-clock-')), 'faketime');

/** Whole at any time: libfaketime ends a program that reads half of it. */
function setClock(jump) {
  fs.writeFileSync(`${timestamps}.next`, `${jump}\n`);
  fs.renameSync(`${timestamps}.next`, timestamps);
}
const library = ['/usr/lib', '/usr/lib64'].flatMap(folder => [`${folder}/${process.arch === 'x64' ? 'x86_64' : 'aarch64'}-linux-gnu/faketime/libfaketimeMT.so.1`])
  .find(file => fs.existsSync(file));
attack('clock-jumps', 'a wall clock that jumps by hours and days, both ways', {
  launch() {
    assert.ok(library, 'libfaketime (Debian package faketime) is missing');
    setClock('+0');
    return { settings: { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: timestamps, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' } };
  },
  async strike(field) {
    for (const jump of ['+86400', '-86400', '+3600', '-3600', '+30d', '+0']) {
      setClock(jump);
      await pause(1_500);
      assert.ok(await loginToken(field.url, `Login at ${jump}`), 'logins work at any time');
    }
  },
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// soak.mjs MINUTES PEOPLE: a long day in short; called by tests/soak.

import fs from 'node:fs';
import path from 'node:path';
import { Edge } from '../../integration/support/edge.mjs';
import { contentOf, envelope } from '../../integration/support/raw.mjs';
import { pause, until } from '../../integration/support/wait.mjs';
import { cpuSeconds, descriptors, rss } from './process.mjs';
import { guestOf, hostAt } from './room.mjs';

const [minutes, people] = process.argv.slice(2).map(Number);
const perRoom = 10;
const sayEvery = 500;
const churnEvery = 100;
const sampleEvery = 5_000;
// What a room lives for before its host ends it and another one is opened.
const roomLife = 120_000;
const steepest = 1;

const counts = { said: 0, delivered: 0, lost: 0, doubled: 0, joins: 0, leaves: 0, cuts: 0, rooms: 0 };
const addressOf = number => `127.3.${Math.floor(number / 250)}.${1 + number % 250}`;
const pick = list => list[Math.floor(Math.random() * list.length)];

class SoakRoom {
  static async open(url, number) {
    const room = new SoakRoom();
    room.url = url;
    room.number = number;
    room.host = await hostAt(url, addressOf(number), `Host ${number}`);
    room.endAt = performance.now() + roomLife * (0.5 + Math.random());
    while (room.guests.length < perRoom - 1) await room.join();
    ++counts.rooms;
    return room;
  }

  guests = [];
  said = 0;
  isChanging = false;

  async join() {
    const guest = await guestOf(this.url, this.host);
    guest.next = undefined;
    guest.socket.on('message', () => this.#arrived(guest));
    this.guests.push(guest);
    ++counts.joins;
  }

  say() {
    const targets = this.guests.map(guest => guest.id);
    for (const guest of this.guests) guest.next ??= this.said + 1;
    this.host.send(envelope.broadcast(targets, { number: ++this.said, filler: 'x'.repeat(200 + this.said % 2000) }));
    ++counts.said;
  }

  /** One guest leaves and another comes, or one's connection breaks and comes back by itself. */
  async change() {
    if (this.isChanging) return;
    this.isChanging = true;
    try {
      const guest = pick(this.guests);
      if (Math.random() < 0.5) {
        guest.socket.io.engine.transport.ws?.terminate();
        ++counts.cuts;
      } else {
        this.guests.splice(this.guests.indexOf(guest), 1);
        guest.close();
        ++counts.leaves;
        await this.join();
      }
    } finally {
      this.isChanging = false;
    }
  }

  async close() {
    await until(() => !this.isChanging && this.guests.every(guest => guest.next === undefined || guest.next === this.said + 1), { timeout: 20_000 }).catch(() => {});
    for (const guest of this.guests) counts.lost += guest.next === undefined ? 0 : this.said + 1 - guest.next;
    for (const peer of [...this.guests, this.host]) peer.close();
  }

  #arrived(guest) {
    const content = contentOf(guest.messages.at(-1));
    if (content === undefined) return;
    guest.messages.pop();
    if (guest.next === undefined) return;
    ++counts.delivered;
    if (content.number < guest.next) ++counts.doubled;
    counts.lost += Math.max(0, content.number - guest.next);
    guest.next = content.number + 1;
  }
}

/** MiB an hour, by least squares. */
function slope(samples) {
  const mean = key => samples.reduce((sum, sample) => sum + sample[key], 0) / samples.length;
  const [hour, size] = [mean('hour'), mean('rss')];
  const above = samples.reduce((sum, sample) => sum + (sample.hour - hour) * (sample.rss - size), 0);
  return above / samples.reduce((sum, sample) => sum + (sample.hour - hour) ** 2, 0);
}

const edge = await Edge.start({ CT_LOGIN_TRIES_PER_MINUTE: '100000', CT_SESSION_ROOMS_PER_USER: '1000' });
const rooms = [];
let opened = 0;
const samples = [];
let failed = false;
try {
  while (rooms.length * perRoom < people) rooms.push(await SoakRoom.open(edge.url, opened++));
  const start = performance.now();
  const end = start + minutes * 60_000;
  const problems = new Set();
  const attempt = work => work.catch(error => problems.add(error.message));
  const timers = [
    setInterval(() => rooms.forEach(room => room.say()), sayEvery),
    setInterval(() => attempt(pick(rooms).change()), churnEvery),
    setInterval(() => {
      samples.push({ hour: (performance.now() - start) / 3_600_000, rss: rss(edge.pid), descriptors: descriptors(edge.pid) });
      if (process.stderr.isTTY) process.stderr.write(`\r${((performance.now() - start) / 60_000).toFixed(1)} min, ${samples.at(-1).rss.toFixed(1)} MiB  `);
    }, sampleEvery),
  ];
  while (performance.now() < end && !edge.exit) {
    await pause(1_000);
    const index = rooms.findIndex(room => performance.now() > room.endAt && !room.isChanging);
    if (index < 0) continue;
    const [old] = rooms.splice(index, 1);
    attempt(old.close());
    await attempt(SoakRoom.open(edge.url, opened++ % 5_000).then(room => rooms.push(room)));
  }
  timers.forEach(clearInterval);
  const later = samples.filter(sample => sample.hour > minutes / 60 / 3);
  const files = later.map(sample => sample.descriptors);
  const rise = slope(later);
  await Promise.all(rooms.map(room => room.close()));
  const errors = edge.log('error.log').split('\n').filter(Boolean).length;
  console.log(JSON.stringify(counts));
  console.log(`${minutes} min, ${people} people, ${(counts.said * (perRoom - 1) / (minutes * 60)).toFixed(0)} deliveries/s, ${(cpuSeconds(edge.pid) / (minutes * 60) * 100).toFixed(1)} % of a core`);
  console.log(`memory after the first third: ${later[0].rss.toFixed(1)} to ${later.at(-1).rss.toFixed(1)} MiB, slope ${rise.toFixed(2)} MiB/h`);
  console.log(`descriptors: ${Math.min(...files)} to ${Math.max(...files)}; lines in error.log: ${errors}`);
  if (problems.size) console.log(`clients' problems: ${[...problems].slice(0, 5).join(' | ')}`);
  failed = counts.lost > 0 || counts.doubled > 0 || rise > steepest || edge.exit !== undefined;
  fs.mkdirSync('build', { recursive: true });
  fs.writeFileSync(path.resolve('build/soak.json'), JSON.stringify({ counts, samples }));
} finally {
  await edge.stop();
}
process.exit(failed ? 1 : 0);

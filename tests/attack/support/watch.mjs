// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The untouched: a process of its own with rooms that nobody attacks, and who asks whether the server
// is ready. It measures how long the server's loops make them wait; a bare echo on the same machine,
// asked at the same moments, shows how much of that is the machine's.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { send } from '../../integration/support/http.mjs';
import { contentOf, envelope } from '../../integration/support/raw.mjs';
import { until } from '../../integration/support/wait.mjs';
import { Loops } from './loops.mjs';
import { guestOf, hostAt } from './room.mjs';

const every = 50;
const guestsPerRoom = 2;
const filler = 'x'.repeat(1000);
const doorEvery = 250;
const patience = 10_000;

/** The figures of a list of milliseconds. */
function summary(values) {
  const sorted = Float64Array.from(values).sort();
  const at = share => sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] : 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

class UntouchedRoom {
  static async open(url, number, samples) {
    const room = new UntouchedRoom(samples);
    room.host = await hostAt(url, `127.1.0.${number + 1}`, `Untouched ${number}`);
    for (let index = 0; index < guestsPerRoom; ++index) {
      const guest = await guestOf(url, room.host);
      guest.got = 0;
      guest.socket.on('message', () => room.#arrived(guest));
      room.guests.push(guest);
    }
    room.secrets = [room.host, ...room.guests].map(peer => peer.token).concat(room.host.login);
    return room;
  }

  guests = [];
  sent = 0;
  faults = 0;

  constructor(samples) {
    this.samples = samples;
  }

  say() {
    const targets = this.guests.map(guest => guest.id);
    this.host.send(envelope.broadcast(targets, { number: ++this.sent, at: performance.now(), filler }));
  }

  get missing() {
    return this.guests.reduce((sum, guest) => sum + this.sent - guest.got, 0);
  }

  get disconnects() {
    return [this.host, ...this.guests].reduce((sum, peer) => sum + peer.disconnects.length, 0);
  }

  #arrived(guest) {
    const message = guest.messages.pop();
    const content = contentOf(message);
    if (content === undefined) return guest.messages.push(message);
    if (content.number !== ++guest.got) {
      ++this.faults;
      guest.got = content.number;
    }
    this.samples.push(performance.now() - content.at);
  }
}

/** Somebody who answers at once. */
class Echo {
  static async open(samples) {
    const child = fork(fileURLToPath(import.meta.url), ['echo']);
    const [port] = await once(child, 'message');
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    socket.on('data', data => {
      for (let at = 0; at + 8 <= data.length; at += 8) samples.push(performance.now() - data.readDoubleLE(at));
    });
    return { child, socket };
  }

  static async serve() {
    const server = net.createServer({ noDelay: true }, socket => socket.on('data', data => socket.write(data)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.on('disconnect', () => process.exit());
    process.send(server.address().port);
  }
}

class Watch {
  lag = [];
  machine = [];
  doors = [];
  doorFaults = [];
  asked = 0;

  async open({ url, privateUrl, rooms, metricsToken }) {
    this.url = url;
    this.privateUrl = privateUrl;
    this.rooms = [];
    for (let number = 0; number < rooms; ++number) this.rooms.push(await UntouchedRoom.open(url, number, this.lag));
    this.loops = new Loops(url, metricsToken);
    this.echo = await Echo.open(this.machine);
    this.kept = new http.Agent({ keepAlive: true, maxSockets: 1, localAddress: '127.1.0.98' });
    this.timers = [setInterval(() => this.#beat(), every), setInterval(() => this.#knock(), doorEvery)];
    return this.rooms.flatMap(room => room.secrets);
  }

  async mark() {
    await this.loops.mark();
    for (const list of [this.lag, this.machine, this.doors, this.doorFaults]) list.length = 0;
    this.faultsBefore = this.#faults();
    this.asked = 0;
  }

  async collect() {
    const missing = () => this.rooms.reduce((sum, room) => sum + room.missing, 0);
    this.isQuiet = true;
    await until(() => missing() === 0, { timeout: patience }).catch(() => {});
    const result = {
      loops: await this.loops.figures(),
      lag: summary([...this.lag, ...this.doors]), machine: summary(this.machine), doors: summary(this.doors),
      asked: this.asked, unready: this.doorFaults.length, why: this.doorFaults[0],
      lost: missing() + this.#faults() - (this.faultsBefore ?? 0),
      disconnects: this.rooms.reduce((sum, room) => sum + room.disconnects, 0),
      ended: this.rooms.flatMap(room => [room.host, ...room.guests]).flatMap(peer => peer.disconnects)[0],
    };
    this.isQuiet = false;
    return result;
  }

  #faults() {
    return this.rooms.reduce((sum, room) => sum + room.faults, 0);
  }

  #beat() {
    if (this.isQuiet) return;
    for (const room of this.rooms) room.say();
    const now = Buffer.alloc(8);
    now.writeDoubleLE(performance.now());
    this.echo.socket.write(now);
  }

  /** By turns through the private door over a kept connection, and as a newcomer through the public one. */
  #knock() {
    if (this.isQuiet) return;
    const isNew = ++this.asked % 2;
    const agent = isNew ? new http.Agent({ localAddress: '127.1.0.99' }) : this.kept;
    const start = performance.now();
    send(isNew ? this.url : this.privateUrl, 'GET', '/ct-health/ready', { agent, signal: AbortSignal.timeout(patience) })
      .then(answer => answer.status === 200 ? this.doors.push(performance.now() - start) : this.doorFaults.push(`status ${answer.status}`))
      .catch(error => this.doorFaults.push(`${isNew ? 'public' : 'private'}: ${error.message}`));
  }
}

if (process.argv[2] === 'echo') {
  await Echo.serve();
} else {
  const watch = new Watch();
  process.on('message', async ({ call, id, argument }) => {
    try {
      process.send({ id, result: await watch[call](argument) });
    } catch (error) {
      process.send({ id, error: error.stack });
    }
  });
  process.on('disconnect', () => process.exit());
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// npm's StatsD daemon, as it is, and what it has been told.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { Daemon } from './daemon.mjs';
import { temporaryFolder } from './edge.mjs';
import { freePort } from './ports.mjs';

const program = createRequire(import.meta.url).resolve('statsd/stats.js');

export class Statsd {
  /** `port` starts it where one was before; a free one else. */
  static async start(protocol, { port } = {}) {
    const folder = temporaryFolder();
    const management = await freePort();
    const command = free => {
      const file = path.join(folder, 'config.js');
      // Nothing is flushed while a test runs, so that counters add up.
      const config = { servers: [{ server: `./servers/${protocol}`, address: '127.0.0.1', port: port ?? free }], mgmt_address: '127.0.0.1', mgmt_port: management, flushInterval: 3_600_000, backends: [], dumpMessages: true, title: false };
      fs.writeFileSync(file, JSON.stringify(config));
      return [process.execPath, program, file];
    };
    const daemon = await Daemon.start(command, async () => (await ask(management, 'health')).includes('up'));
    return new Statsd(folder, port ?? daemon.port, management, daemon);
  }

  #folder;
  #management;
  #daemon;

  constructor(folder, port, management, daemon) {
    this.port = port;
    this.#folder = folder;
    this.#management = management;
    this.#daemon = daemon;
  }

  /** The gauge or counter of that name; undefined when StatsD has not heard of it. */
  async value(kind, name) {
    const told = await ask(this.#management, kind);
    const match = new RegExp(`['"]${name.replaceAll('.', '\\.')}['"]: (-?[0-9.e-]+)`).exec(told);
    return match ? Number(match[1]) : undefined;
  }

  async badLines() {
    return this.value('counters', 'statsd.bad_lines_seen');
  }

  async stop() {
    await this.#daemon.stop();
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** One command of StatsD's management interface, and its answer. */
function ask(port, command) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.end(`${command}\n`));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', data => {
      answer += data;
      if (answer.includes('END') || command === 'health') socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

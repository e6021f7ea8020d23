// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program that runs beside the server for a while: started on a port of its own, ended by its pid.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { freePort } from './ports.mjs';
import { until } from './wait.mjs';

export class Daemon {
  /**
   * Runs `command(port)` (program and arguments) until `isUp(port)` holds; tries other ports when it
   * ends before. The port is the daemon's `port`.
   */
  static async start(command, isUp) {
    for (let attempt = 1; ; ++attempt) {
      const port = await freePort();
      const daemon = new Daemon(port, await command(port));
      await until(async () => daemon.#exit || (await isUp(port).catch(() => false)), { timeout: 60_000, what: `${daemon.#name} on port ${port}` });
      if (!daemon.#exit) return daemon;
      assert.ok(attempt < 3, `${daemon.#name} did not start:\n${daemon.output}`);
    }
  }

  #child;
  #exit;
  #ended;
  #name;
  output = '';

  constructor(port, [program, ...flags]) {
    this.port = port;
    this.#name = program;
    this.#child = spawn(program, flags, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child.stdout.on('data', data => (this.output += data));
    this.#child.stderr.on('data', data => (this.output += data));
    this.#ended = new Promise(resolve => {
      this.#child.once('error', error => resolve((this.#exit = { error })));
      this.#child.once('close', (code, signal) => resolve((this.#exit = { code, signal })));
    });
  }

  async stop() {
    this.#child.kill('SIGTERM');
    const killer = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await this.#ended;
    clearTimeout(killer);
  }
}

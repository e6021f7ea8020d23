// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starts the server under test in a private folder on free ports, and judges how it ended.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from './wait.mjs';

const startTimeout = 60_000;
const stopTimeout = 30_000;
const sanitizerReport = /(ERROR: \w+Sanitizer|WARNING: ThreadSanitizer|runtime error:|LeakSanitizer:)/;

/** What every test wants unless it says otherwise: loopback, free ports, simple login. */
const ground = {
  CT_BIND_ADDRESS: '127.0.0.1',
  CT_HTTP_PORT: '0',
  CT_HTTPS_PORT: '0',
  CT_PRIVATE_PORT: '0',
  OCT_ACTIVATE_SIMPLE_LOGIN: 'true',
  // All tests come from one address and log in far more often than people do.
  CT_LOGIN_TRIES_PER_MINUTE: '100000',
  // What waits for the end of sessions says so.
  CT_DRAIN_SECONDS: '0',
};

export function edgeBinary() {
  const binary = process.env.CT_EDGE_BIN;
  assert.ok(binary, 'CT_EDGE_BIN must name the server to test');
  return binary;
}

/** The environment without settings of the machine it runs on, plus `settings`. */
export function environmentWith(settings) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(CT_|OCT_|LOG_LEVEL$)/.test(name));
  return { ...Object.fromEntries(inherited), ...settings };
}

export function temporaryFolder() {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'ct-edge-'));
}

/** Runs the server to its end, for calls that are not meant to serve. */
export async function runToEnd(settings, flags = []) {
  const child = spawn(edgeBinary(), flags, { env: environmentWith(settings), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  const killer = setTimeout(() => child.kill('SIGKILL'), startTimeout);
  const [code, signal] = await new Promise(resolve => child.once('close', (...ended) => resolve(ended)));
  clearTimeout(killer);
  return { code, signal, output };
}

/** A running server. stop() must be called, by the `after` of the suite that started it. */
export class Edge {
  /**
   * `program`: `binary` instead of the one under test, and spawn()'s options. `wrapper` is a command that ends in running
   * the one behind it, in a file system of its own.
   */
  static async start(settings = {}, { stateDir, flags = [], program = {}, wrapper = [] } = {}) {
    const edge = new Edge(settings, stateDir, flags, program, wrapper);
    try {
      await edge.#ready();
    } catch (error) {
      await edge.abandon();
      throw error;
    }
    return edge;
  }

  #child;
  #ended;
  #ownsStateDir;
  output = '';
  exit;

  constructor(settings, stateDir, flags, { binary = edgeBinary(), ...options }, wrapper) {
    this.#ownsStateDir = !stateDir;
    this.stateDir = stateDir ?? temporaryFolder();
    this.logDir = settings.CT_LOG_DIR ?? path.join(this.stateDir, 'log');
    fs.rmSync(this.#portsFile(), { force: true });
    const env = environmentWith({ ...ground, CT_STATE_DIR: this.stateDir, CT_LOG_DIR: this.logDir, ...settings });
    const [command, ...rest] = [...wrapper, binary, ...flags];
    this.#child = spawn(command, rest, { env, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    if (wrapper.length) this.stateDir = `/proc/${this.#child.pid}/root${this.stateDir}`;
    this.#child.stdout.on('data', data => (this.output += data));
    this.#child.stderr.on('data', data => (this.output += data));
    this.#ended = new Promise(resolve => this.#child.once('close', (code, signal) => {
      this.exit = { code, signal };
      resolve(this.exit);
    }));
  }

  get url() {
    return `http://127.0.0.1:${this.ports.http}`;
  }

  get httpsUrl() {
    return `https://localhost:${this.ports.https}`;
  }

  get privateUrl() {
    return `http://127.0.0.1:${this.ports.private}`;
  }

  /** The self-signed certificate of this server. */
  get ca() {
    return fs.readFileSync(path.join(this.stateDir, 'tls', 'selfsigned.crt'));
  }

  get pid() {
    return this.#child.pid;
  }

  log(name) {
    const file = path.join(this.logDir, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  signal(name) {
    this.#child.kill(name);
  }

  get ended() {
    return this.#ended;
  }

  /** Ends the server as an administrator would, and fails if it crashed, hung or tripped a sanitizer. */
  async stop() {
    if (!this.exit) this.signal('SIGTERM');
    const killer = setTimeout(() => this.signal('SIGKILL'), stopTimeout);
    await this.#ended;
    clearTimeout(killer);
    if (this.#ownsStateDir) fs.rmSync(this.stateDir, { recursive: true, force: true });
    assert.doesNotMatch(this.output, sanitizerReport);
    assert.deepEqual(this.exit, { code: 0, signal: null }, `the server ended badly:\n${this.output.slice(-4000)}`);
  }

  async abandon() {
    this.signal('SIGKILL');
    await this.#ended;
    if (this.#ownsStateDir) fs.rmSync(this.stateDir, { recursive: true, force: true });
  }

  #portsFile() {
    return path.join(this.stateDir, 'ports.json');
  }

  async #ready() {
    await until(() => this.exit || this.#readPorts(), { timeout: startTimeout, what: 'ports.json' });
    assert.equal(this.exit, undefined, `the server did not start:\n${this.output}`);
  }

  #readPorts() {
    try {
      this.ports = JSON.parse(fs.readFileSync(this.#portsFile(), 'utf8'));
      return true;
    } catch {
      return false;
    }
  }
}

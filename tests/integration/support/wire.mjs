// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bare TCP connection that says exactly what a test wants, as slowly as it wants.

import { once } from 'node:events';
import net from 'node:net';
import { until } from './wait.mjs';

const patience = { timeout: 60_000 };

export class Wire {
  static async open(port, { host = '127.0.0.1', ...options } = {}) {
    const wire = new Wire(net.connect({ port, host, noDelay: true, ...options }));
    await Promise.race([once(wire.socket, 'connect'), once(wire.socket, 'close')]);
    return wire;
  }

  text = '';
  isClosed = false;

  constructor(socket) {
    this.socket = socket;
    socket.on('data', data => (this.text += data.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => (this.isClosed = true));
  }

  send(text) {
    this.socket.write(text);
  }

  /** A request's head, which may be followed by a body. */
  request(method, path, headers = {}) {
    const lines = Object.entries({ host: 'edge.test', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.send(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  }

  get statuses() {
    return [...this.text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(match => Number(match[1]));
  }

  /** The status of the answer of that number; undefined when the connection ended without one. */
  async status(number = 1) {
    await until(() => this.statuses.length >= number || this.isClosed, { what: `answer ${number}`, ...patience });
    return this.statuses[number - 1];
  }

  /** A request and its answer's status. */
  async ask(path, headers) {
    const number = this.statuses.length + 1;
    this.request('GET', path, headers);
    return this.status(number);
  }

  closed(what = 'the end of the connection') {
    return until(() => this.isClosed, { what, ...patience });
  }

  end() {
    this.socket.destroy();
  }
}

/** For each of `count`: what `work` gives, all at once. */
export function atOnce(count, work) {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)));
}

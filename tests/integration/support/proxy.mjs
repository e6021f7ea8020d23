// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bad network between a client and the server: connections that break, hang, lag or arrive in crumbs.

import { once } from 'node:events';
import net from 'node:net';
import { pause } from './wait.mjs';

export class TcpProxy {
  static async start(port, options) {
    const proxy = new TcpProxy(port, options);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  #server;
  #pairs = new Set();

  /** `delay`: milliseconds before each piece goes on; `crumb`: most bytes of a piece. */
  constructor(port, { delay = 0, crumb = Infinity } = {}) {
    this.delay = delay;
    this.crumb = crumb;
    this.refusing = false;
    this.#server = net.createServer({ noDelay: true }, client => this.#join(client, port));
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** Breaks every connection, both ends getting a reset. */
  cut() {
    for (const pair of this.#pairs) this.#end(pair);
  }

  /** From now on present connections swallow everything, and nobody is told. New ones work. */
  hang() {
    for (const pair of this.#pairs) pair.isHanging = true;
  }

  /** Whether new connections are refused. */
  refuse(refusing) {
    this.refusing = refusing;
  }

  async stop() {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client, port) {
    if (this.refusing) {
      client.resetAndDestroy();
      return;
    }
    const server = net.connect({ port, host: '127.0.0.1', noDelay: true });
    const pair = { client, server, isHanging: false };
    this.#pairs.add(pair);
    for (const [from, to] of [[client, server], [server, client]]) {
      from.on('error', () => this.#end(pair));
      from.on('close', () => this.#closed(pair));
      this.#pump(pair, from, to);
    }
  }

  async #pump(pair, from, to) {
    try {
      for await (const data of from) {
        if (pair.isHanging) continue;
        if (this.delay) await pause(this.delay);
        await this.#write(pair, to, data);
      }
      // A hung connection's other end must not learn of it.
      if (!pair.isHanging) to.end();
    } catch {
      // The connection broke; `error` has seen to the other end.
    }
  }

  async #write(pair, to, data) {
    const step = Math.min(this.crumb, data.length);
    for (let offset = 0; offset < data.length && !pair.isHanging; offset += step) {
      if (to.destroyed) return;
      if (!to.write(data.subarray(offset, offset + step))) await Promise.race([once(to, 'drain'), once(to, 'close')]);
    }
  }

  #closed(pair) {
    if (pair.client.destroyed && pair.server.destroyed) this.#pairs.delete(pair);
  }

  #end(pair) {
    this.#pairs.delete(pair);
    pair.isHanging = false;
    pair.client.resetAndDestroy();
    pair.server.resetAndDestroy();
  }
}

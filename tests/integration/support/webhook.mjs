// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program that takes the audit over HTTPS, as somebody would write it, and misbehaves when it is told to.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { temporaryFolder } from './edge.mjs';
import { makeCertificate } from './rsyslog.mjs';

export const secret = 'a-secret-of-the-webhook';

/** By the rules of Standard Webhooks. */
function isGenuine(headers, body) {
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = Buffer.from(`v1,${createHmac('sha256', secret).update(text).digest('base64')}`);
  const given = Buffer.from(headers['webhook-signature'] ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected)
    && Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) < 300;
}

export class Webhook {
  static async start() {
    const webhook = new Webhook();
    await webhook.resume();
    return webhook;
  }

  folder = temporaryFolder();
  /** What was taken: entries in the order in which they came. */
  entries = [];
  /** Every request: path, headers, status; "hang" and "redirect" included. */
  requests = [];
  forgeries = 0;
  /** "take", a status, "hang", "redirect" or "flood". */
  mode = 'take';
  /** Of a body, in bytes; what is longer is answered with 413. */
  longest = Infinity;
  #server;
  #sockets = new Set();

  constructor() {
    makeCertificate(this.folder);
  }

  get url() {
    return `https://127.0.0.1:${this.port}`;
  }

  get certificate() {
    return path.join(this.folder, 'cert.pem');
  }

  async resume() {
    const read = name => fs.readFileSync(path.join(this.folder, name));
    this.#server = https.createServer({ key: read('key.pem'), cert: read('cert.pem') }, (request, answer) => this.#take(request, answer));
    this.#server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server.listen(this.port ?? 0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = this.#server.address().port;
  }

  async #take(request, answer) {
    let body = '';
    request.setEncoding('utf8');
    for await (const chunk of request) body += chunk;
    this.requests.push({ method: request.method, path: request.url, headers: request.headers, body, mode: this.mode });
    if (!isGenuine(request.headers, body)) {
      ++this.forgeries;
      answer.writeHead(401).end();
      return;
    }
    if (Buffer.byteLength(body) > this.longest) {
      answer.writeHead(413).end();
      return;
    }
    switch (this.mode) {
      case 'hang':
        return;
      case 'redirect':
        answer.writeHead(307, { location: `${this.url}/elsewhere` }).end();
        return;
      case 'flood':
        this.#keep(body);
        answer.writeHead(200);
        for (let count = 0; count < 64 && !answer.destroyed; ++count) answer.write(Buffer.alloc(65_536, 'x'));
        return;
      case 'take':
        this.#keep(body);
        answer.writeHead(204).end();
        return;
      default:
        answer.writeHead(Number(this.mode), { 'content-type': 'text/plain' }).end('no');
    }
  }

  #keep(body) {
    this.entries.push(...body.trim().split('\n').map(line => JSON.parse(line)));
  }

  /** As if it were gone: its port is refused and its connections are broken. */
  async halt() {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }

  async stop() {
    await this.halt();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

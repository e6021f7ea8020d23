// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Engine.IO by hand, packet by packet, for what the real clients do only now and then or never.

import assert from 'node:assert/strict';
import http from 'node:http';
import { pack, unpack } from 'msgpackr';
import WebSocket from 'ws';
import { send } from './http.mjs';
import { until } from './wait.mjs';

const separator = '\x1e';
export const eventHeader = '451-["message",{"_placeholder":true,"num":0}]';

/** A WebSocket whose frames are kept in order: text as strings, binary as Buffers. */
export class Frames {
  constructor(address, options) {
    this.socket = new WebSocket(address, { perMessageDeflate: false, ...options });
    this.received = [];
    this.closed = null;
    this.socket.on('message', (data, isBinary) => this.received.push(isBinary ? data : data.toString()));
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    this.socket.on('error', error => (this.error = error));
  }

  async opened() {
    const { OPEN } = WebSocket;
    await until(() => this.socket.readyState === OPEN || this.error || this.closed, { what: 'an open WebSocket' });
    if (this.error) throw this.error;
    return this;
  }

  send(frame) {
    this.socket.send(frame);
  }

  next(predicate, options) {
    return until(() => this.received.find(predicate), options);
  }
}

export class EngineClient {
  /** `path` is the one before `socket.io/`. */
  constructor(url, { path = '/', headers = {} } = {}) {
    this.url = url;
    this.path = `${path}socket.io/`;
    this.headers = headers;
    this.agent = new http.Agent({ keepAlive: true });
    this.packets = [];
  }

  query(more = {}) {
    const sid = this.sid ? { sid: this.sid } : {};
    return `${this.path}?${new URLSearchParams({ EIO: '4', transport: 'polling', ...sid, ...more })}`;
  }

  /** The handshake; gives the open packet. */
  async open() {
    const answer = await send(this.url, 'GET', this.query(), { headers: this.headers, agent: this.agent });
    assert.equal(answer.status, 200, answer.body);
    assert.equal(answer.body[0], '0', answer.body);
    this.handshake = JSON.parse(answer.body.slice(1));
    this.sid = this.handshake.sid;
    return { answer, ...this.handshake };
  }

  /** One poll; its packets are kept in `packets`, too. */
  async get(options) {
    const answer = await send(this.url, 'GET', this.query(), { headers: this.headers, agent: this.agent, ...options });
    const packets = answer.status === 200 ? answer.body.split(separator) : [];
    this.packets.push(...packets);
    return { ...answer, packets };
  }

  post(...packets) {
    const headers = { ...this.headers, 'content-type': 'text/plain;charset=UTF-8' };
    return send(this.url, 'POST', this.query(), { headers, agent: this.agent, body: packets.join(separator) });
  }

  /** Polls until a packet satisfies `predicate`; answers pings on the way. */
  async poll(predicate) {
    for (;;) {
      const found = this.packets.find(predicate);
      if (found !== undefined) return found;
      const { status, packets, body } = await this.get();
      assert.equal(status, 200, body);
      if (packets.includes('2')) await this.post('3');
    }
  }

  /** Socket.IO's connect; gives its answer's data. */
  async connect(namespace = '') {
    const posted = await this.post(`40${namespace && `${namespace},`}`);
    assert.equal(posted.status, 200, posted.body);
    const packet = await this.poll(candidate => /^4[04]/.test(candidate));
    return { packet, data: JSON.parse(packet.slice(packet.indexOf('{'))) };
  }

  /** Opens a WebSocket, for this session if there is one. */
  webSocket() {
    const address = this.url.replace(/^http/, 'ws') + this.query({ transport: 'websocket' });
    return new Frames(address, { headers: this.headers }).opened();
  }

  /** Opens a WebSocket and probes; the answer has come when this resolves. */
  async probe() {
    const socket = await this.webSocket();
    socket.send('2probe');
    await socket.next(frame => frame === '3probe', { what: '3probe' });
    return socket;
  }

  /** Messages (decoded) among the polled packets. */
  get messages() {
    return this.packets.filter(packet => packet[0] === 'b').map(packet => unpack(Buffer.from(packet.slice(1), 'base64')));
  }

  end() {
    this.agent.destroy();
  }
}

/** A message's attachment as polling carries it. */
export function attachment(message) {
  return `b${pack(message).toString('base64')}`;
}

/** Attachments among frames of a WebSocket, decoded. */
export function decoded(frames) {
  return frames.filter(frame => Buffer.isBuffer(frame)).map(frame => unpack(frame));
}

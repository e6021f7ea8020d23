// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody who watches the admin API's events and keeps what is known, as a console would.

import assert from 'node:assert/strict';
import WebSocket from 'ws';
import { base, validEvent } from './adminapi.mjs';
import { until } from './wait.mjs';

/** What the handshake of a watcher came to: a status, and the problem of a refusal. */
export function handshake(client, query = {}, headers = {}) {
  const search = new URLSearchParams(query).toString();
  const address = `${client.url.replace(/^http/, 'ws')}${base}/events${search ? `?${search}` : ''}`;
  const socket = new WebSocket(address, {
    perMessageDeflate: false,
    ca: client.ca,
    headers: {
      ...(client.token ? { authorization: `Bearer ${client.token}` } : {}),
      ...(client.cookie ? { cookie: client.cookie } : {}),
      ...headers,
    },
  });
  const answered = new Promise(resolve => {
    socket.once('open', () => resolve({ status: 101 }));
    socket.once('unexpected-response', (request, response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    });
    socket.on('error', () => {});
  });
  return { socket, answered };
}

export class Watcher {
  static async open(client, query, headers) {
    const { socket, answered } = handshake(client, query, headers);
    const watcher = new Watcher(socket);
    assert.deepEqual(await answered, { status: 101 });
    return watcher;
  }

  events = [];
  sessions = new Map();
  closed;

  constructor(socket) {
    this.socket = socket;
    socket.on('message', text => this.#take(JSON.parse(text)));
    socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
  }

  get last() {
    return this.events.at(-1).sequence;
  }

  of(type) {
    return this.events.filter(event => event.type === type);
  }

  /** The first event of a kind that fits. */
  event(type, fits = () => true) {
    return until(() => this.of(type).find(fits), { what: `${type} among ${this.events.map(event => event.type)}` });
  }

  /** All has been told. */
  told() {
    return this.event('snapshot', event => event.last);
  }

  close() {
    this.socket.terminate();
  }

  #take(event) {
    validEvent(event);
    this.events.push(event);
    const { type, sessionId } = event;
    if (type === 'snapshot') {
      if (event.part === 0) this.sessions.clear();
      for (const session of event.sessions) this.sessions.set(session.id, session);
    } else if (type === 'sessionStarted') {
      this.sessions.set(event.session.id, event.session);
    } else if (type === 'sessionEnded') {
      this.sessions.delete(sessionId);
    } else if (/^participant/.test(type) && this.sessions.has(sessionId)) {
      this.#takeParticipant(this.sessions.get(sessionId), event);
    }
  }

  #takeParticipant(session, { type, participant, participantId }) {
    const { participants } = session;
    const at = participants.findIndex(({ id }) => id === (participant?.id ?? participantId));
    if (type === 'participantLeft') participants.splice(at, at < 0 ? 0 : 1);
    else if (at < 0) participants.push(participant);
    else participants[at] = participant;
  }
}

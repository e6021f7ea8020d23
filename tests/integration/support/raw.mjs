// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Participants without cryptography: the real socket.io-client, our own envelopes. For what the npm
// client never sends, and for crowds.

import assert from 'node:assert/strict';
import { pack, unpack } from 'msgpackr';
import { publicKey } from './keys.mjs';
import { createRoom, joinAnswer, loginToken, requestJoin } from './login.mjs';
import { openSocket } from './sockets.mjs';
import { until } from './wait.mjs';

const plain = { encryption: { keys: [] }, compression: { algorithm: 'none' } };

/** Metadata of an encrypted message for these peers; the server never looks into key or content. */
export function sealedFor(...targets) {
  const keys = targets.map(target => ({ target, key: `key for ${target}`, iv: 'iv' }));
  return { encryption: { keys }, compression: { algorithm: 'none' } };
}

/** Content that counts as encrypted: bytes. */
export function bytesOf(value) {
  return Buffer.from(pack(value));
}

/** What a message's encrypted content stands for; undefined for messages of the server. */
export function contentOf(message) {
  return message.content instanceof Uint8Array ? unpack(message.content) : undefined;
}

export const envelope = {
  broadcast: (targets, value, more = {}) =>
    ({ version: '0.3.1', kind: 'broadcast', metadata: sealedFor(...targets), origin: '', content: bytesOf(value), ...more }),
  notification: (target, value, more = {}) =>
    ({ version: '0.3.1', kind: 'notification', metadata: sealedFor(target), target, origin: '', content: bytesOf(value), ...more }),
  request: (target, id, value, more = {}) =>
    ({ version: '0.3.1', id, metadata: sealedFor(target), origin: '', target, kind: 'request', content: bytesOf(value), ...more }),
  response: (target, id, value, more = {}) =>
    ({ kind: 'response', version: '0.3.1', id, metadata: sealedFor(target), content: bytesOf(value), ...more }),
  plainResponse: (id, response) => ({ kind: 'response', version: '0.3.1', id, metadata: plain, content: { response } }),
  plainRequest: (target, id, method, params = []) =>
    ({ version: '0.3.1', id, metadata: plain, origin: '', target, kind: 'request', content: { method, params } }),
  leave: () =>
    ({ version: '0.3.1', kind: 'notification', metadata: plain, target: '', origin: '', content: { method: 'room/leave', params: [] } }),
};

/** The headers of a room connection. */
export async function roomHeaders(token) {
  return { 'x-oct-jwt': token, 'x-oct-public-key': await publicKey(), 'x-oct-client': 'tests@1.0', 'x-oct-compression': 'none' };
}

/** One connected participant. Every message it gets is kept in `messages`, in order. */
export class RawPeer {
  static async connect(url, token, { onConnect, ...options } = {}) {
    const peer = new RawPeer(openSocket(url, await roomHeaders(token), options), token);
    if (onConnect) peer.socket.once('connect', () => onConnect(peer));
    await until(() => peer.info, { timeout: 20_000, what: 'peer/info' });
    return peer;
  }

  messages = [];
  disconnects = [];

  constructor(socket, token) {
    this.socket = socket;
    this.token = token;
    socket.on('message', data => this.messages.push(unpack(data)));
    socket.on('disconnect', reason => this.disconnects.push(reason));
  }

  get info() {
    return this.ofMethod('peer/info')[0]?.content.params[0];
  }

  get id() {
    return this.info.id;
  }

  /** Unencrypted messages (those of the server) of that method. */
  ofMethod(method) {
    return this.messages.filter(message => message.content?.method === method);
  }

  ofKind(kind) {
    return this.messages.filter(message => message.kind === kind && message.content instanceof Uint8Array);
  }

  send(message) {
    this.socket.send(pack(message));
  }

  async next(predicate, options) {
    return until(() => this.messages.find(predicate), options);
  }

  /** The answer to the request of that id, of any kind. */
  answerTo(id, options) {
    return this.next(message => /^response/.test(message.kind) && message.id === id, { what: `the answer to ${id}`, ...options });
  }

  /** Round trip through the server's room: whatever was sent before has been handled after it. */
  async settle() {
    const id = `settle-${Math.random()}`;
    this.send(envelope.request('nobody', id, 0));
    await this.answerTo(id);
  }

  close() {
    this.socket.disconnect();
  }
}

const accept = () => ({ workspace: { name: 'raw', folders: [] } });

/** A room's host. `decide` answers join requests: a value, undefined to reject, null for silence. */
export async function rawHost(url, { token, user = 'Hana Host', decide = accept, ...options } = {}) {
  const login = token ?? await loginToken(url, user, options);
  const { roomId, roomToken } = await createRoom(url, login, { ca: options.ca });
  const host = await RawPeer.connect(url, roomToken, options);
  host.roomId = roomId;
  host.login = login;
  host.socket.on('message', data => {
    const message = unpack(data);
    if (message.content?.method !== 'peer/join') return;
    const answer = decide(message.content.params[0], message);
    if (answer !== null) host.send(envelope.plainResponse(message.id, answer));
  });
  return host;
}

/** Asks to join and gives the room token. */
export async function admission(url, roomId, { token, user = 'Gus Guest', ca } = {}) {
  const login = token ?? await loginToken(url, user, { ca });
  const { pollToken } = await requestJoin(url, login, roomId, { ca });
  const answer = await joinAnswer(url, login, pollToken, { ca });
  assert.ok(answer.roomToken, JSON.stringify(answer));
  return { ...answer, login, pollToken };
}

export async function rawGuest(url, roomId, { token, user, ...options } = {}) {
  const admitted = await admission(url, roomId, { token, user, ca: options.ca });
  const guest = await RawPeer.connect(url, admitted.roomToken, options);
  guest.login = admitted.login;
  guest.admission = admitted;
  return guest;
}

/** Whether the server takes that room token; a refused socket is told so with `41` or `44`. */
export async function isAdmitted(url, token, options = {}) {
  const socket = openSocket(url, await roomHeaders(token), { reconnection: false, ...options });
  let verdict;
  // A seat taken over gets no peer/info; an answer of the room shows that it is one.
  socket.on('connect', () => socket.send(pack(envelope.request('nobody', 'admitted?', 0))));
  socket.on('message', () => (verdict ??= 'admitted'));
  socket.on('disconnect', () => (verdict ??= 'refused'));
  socket.on('connect_error', () => (verdict ??= 'refused'));
  try {
    return await until(() => verdict, { what: 'a refusal or an answer' }) === 'admitted';
  } finally {
    socket.disconnect();
  }
}

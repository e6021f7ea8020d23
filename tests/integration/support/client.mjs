// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hosts and guests made of the unmodified npm client, with a record of what they were told.

import './keys.mjs';
import assert from 'node:assert/strict';
import { ConnectionProvider } from 'open-collaboration-protocol';
import { fetchWith, postJson } from './http.mjs';
import { under } from './login.mjs';
import { transportProvider } from './sockets.mjs';
import { until, within } from './wait.mjs';

export const workspace = { name: 'tests', folders: ['src', 'docs'] };

/** A ConnectionProvider that logs in by the first form the server offers, as an IDE does. */
export function provider(url, { user = 'Ada', email, ca, transports, jar, ...socketOptions } = {}) {
  return new ConnectionProvider({
    url,
    client: 'OCT_CODE_tests@1.0',
    fetch: fetchWith({ ca, jar }),
    useCookieAuth: jar !== undefined,
    transports: transports ?? [transportProvider({ ca, ...socketOptions })],
    authenticationHandler: async (token, metadata) => {
      const form = metadata.providers.find(entry => entry.type === 'form');
      const answer = await postJson(url, under(url, form.endpoint), { token, user, email }, { ca });
      return answer.ok;
    },
  });
}

/** One end of a room. */
export class Peer {
  infos = [];
  joined = [];
  left = [];
  closed = 0;
  inits = [];
  disconnected = 0;

  constructor(connection, room, role) {
    this.connection = connection;
    this.room = room;
    this.isHost = role === 'host';
    const { room: rooms, peer: peers } = connection;
    peers.onInfo((_, info) => this.infos.push(info));
    peers.onInit((_, data) => this.inits.push(data));
    rooms.onJoin((_, peer) => this.#greet(peer));
    rooms.onLeave((_, peer) => this.left.push(peer));
    rooms.onClose(() => ++this.closed);
    connection.onDisconnect(() => ++this.disconnected);
  }

  get socket() {
    return this.connection.options.transport.socket;
  }

  get transportName() {
    return this.socket.io.engine?.transport.name;
  }

  async ready() {
    await until(() => this.infos.length, { what: 'peer/info' });
    this.id = this.infos[0].id;
    if (!this.isHost) await until(() => this.inits.length, { what: 'the host\'s peer/init' });
    return this;
  }

  /** Ends the connection as a closing IDE does, without room/leave. */
  dispose() {
    this.connection.dispose();
    // They would still wait, 30 s for a reconnect and 60 s for answers, and the test's process with them.
    for (const request of this.connection.requestMap.values()) request.dispose();
    clearTimeout(this.connection.options.transport.disconnectTimeout);
  }

  #greet(peer) {
    this.joined.push(peer);
    if (!this.isHost) return;
    const init = { protocol: '0.3.1', host: this.infos[0], guests: this.joined, permissions: { readonly: false }, capabilities: {}, workspace };
    this.connection.peer.init(peer.id, init);
  }
}

/** Logs in, creates a room and connects as its host. `decide` answers join requests; accepts by default. */
export async function hostRoom(url, { decide = () => ({ workspace }), ...options } = {}) {
  const login = provider(url, { user: 'Hana Host', ...options });
  const room = await login.createRoom({});
  const host = new Peer(await login.connect(room.roomToken), room, 'host');
  host.requests = [];
  host.connection.peer.onJoinRequest((origin, user) => {
    host.requests.push({ origin, user });
    return decide(user);
  });
  host.login = login;
  return host.ready();
}

/** Logs in, asks to join and connects as a guest once admitted. */
export async function joinRoom(url, roomId, options = {}) {
  const login = provider(url, { user: 'Gus Guest', ...options });
  const infos = [];
  const room = await within(login.joinRoom({ roomId, reporter: info => infos.push(info.code) }), 20_000, 'the join answer');
  assert.equal(room.roomId, roomId);
  const guest = new Peer(await login.connect(room.roomToken, room.host), room, 'guest');
  guest.reports = infos;
  guest.login = login;
  return guest.ready();
}

/** A host and `guests` guests of one room. */
export async function roomOf(url, guests, options = {}) {
  const host = await hostRoom(url, options);
  const others = [];
  for (let index = 0; index < guests; ++index) {
    const guest = await joinRoom(url, host.room.roomId, { ...options, user: `Guest ${index}` });
    const everyone = [host, ...others];
    await until(() => everyone.every(peer => peer.joined.some(entry => entry.id === guest.id)), { what: 'room/joined' });
    others.push(guest);
  }
  return [host, ...others];
}

/** Ends everyone, guests first. */
export function disposeAll(peers) {
  for (const peer of [...peers].reverse()) peer.dispose();
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rooms whose people come from an address of their own.

import http from 'node:http';
import { createRoom, joinAnswer, loginToken, requestJoin } from '../../integration/support/login.mjs';
import { envelope, RawPeer } from '../../integration/support/raw.mjs';

const everybody = new Set();

/** Ends whoever is still there, as after an attack that went otherwise than expected. */
export function endEverybody() {
  for (const peer of everybody) peer.close();
  everybody.clear();
}

function remembered(peer) {
  everybody.add(peer);
  return peer;
}

/** A host at `localAddress` who admits everybody. */
export async function hostAt(url, localAddress, user) {
  const agent = new http.Agent({ localAddress });
  const login = await loginToken(url, user, { agent });
  const { roomId, roomToken } = await createRoom(url, login, { agent });
  agent.destroy();
  const host = remembered(await RawPeer.connect(url, roomToken, { kind: 'websocket', localAddress }));
  host.socket.on('message', () => {
    const message = host.messages.at(-1);
    if (message.content?.method === 'peer/join') host.send(envelope.plainResponse(message.id, { workspace: { name: 'w', folders: [] } }));
  });
  return Object.assign(host, { login, roomId, localAddress });
}

/** The room token of another guest of `host`, at the host's address. */
export async function admittedBy(url, host) {
  const agent = new http.Agent({ localAddress: host.localAddress });
  const { pollToken } = await requestJoin(url, host.login, host.roomId, { agent });
  const { roomToken } = await joinAnswer(url, host.login, pollToken, { agent });
  agent.destroy();
  return roomToken;
}

export async function guestOf(url, host, options = {}) {
  return remembered(await RawPeer.connect(url, await admittedBy(url, host), { kind: 'websocket', localAddress: host.localAddress, ...options }));
}

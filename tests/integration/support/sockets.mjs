// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The npm client's Socket.IO transport, as it is, over a socket whose transports a test chooses.

import { SocketIoTransport } from 'open-collaboration-protocol';
import { io } from 'socket.io-client';

const transportsOf = {
  polling: ['polling'],
  websocket: ['websocket'],
  upgrade: ['polling', 'websocket'],
};
export const kinds = Object.keys(transportsOf);

// The client waits up to 5 s before it tries again; tests have less time.
const impatient = { reconnectionDelay: 50, reconnectionDelayMax: 300, randomizationFactor: 0 };

/** A socket of socket.io-client, at the path and in the namespace that the npm client would use. */
export function openSocket(url, headers, { kind = 'upgrade', ...options } = {}) {
  const path = new URL(url).pathname.replace(/\/?$/, '/socket.io');
  return io(url, { path, extraHeaders: headers, forceNew: true, transports: transportsOf[kind], ...impatient, ...options });
}

/** What ConnectionProvider takes in `transports`; the sockets it opens are collected in `sockets`. */
export function transportProvider({ sockets = [], ...options } = {}) {
  return {
    id: 'socket.io',
    sockets,
    createTransport(url, headers) {
      const socket = openSocket(url, headers, options);
      sockets.push(socket);
      return new SocketIoTransport(socket);
    },
  };
}

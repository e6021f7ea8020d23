// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ports for programs that can't take a free one by themselves.

import { once } from 'node:events';
import net from 'node:net';

/** Free a moment ago; another program may take it in between, so callers try again. */
export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// node people.mjs URL SESSIONS GUESTS: real clients that host sessions with so many guests each, until standard
// input ends. A line for each thing that happens; `ready` once everyone is in.

import { disposeAll, roomOf } from '../integration/support/client.mjs';

const [url, sessions, guests] = process.argv.slice(2);
const rooms = [];
for (let index = 0; index < Number(sessions); ++index) {
  const peers = await roomOf(url, Number(guests));
  rooms.push(peers);
  const [host, ...others] = peers;
  host.connection.room.onLeave(() => console.log('left'));
  for (const guest of others) guest.connection.room.onClose(() => console.log('closed'));
  console.log(`session ${host.room.roomId}`);
}
console.log('ready');
process.stdin.resume();
process.stdin.once('end', () => {
  disposeAll(rooms.flat());
  process.exit(0);
});

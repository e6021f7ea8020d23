// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program: opens sessions at the server of argv[2] in four lanes until it is killed, and prints a line of JSON for
// everything that has happened, the moment it has. On its own, because the clients of a server that dies under them
// leave promises that nobody can wait for.

import { disposeAll, hostRoom, joinRoom } from './client.mjs';
import { setKeyPool } from './keys.mjs';

const [, , url, name] = process.argv;
process.on('unhandledRejection', () => {});

function say(host, kind, actor) {
  process.stdout.write(`${JSON.stringify({ at: Date.now(), room: host.room.roomId, kind, actor })}\n`);
}

async function lane(number) {
  for (let count = 0; ; ++count) {
    const user = `Host ${name}.${number}.${count}`;
    const host = await hostRoom(url, { user });
    say(host, 'session.created', user);
    const guest = await joinRoom(url, host.room.roomId, { user: `Guest of ${user}` });
    say(host, 'session.joined', `Guest of ${user}`);
    if (number % 2) await host.connection.room.leave();
    disposeAll([host, guest]);
  }
}

setKeyPool(1);
for (let number = 0; number < 4; ++number) lane(number).catch(() => {});
setInterval(() => {}, 60_000);

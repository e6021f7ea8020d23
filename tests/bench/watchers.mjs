// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// node watchers.mjs [--sessions N] [--watchers N] [--seconds N] [--rounds N] [--churn] [--tls]
//
// What watching the admin API's events costs a server of its own (CT_EDGE_BIN): its CPU time with the watchers and
// without them, in turns, each round the other way about. With --churn five guests come and five go each second, and one session begins
// and another ends; with --tls the watchers come by https. Exit code 1 when it is more than the goal.

import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { AdminClient, password, settings, user } from '../integration/support/adminapi.mjs';
import { Edge } from '../integration/support/edge.mjs';
import { loginToken } from '../integration/support/login.mjs';
import { envelope, rawGuest, rawHost } from '../integration/support/raw.mjs';
import { pause, until } from '../integration/support/wait.mjs';
import { handshake } from '../integration/support/watcher.mjs';

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '1000' },
    watchers: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '5' },
    churn: { type: 'boolean', default: false },
    tls: { type: 'boolean', default: false },
  },
});
const [sessions, watchers, seconds, rounds] = ['sessions', 'watchers', 'seconds', 'rounds'].map(name => Number(values[name]));

/** Of a core, for ten watchers of a thousand sessions. */
const goal = 1;
const ofOneSignIn = 5;
const guestsEachSecond = 5;
const kind = 'websocket';

const edge = await Edge.start({
  ...settings,
  CT_SESSION_ROOMS_PER_USER: '100000',
  CT_MAX_CONNECTIONS_PER_ADDRESS: '10000',
  CT_MAX_POLL_TOKENS_PER_ADDRESS: '10000',
});

/** CPU time of the server in milliseconds; it starts no threads meanwhile. */
function cpuTime() {
  const folder = `/proc/${edge.pid}/task`;
  const threads = fs.readdirSync(folder).map(id => Number(fs.readFileSync(`${folder}/${id}/schedstat`, 'utf8').split(' ')[0]));
  return threads.reduce((sum, one) => sum + one, 0) / 1e6;
}

const median = numbers => {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

// Who works together.
const token = await loginToken(edge.url);
const hosts = [];
const begin = async () => hosts.push(await rawHost(edge.url, { token, kind }));
for (let count = 0; count < sessions; ++count) await begin();

const guests = [];
const leave = peer => {
  peer.send(envelope.leave());
  peer.close();
};

/** What comes and goes in a second; it is spread over it. */
async function second() {
  const end = performance.now() + 1000;
  const whoComes = [];
  for (let count = 0; count < guestsEachSecond; ++count) {
    const { roomId } = hosts[Math.floor(Math.random() * hosts.length)];
    whoComes.push(rawGuest(edge.url, roomId, { token, kind }).then(guest => guests.push(guest), () => {}));
    if (guests.length > guestsEachSecond) leave(guests.shift());
    await pause(1000 / (guestsEachSecond + 2));
  }
  await Promise.all([...whoComes, begin()]);
  leave(hosts.shift());
  await pause(Math.max(0, end - performance.now()));
}

/** Percent of a core over the seconds of one look. */
async function look() {
  const before = cpuTime();
  const start = performance.now();
  for (let count = 0; count < seconds; ++count) await (values.churn ? second() : pause(1000));
  return (100 * (cpuTime() - before)) / (performance.now() - start);
}

// Who watches: signed in once, since that is what costs most.
const clients = [];
for (let count = 0; count < Math.ceil(watchers / ofOneSignIn); ++count) {
  const client = new AdminClient(values.tls ? edge.httpsUrl : edge.url, values.tls ? { ca: edge.ca } : {});
  await client.signIn(user, password);
  clients.push(client);
}

let bytes = 0;
let messages = 0;
async function withWatchers(work) {
  const crowd = [];
  let known = 0;
  const before = cpuTime();
  for (let count = 0; count < watchers; ++count) {
    const { socket, answered } = handshake(clients[count % clients.length]);
    socket.on('message', text => {
      bytes += text.length;
      ++messages;
      if (text.subarray(0, 400).includes('"last":true') || text.subarray(-400).includes('"last":true')) ++known;
    });
    const { status } = await answered;
    if (status !== 101) throw new Error(`a watcher was refused: ${status}`);
    crowd.push(socket);
  }
  await until(() => known === watchers, { what: 'the snapshots' });
  const snapshots = cpuTime() - before;
  await pause(1000);
  bytes = messages = 0;
  const cost = await work();
  for (const socket of crowd) socket.terminate();
  await pause(1000);
  return { cost, snapshots };
}

const without = [];
const watched = [];
const differences = [];
for (let round = 0; round < rounds; ++round) {
  const before = round % 2 ? await look() : undefined;
  const { cost, snapshots } = await withWatchers(look);
  const rates = `${(messages / seconds / watchers).toFixed(1)} messages and ${(bytes / seconds / watchers / 1024).toFixed(1)} KiB a second each`;
  const alone = before ?? await look();
  without.push(alone);
  watched.push(cost);
  differences.push(cost - alone);
  console.log(`${alone.toFixed(2)} % without, ${cost.toFixed(2)} % with: ${(cost - alone).toFixed(2)} %; ${rates}; ${snapshots.toFixed(0)} ms of CPU for the snapshots`);
}
const cost = median(differences);
console.log(`\n${watchers} watchers of ${sessions} sessions${values.churn ? ', churn' : ''}${values.tls ? ', TLS' : ''}: `
  + `${cost.toFixed(2)} % of a core (${Math.min(...differences).toFixed(2)} to ${Math.max(...differences).toFixed(2)}), `
  + `${median(without).toFixed(2)} % without them, ${median(watched).toFixed(2)} % with; goal ${goal} %`);
for (const peer of [...hosts, ...guests]) peer.socket.disconnect();
await edge.stop();
process.exit(cost > goal ? 1 : 0);

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Documents of open-collaboration-yjs stay the same everywhere, whatever the network does.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { OpenCollaborationYjsProvider } from 'open-collaboration-yjs';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { disposeAll, hostRoom, joinRoom } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { TcpProxy } from './support/proxy.mjs';
import { kinds } from './support/sockets.mjs';
import { pause, until } from './support/wait.mjs';

const rounds = 40;
const resyncTimer = 500;
let edge;

/** A document shared over that peer's connection. */
function share(peer) {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const provider = new OpenCollaborationYjsProvider(peer.connection, doc, awareness, { resyncTimer });
  provider.connect();
  return { peer, doc, awareness, provider, text: doc.getText('hello.md') };
}

function unshare({ doc, awareness }) {
  awareness.destroy();
  doc.destroy();
}

/** Three peers, each behind a network of its own, with one document. */
async function threeWriters(kind) {
  const proxies = await Promise.all([0, 1, 2].map(() => TcpProxy.start(edge.ports.http)));
  const host = await hostRoom(proxies[0].url, { kind });
  const guests = [];
  for (const proxy of proxies.slice(1)) guests.push(await joinRoom(proxy.url, host.room.roomId, { kind }));
  const writers = [host, ...guests].map(share);
  return { proxies, writers };
}

function lineOf(writer, round) {
  return `line ${round} of ${writer}\n`;
}

/** Where a line begins, so that no insertion splits another's line. */
function startOfSomeLine(text, number) {
  const lines = text.toString().split('\n');
  return lines.slice(0, number % lines.length).join('\n').length + (number % lines.length ? 1 : 0);
}

async function converged(writers) {
  const lines = writers.flatMap((_, writer) => Array.from({ length: rounds }, (_entry, round) => lineOf(writer, round)));
  await until(() => {
    const texts = writers.map(({ text }) => text.toString());
    return texts.every(text => text === texts[0]) && lines.every(line => texts[0].includes(line));
  }, { timeout: 20_000, what: 'the same text everywhere' });
  assert.equal(writers[0].text.length, lines.join('').length, 'each line once');
}

describe('yjs', () => {
  before(async () => (edge = await Edge.start({ CT_PING_INTERVAL: '700ms', CT_PING_TIMEOUT: '700ms' })));
  after(() => edge?.stop());

  for (const kind of kinds) {
    it(`converges between three writers over breaks, over ${kind}`, async () => {
      const { proxies, writers } = await threeWriters(kind);
      for (let round = 0; round < rounds; ++round) {
        writers.forEach(({ text }, writer) => text.insert(startOfSomeLine(text, round * 7 + writer), lineOf(writer, round)));
        if (round % 8 === 4) proxies[(round >> 3) % 3].cut();
        if (round === rounds / 2) proxies[2].hang();
        await pause(15);
      }
      await converged(writers);
      writers.forEach(unshare);
      disposeAll(writers.map(({ peer }) => peer));
      await Promise.all(proxies.map(proxy => proxy.stop()));
    });
  }

  it('shows each writer\'s selection to the others', async () => {
    const { proxies, writers } = await threeWriters('upgrade');
    writers.forEach(({ awareness, peer }, index) => awareness.setLocalState({ peer: peer.id, selection: { path: `file ${index}` } }));
    await until(() => writers.every(({ awareness }) => {
      const paths = [...awareness.getStates().values()].map(state => state.selection?.path).sort();
      return paths.join() === 'file 0,file 1,file 2';
    }), { what: 'three selections everywhere' });
    writers.forEach(unshare);
    disposeAll(writers.map(({ peer }) => peer));
    await Promise.all(proxies.map(proxy => proxy.stop()));
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The admin API's events: who may watch, what is told, and that nobody is told too much.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { AdminClient, settings, signedIn } from './support/adminapi.mjs';
import { Edge } from './support/edge.mjs';
import { envelope, rawGuest, rawHost } from './support/raw.mjs';
import { until } from './support/wait.mjs';
import { handshake, Watcher } from './support/watcher.mjs';

const kind = 'websocket';

/** As the API lists them. */
async function listed(client) {
  const { sessions } = await client.ask('listSessions');
  return sessions;
}

describe('the events of the admin API', () => {
  let edge;
  let client;
  const watchers = [];
  async function watch(who, query, headers) {
    const watcher = await Watcher.open(who, query, headers);
    watchers.push(watcher);
    return watcher;
  }
  before(async () => {
    edge = await Edge.start(settings);
  });
  beforeEach(async () => {
    client = await signedIn(edge);
  });
  afterEach(() => {
    for (const watcher of watchers.splice(0)) watcher.close();
  });
  after(() => edge?.stop());

  it('are for whoever may use the API, and for no page of elsewhere', async () => {
    const { cookie } = client;
    const refused = [
      [new AdminClient(edge.url), {}, 401],
      [new AdminClient(edge.url, { token: 'ctadm_x' }), {}, 401],
      [client, { origin: 'https://elsewhere.example' }, 403],
      [client, { origin: 'null' }, 403],
      [new AdminClient(edge.url), { cookie: cookie.slice(0, -1) }, 401],
    ];
    for (const [who, headers, status] of refused) assert.equal((await handshake(who, {}, headers).answered).status, status, JSON.stringify(headers));
    for (const query of [{ topics: 'nothing' }, { topics: 'sessions,' }, { after: 'x' }, { after: '-1' }]) {
      assert.equal((await handshake(client, query).answered).status, 400, JSON.stringify(query));
    }
    await (await watch(client, {}, { origin: edge.url })).told();
    const { secret } = await client.ask('makeToken', {}, { body: { name: 'watcher', days: 1 } });
    await (await watch(new AdminClient(edge.url, { token: secret }))).told();
  });

  it('begin with all there is, and then tell who comes, changes and goes', async () => {
    const host = await rawHost(edge.url, { kind });
    const watcher = await watch(client);
    const first = await watcher.told();
    assert.deepEqual([first.part, first.sessions.map(session => session.id)], [0, [host.roomId]]);
    assert.ok(first.overview.metrics.length === 6 && first.health.status === 'ok');

    const second = await rawHost(edge.url, { kind });
    const guest = await rawGuest(edge.url, second.roomId, { kind: 'polling' });
    await until(() => watcher.sessions.get(second.roomId)?.participants.length === 2);
    const byId = (one, other) => (one.id < other.id ? -1 : 1);
    await until(async () => JSON.stringify([...watcher.sessions.values()].sort(byId)) === JSON.stringify(await listed(client)), {
      what: 'what is watched to be what is listed',
    });
    guest.socket.io.engine.close();
    const broken = await watcher.event('participantChanged', event => event.sessionId === second.roomId && !event.participant.connected);
    assert.deepEqual([broken.participant.transport, broken.participant.host], ['', false]);

    await client.ask('endSession', { session: second.roomId });
    const ended = await watcher.event('sessionEnded', event => event.sessionId === second.roomId);
    assert.match(ended.reason, /^Ended by an administrator/);
    host.send(envelope.leave());
    await watcher.event('sessionEnded', event => event.sessionId === host.roomId);
    assert.equal(watcher.sessions.size, 0);
    const sequences = watcher.events.map(event => event.sequence);
    assert.deepEqual(sequences, [...sequences].sort((one, other) => one - other));
    for (const peer of [host, second, guest]) peer.close();
  });

  it('tell that a connection has moved to another transport', async () => {
    const watcher = await watch(client, { topics: 'sessions' });
    const host = await rawHost(edge.url, { transports: ['polling', 'websocket'] });
    const moved = await watcher.event('participantChanged', event => event.sessionId === host.roomId && event.participant.transport === 'websocket');
    assert.equal(moved.participant.connected, true);
    assert.equal((await listed(client))[0].participants[0].transport, 'websocket');
    host.send(envelope.leave());
    host.close();
  });

  it('tell figures, the audit, and what an administrator has changed', async () => {
    const watcher = await watch(client, { topics: 'overview,audit,settings' });
    await watcher.event('overview');
    const { token } = await client.ask('makeToken', {}, { body: { name: 'seen', days: 1 } });
    const { audit } = await watcher.event('audit', event => event.audit.subject === token.id);
    assert.deepEqual([audit.kind, audit.actor], ['admin.token.make', 'ada']);
    await watcher.event('changed', event => event.subject === 'tokens');
    assert.deepEqual([...new Set(watcher.events.map(event => event.type))].sort(), ['audit', 'changed', 'overview', 'snapshot']);
    assert.deepEqual(watcher.of('snapshot')[0].sessions, []);
  });

  it('go on where a lost connection has ended, or begin anew', async () => {
    const watcher = await watch(client, { topics: 'sessions' });
    await watcher.told();
    const { last } = watcher;
    watcher.close();
    const host = await rawHost(edge.url, { kind });
    const resumed = await watch(client, { topics: 'sessions', after: last });
    await resumed.event('sessionStarted', event => event.session.id === host.roomId);
    assert.deepEqual([resumed.events[0].type, resumed.events[0].sequence, resumed.of('snapshot')], ['resumed', last, []]);
    for (const unknown of [0, last - 100_000, last + 1e9]) await (await watch(client, { topics: 'sessions', after: unknown })).told();
    host.send(envelope.leave());
    host.close();
  });

  it('end with the sign-in, and with the token', async () => {
    const other = await signedIn(edge);
    const watcher = await watch(other);
    await watcher.told();
    await other.call('signOut');
    assert.deepEqual(await until(() => watcher.closed), { code: 4401, reason: 'The sign-in or the token has ended' });
    const { token, secret } = await client.ask('makeToken', {}, { body: { name: 'short', days: 1 } });
    const program = await watch(new AdminClient(edge.url, { token: secret }));
    await program.told();
    await client.call('revokeToken', { token: token.id });
    assert.equal((await until(() => program.closed)).code, 4401);
  });

  it('are for so many at once', async () => {
    const crowd = [];
    for (let count = 0; count < 8; ++count) {
      const other = await signedIn(edge);
      for (let more = 0; more < 8; ++more) crowd.push(handshake(other));
    }
    const statuses = await Promise.all(crowd.map(one => one.answered.then(({ status }) => status)));
    assert.ok(statuses.includes(101) && statuses.includes(429), String(statuses));
    for (const { socket } of crowd) socket.terminate();
    await until(async () => {
      const { socket, answered } = handshake(client);
      const { status } = await answered;
      socket.terminate();
      return status === 101;
    });
  });
});

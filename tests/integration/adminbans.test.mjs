// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bans by the admin API: who is taken out, who stays out, and for how long.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { audited, settings, signedIn } from './support/adminapi.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { asUser, loginToken } from './support/login.mjs';
import { rawGuest, rawHost, roomHeaders } from './support/raw.mjs';
import { rows } from './support/records.mjs';
import { openSocket } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

const kind = 'websocket';

describe('bans by the admin API', () => {
  let edge;
  let client;
  let stateDir;
  const joins = (host, token) => asUser(edge.url, token, `/api/session/join/${host.roomId}`);
  before(async () => {
    stateDir = temporaryFolder();
    edge = await Edge.start(settings, { stateDir });
    client = await signedIn(edge);
  });
  after(async () => {
    await edge?.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('take a guest out and keep the account out of that session only', async () => {
    const host = await rawHost(edge.url, { kind });
    const other = await rawHost(edge.url, { kind, user: 'Hugo Host' });
    const gus = await loginToken(edge.url, 'Gus');
    const guest = await rawGuest(edge.url, host.roomId, { kind, token: gus });
    const bystander = await rawGuest(edge.url, host.roomId, { kind, user: 'Greta' });
    const ban = await client.ask('banParticipant', { session: host.roomId }, { body: { participant: guest.id, by: 'account' } });
    assert.deepEqual([ban.session, ban.by, ban.who, ban.createdBy, ban.untilMs], [host.roomId, 'account', 'Gus', 'ada', undefined]);
    await until(() => guest.disconnects.length);
    const refused = await joins(host, gus);
    assert.equal(refused.status, 403);
    assert.match(refused.body, /banned/);
    // Not even by the token of before.
    const again = openSocket(edge.url, await roomHeaders(guest.token), { kind });
    let refusal;
    again.on('connect_error', error => (refusal = error.message));
    assert.match(await until(() => refusal), /banned/);
    again.disconnect();
    assert.equal((await joins(other, gus)).status, 200);
    assert.equal((await joins(host, await loginToken(edge.url, 'Gina'))).status, 200);
    assert.deepEqual([bystander.disconnects, host.disconnects], [[], []]);
    assert.deepEqual((await client.ask('listBans')).bans, [ban]);
    const [entry] = await audited(edge, 'admin.ban.make');
    assert.deepEqual([entry.actor, entry.subject, entry.detail], ['ada', host.roomId, 'account Gus, from the session']);

    await client.call('endSession', { session: host.roomId });
    await until(async () => !(await client.ask('listBans')).bans.length, { what: 'the ban to end with its session' });
    await client.call('endSession', { session: other.roomId });
    for (const peer of [host, other, guest, bystander]) peer.close();
  });

  it('keep out of every session for a time, over a restart, until they are lifted', async () => {
    let host = await rawHost(edge.url, { kind });
    const guest = await rawGuest(edge.url, host.roomId, { kind, user: 'Gus' });
    const ban = await client.ask('banParticipant', { session: host.roomId }, { body: { participant: guest.id, by: 'account', minutes: 60 } });
    assert.deepEqual([ban.session, ban.untilMs - ban.createdMs], ['', 3_600_000]);
    await edge.stop();
    for (const peer of [host, guest]) peer.close();
    edge = await Edge.start(settings, { stateDir });
    client = await signedIn(edge);
    await until(async () => (await client.ask('listBans')).bans.length);
    assert.deepEqual((await client.ask('listBans')).bans, [ban]);
    host = await rawHost(edge.url, { kind });
    assert.equal((await joins(host, await loginToken(edge.url, 'Gus'))).status, 403);
    assert.equal((await client.call('liftBan', { ban: ban.id })).status, 204);
    assert.equal((await client.call('liftBan', { ban: ban.id })).status, 404);
    assert.equal((await joins(host, await loginToken(edge.url, 'Gus'))).status, 200);
    assert.deepEqual(rows(stateDir, 'SELECT * FROM bans'), []);
    await audited(edge, 'admin.ban.lift');
    host.close();
  });

  it('by address take out all who come from there, but for the host', async () => {
    const host = await rawHost(edge.url, { kind });
    const guests = [];
    for (const user of ['Gus', 'Greta']) guests.push(await rawGuest(edge.url, host.roomId, { kind, user }));
    const ban = await client.ask('banParticipant', { session: host.roomId }, { body: { participant: guests[0].id, by: 'address' } });
    assert.equal(ban.who, '127.0.0.1');
    await until(() => guests.every(guest => guest.disconnects.length));
    assert.equal((await joins(host, await loginToken(edge.url, 'Gina'))).status, 403);
    assert.deepEqual(host.disconnects, []);
    for (const peer of [host, ...guests]) peer.close();
  });

  it('are for guests, and have a form', async () => {
    const host = await rawHost(edge.url, { kind });
    const values = { session: host.roomId };
    const ban = body => client.call('banParticipant', values, { body });
    assert.equal((await ban({ participant: host.id, by: 'account' })).status, 409);
    assert.equal((await ban({ participant: 'nobody', by: 'account' })).status, 404);
    const wrong = await ban({ participant: host.id, by: 'name', minutes: 0 });
    assert.equal(wrong.status, 422);
    assert.deepEqual(JSON.parse(wrong.body).errors.map(error => error.field), ['by', 'minutes']);
    assert.equal((await ban({ participant: host.id })).status, 400);
    host.close();
  });
});

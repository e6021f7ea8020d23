// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What whoever runs a server does about sessions and the people in them, by codetogether-ctl.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { operations } from './support/adminapi.mjs';
import { askCtl, ctlOf } from './support/control.mjs';
import { Edge } from './support/edge.mjs';
import { asUser, loginToken } from './support/login.mjs';
import { envelope, rawGuest, rawHost, roomHeaders } from './support/raw.mjs';
import { rowsIfAny } from './support/records.mjs';
import { openSocket } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

const kind = 'websocket';

describe('codetogether-ctl session', () => {
  let edge;
  let host;
  let guest;
  let bystander;
  let gus;
  const joins = token => asUser(edge.url, token, `/api/session/join/${host.roomId}`);
  const done = async words => {
    const { code, output, complaint } = await ctlOf(edge, words);
    assert.equal(code, 0, complaint);
    return output;
  };
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());
  beforeEach(async () => {
    host = await rawHost(edge.url, { kind });
    gus = await loginToken(edge.url, 'Gus');
    guest = await rawGuest(edge.url, host.roomId, { kind, token: gus });
    bystander = await rawGuest(edge.url, host.roomId, { kind, user: 'Greta' });
  });
  afterEach(async () => {
    for (const { id } of (await askCtl(edge, ['session', 'list'])).sessions) await done(['session', 'end', id]);
    for (const { id } of (await askCtl(edge, ['bans', 'list'])).bans) await done(['bans', 'lift', id]);
    for (const peer of [host, guest, bystander]) peer.close();
  });

  /** Those who have nothing to do with it are still there and hear each other. */
  async function othersGoOn() {
    host.send(envelope.notification(bystander.id, 'still there'));
    await until(() => bystander.ofKind('notification').length);
    assert.deepEqual([host.disconnects, bystander.disconnects], [[], []]);
  }

  async function isTurnedAway(token) {
    const again = openSocket(edge.url, await roomHeaders(token), { kind });
    let refusal;
    again.on('connect_error', error => (refusal = error.message));
    await until(() => refusal, { what: 'the refusal' });
    again.disconnect();
  }

  it('lists sessions and who is in them', async () => {
    const { sessions } = await askCtl(edge, ['session', 'list']);
    assert.deepEqual(sessions.map(session => session.id), [host.roomId]);
    const [first, ...others] = sessions[0].participants;
    assert.deepEqual([first.id, first.host, first.connected], [host.id, true, true]);
    assert.deepEqual(others.map(one => one.id), [guest.id, bystander.id]);
    const lines = (await done(['session', 'list'])).split('\n');
    assert.match(lines[0], new RegExp(`^${host.roomId}  since \\d{4}-.*Z$`));
    assert.match(lines[1], new RegExp(`^  ${host.id}  host   Hana Host  websocket from 127\\.0\\.0\\.1  tests@1\\.0$`));
    assert.match(lines[2], new RegExp(`^  ${guest.id}  guest  Gus`));
  });

  it('lists more than a page has', async () => {
    const most = operations.listSessions.parameters.find(one => one.name === 'limit').schema.maximum;
    const hosts = [];
    for (let more = 0; more < most; ++more) hosts.push(await rawHost(edge.url, { kind, user: `Host ${more}` }));
    const { sessions } = await askCtl(edge, ['session', 'list']);
    assert.deepEqual(sessions.map(session => session.id).sort(), [host, ...hosts].map(one => one.roomId).sort());
    for (const peer of hosts) {
      peer.send(envelope.leave());
      peer.close();
    }
    await until(async () => (await askCtl(edge, ['session', 'list'])).sessions.length === 1, { timeout: 20_000 });
  });

  it('D-05: kicks a guest at once, and nobody else', async () => {
    const begin = performance.now();
    assert.match(await done(['session', 'kick', host.roomId, guest.id]), /out/);
    await until(() => guest.disconnects.length);
    const took = performance.now() - begin;
    assert.ok(took <= 1_000, `${took} ms`);
    await isTurnedAway(guest.token);
    await othersGoOn();
    const again = await ctlOf(edge, ['session', 'kick', host.roomId, guest.id]);
    assert.equal(again.code, 69);
    assert.equal((await ctlOf(edge, ['session', 'kick', host.roomId, host.id])).code, 69, 'a host is not');
    assert.deepEqual(host.disconnects, []);
  });

  it('D-05: bans a guest, who is refused until the ban is lifted', async () => {
    const ban = await askCtl(edge, ['session', 'ban', host.roomId, guest.id]);
    assert.deepEqual([ban.session, ban.by, ban.untilMs, ban.createdBy], [host.roomId, 'account', undefined, 'local operator']);
    await until(() => guest.disconnects.length);
    await isTurnedAway(guest.token);
    const refused = await joins(gus);
    assert.equal(refused.status, 403);
    assert.match(refused.body, /banned/);
    await othersGoOn();
    assert.deepEqual((await askCtl(edge, ['bans', 'list'])).bans, [ban]);
    assert.match(await done(['bans', 'list']), new RegExp(`^${ban.id}  account  Gus.*out of session ${host.roomId} until it ends  by local operator at `));
    await done(['bans', 'lift', ban.id]);
    assert.equal((await joins(gus)).status, 200);
    assert.equal((await ctlOf(edge, ['bans', 'lift', ban.id])).code, 69);
    assert.match(await done(['bans', 'list']), /^Nobody is kept out\.$/m);
    const kinds = rowsIfAny(edge.stateDir, "SELECT kind, actor FROM audit WHERE kind LIKE 'admin.ban.%'");
    assert.deepEqual(kinds.slice(-2), [{ kind: 'admin.ban.make', actor: 'local operator' }, { kind: 'admin.ban.lift', actor: 'local operator' }]);
  });

  it('bans from every session for a time, and by address', async () => {
    const ban = await askCtl(edge, ['session', 'ban', host.roomId, guest.id, '--for', '90s', '--by', 'address']);
    assert.deepEqual([ban.session, ban.by, ban.who, ban.untilMs - ban.createdMs], ['', 'address', '127.0.0.1', 120_000]);
    await until(() => guest.disconnects.length && bystander.disconnects.length);
    assert.equal((await joins(gus)).status, 403);
    assert.deepEqual(host.disconnects, []);
    assert.match(await done(['bans', 'list']), /address  127\.0\.0\.1  out of every session until \d{4}-/);
  });

  it('ends a session for everybody', async () => {
    assert.match(await done(['session', 'end', host.roomId]), /ended/);
    await until(() => [host, guest, bystander].every(peer => peer.disconnects.length));
    assert.match(await done(['session', 'list']), /^No session is open\.$/m);
    assert.equal((await ctlOf(edge, ['session', 'end', host.roomId])).code, 69);
  });

  it('says what is missing or wrong', async () => {
    for (const [words, code, said] of [
      [['session'], 64, /There is no command "session"; there are "session list", "session end", "session kick", "session ban"$/m],
      [['bans', 'drop'], 64, /There is no command "bans drop"; there are "bans list", "bans lift"$/m],
      [['session', 'end'], 64, /usage: codetogether-ctl session end SESSION$/m],
      [['session', 'kick', host.roomId], 64, /usage: codetogether-ctl session kick SESSION PARTICIPANT$/m],
      [['session', 'kick', '', guest.id], 64, /usage/],
      [['bans', 'lift', 'a', 'b'], 64, /usage: codetogether-ctl bans lift ID$/m],
      [['session', 'kick', host.roomId, guest.id, '--for', '12h'], 64, /"session kick" has no --for, and nothing was done; it goes with "session ban"$/m],
      [['session', 'kick', host.roomId, guest.id, '--by=address'], 64, /has no --by/],
      [['session', 'list', '--limit=1'], 64, /has no --limit, .* "audit show"$/m],
      [['audit', 'verify', '--since=2h'], 64, /"audit verify" has no --since/],
      [['reload', '--wait'], 64, /"reload" has no --wait, .* "drain" and "stop"$/m],
      [['status', '--user', 'ann'], 64, /has no --user, .* "credentials set" and "credentials reset"$/m],
      [['backup', '/nowhere', '--outside'], 64, /has no --outside, .* "restore"$/m],
      [['session', 'ban', host.roomId, guest.id, '--for', 'ever'], 64, /--for is a time/],
      [['session', 'ban', host.roomId, guest.id, '--by', 'name'], 78, /by: /],
      [['session', 'ban', host.roomId, 'nobody'], 69, /^codetogether-ctl: There is no such participant/m],
      [['session', 'end', '../bans'], 78, /./],
      [['bans', 'lift', 'a/b?c'], 78, /./],
    ]) {
      const outcome = await ctlOf(edge, words);
      assert.equal(outcome.code, code, `${words}: ${outcome.complaint}`);
      assert.match(outcome.complaint, said);
    }
    await othersGoOn();
    assert.deepEqual(guest.disconnects, []);
  });
});

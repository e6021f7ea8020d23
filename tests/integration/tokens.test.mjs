// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a room token is good for, and for how long.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { asUser, createRoom, loginToken } from './support/login.mjs';
import { admission, envelope, isAdmitted, rawGuest, rawHost } from './support/raw.mjs';
import { until } from './support/wait.mjs';

// Long before a seat's grace is over.
const atOnce = { timeout: 20_000 };
let edge;
let token;

describe('room tokens', () => {
  before(async () => {
    edge = await Edge.start({ CT_SESSION_ROOMS_PER_USER: '1000' });
    token = await loginToken(edge.url);
  });
  after(() => edge?.stop());

  it('weakness 5: are dead after room/leave', async () => {
    const host = await rawHost(edge.url, { token });
    const guest = await rawGuest(edge.url, host.roomId, { token });
    guest.send(envelope.leave());
    await until(() => host.ofMethod('room/left').length, atOnce);
    assert.equal(await isAdmitted(edge.url, guest.token), false);
    await host.settle();
    assert.equal(host.ofMethod('room/joined').length, 1);
    host.close();
  });

  it('weakness 5: are dead after a deliberate disconnect', async () => {
    const host = await rawHost(edge.url, { token });
    const guest = await rawGuest(edge.url, host.roomId, { token });
    guest.close();
    await until(() => host.ofMethod('room/left').length, atOnce);
    assert.equal(await isAdmitted(edge.url, guest.token), false);
    host.close();
  });

  for (const [name, end] of [['room/leave', host => host.send(envelope.leave())], ['a disconnect', host => host.close()]]) {
    it(`weakness 6: the host's does not bring a room back that was closed by ${name}`, async () => {
      const host = await rawHost(edge.url, { token });
      const guest = await rawGuest(edge.url, host.roomId, { token });
      const late = await admission(edge.url, host.roomId, { token });
      end(host);
      await until(() => guest.ofMethod('room/closed').length, atOnce);
      for (const [whose, dead] of [['host', host.token], ['guest', guest.token], ['admitted', late.roomToken]]) {
        assert.equal(await isAdmitted(edge.url, dead), false, whose);
      }
      assert.equal((await asUser(edge.url, token, `/api/session/join/${host.roomId}`)).status, 404);
    });
  }

  it('R14: of a seat that is taken move it to the newer connection, with its key unchanged', async () => {
    const host = await rawHost(edge.url, { token });
    const guest = await rawGuest(edge.url, host.roomId, { token });
    assert.equal(await isAdmitted(edge.url, guest.token), true);
    await until(() => !guest.socket.connected && !guest.socket.active, { ...atOnce, what: 'the older connection\'s end' });
    host.close();
  });

  it('are not interchangeable between rooms', async () => {
    const [first, second] = [await rawHost(edge.url, { token }), await rawHost(edge.url, { token })];
    const guest = await rawGuest(edge.url, first.roomId, { token });
    guest.send(envelope.notification(second.id, 'across'));
    await guest.settle();
    await second.settle();
    assert.equal(second.ofKind('notification').length, 0);
    [guest, second, first].forEach(peer => peer.close());
  });

  it('of a room that was never opened bring nobody in but its host', async () => {
    const { roomToken } = await createRoom(edge.url, token);
    assert.equal(await isAdmitted(edge.url, roomToken), true);
  });

  it('altered in any part are refused', async () => {
    const { roomToken } = await createRoom(edge.url, token);
    const parts = roomToken.split('.');
    for (let index = 0; index < parts.length; ++index) {
      const forged = [...parts];
      const middle = forged[index].length >> 1;
      const letter = forged[index][middle] === 'A' ? 'B' : 'A';
      forged[index] = forged[index].slice(0, middle) + letter + forged[index].slice(middle + 1);
      assert.equal(await isAdmitted(edge.url, forged.join('.')), false);
    }
  });
});

describe('the rules of sessions', () => {
  it('D-08: limit participants and time', async () => {
    const strict = await Edge.start({ CT_SESSION_PARTICIPANTS: '2', CT_SESSION_MAX_DURATION: '4' });
    const host = await rawHost(strict.url);
    const guest = await rawGuest(strict.url, host.roomId);
    await assert.rejects(rawGuest(strict.url, host.roomId, { user: 'Third' }), /JoinRejected|SessionFull|RoomFull/);
    await until(() => guest.ofMethod('room/closed').length, { timeout: 30_000, what: 'the longest duration' });
    // Each has a connection of its own to hear it by.
    await until(() => !host.socket.active, { timeout: 30_000, what: 'the host\'s end' });
    await strict.stop();
  });

  it('D-08: end a room that nobody joins, whose guests have left, or in which nobody speaks', async () => {
    const cases = [
      [{ CT_SESSION_EMPTY: '1' }, async () => {}],
      [{ CT_SESSION_DESERTED: '1' }, async (url, host) => (await rawGuest(url, host.roomId)).close()],
      [{ CT_SESSION_INACTIVITY: '1' }, async (url, host) => { await rawGuest(url, host.roomId); }],
    ];
    await Promise.all(cases.map(async ([settings, prepare]) => {
      const strict = await Edge.start(settings);
      const host = await rawHost(strict.url);
      await prepare(strict.url, host);
      await until(() => !host.socket.connected && !host.socket.active, { timeout: 30_000, what: `an end by ${Object.keys(settings)}` });
      await until(() => /ended/i.test(strict.log('sessions.log')), { what: 'the line of the end' });
      host.close();
      await strict.stop();
    }));
  });
});

describe('sessions.log', () => {
  it('R12: records what happened on one line each, control characters escaped', async () => {
    const logging = await Edge.start();
    const host = await rawHost(logging.url, { user: 'Hana "Host"' });
    const guest = await rawGuest(logging.url, host.roomId, { user: 'Gus\u2028\u202eGuest' }).catch(() => rawGuest(logging.url, host.roomId));
    guest.close();
    await until(() => host.ofMethod('room/left').length, atOnce);
    host.close();
    await until(() => /ended/i.test(logging.log('sessions.log')), { what: 'the end in sessions.log' });
    const log = logging.log('sessions.log');
    for (const word of [/created/i, /joined/i, /left/i, /ended/i]) assert.match(log, word);
    assert.ok(log.includes(host.roomId));
    assert.doesNotMatch(log, /[\x00-\x09\x0b-\x1f\x7f\u2028\u202e]/);
    for (const secret of [host.token, guest.token, host.login]) {
      for (const name of ['sessions.log', 'server.log', 'access.log', 'error.log']) assert.equal(logging.log(name).includes(secret), false, name);
    }
    await logging.stop();
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What ends with a login: its token, its room tokens, its seats and sockets.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { asUser, joinAnswer, loginToken, requestJoin } from './support/login.mjs';
import { admission, isAdmitted, rawGuest, rawHost } from './support/raw.mjs';
import { kinds } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

async function logOut(edge, token, query = '') {
  const answer = await send(edge.url, 'GET', `/api/logout${query}`, { headers: { cookie: `oct-jwt=${token}` } });
  assert.equal(answer.status, 200, answer.body);
}

async function isValid(edge, token) {
  const answer = await send(edge.url, 'POST', '/api/login/validate', { headers: { 'x-oct-jwt': token } });
  return JSON.parse(answer.body).valid;
}

describe('R2, D-12: a logout', () => {
  let edge;
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  for (const kind of kinds) {
    it(`of a guest ends its token, its seat and its socket, over ${kind}`, async () => {
      const host = await rawHost(edge.url, { kind });
      const guest = await rawGuest(edge.url, host.roomId, { kind, reconnection: false });
      const other = await rawGuest(edge.url, host.roomId, { kind });
      await logOut(edge, guest.login);
      await until(() => guest.disconnects.length, { what: 'the end of the guest\'s socket' });
      await until(() => host.ofMethod('room/left').length, { what: 'room/left' });
      assert.equal((await asUser(edge.url, guest.login, '/api/session/create')).status, 403);
      assert.equal(await isValid(edge, guest.login), false);
      assert.equal(await isAdmitted(edge.url, guest.token), false);
      await other.settle();
      assert.deepEqual(other.disconnects, []);
      host.close();
    });

    it(`of a host closes its room, over ${kind}`, async () => {
      const host = await rawHost(edge.url, { kind, reconnection: false });
      const guest = await rawGuest(edge.url, host.roomId, { kind });
      await logOut(edge, host.login);
      await until(() => guest.ofMethod('room/closed').length, { what: 'room/closed' });
      await until(() => host.disconnects.length, { what: 'the end of the host\'s socket' });
      assert.equal(await isAdmitted(edge.url, host.token), false);
      guest.close();
    });
  }

  it('ends a room token that was not used yet, and a join under way', async () => {
    const host = await rawHost(edge.url, { decide: user => (user.name === 'Pat Patient' ? null : { workspace: { name: 'raw', folders: [] } }) });
    const admitted = await admission(edge.url, host.roomId);
    await logOut(edge, admitted.login);
    assert.equal(await isAdmitted(edge.url, admitted.roomToken), false);
    const patient = await loginToken(edge.url, 'Pat Patient');
    const { pollToken } = await requestJoin(edge.url, patient, host.roomId);
    await until(() => host.ofMethod('peer/join').length === 2, { what: 'the host is asked' });
    // Either the poll that waits is told so, or the next one finds the login ended.
    const outcome = joinAnswer(edge.url, patient, pollToken).then(answer => answer.code, error => error.message);
    await logOut(edge, patient);
    assert.match(await outcome, /JoinRejected|403|Forbidden/);
    host.close();
  });

  it('leaves other logins of the same name alone', async () => {
    const [one, two] = [await loginToken(edge.url), await loginToken(edge.url)];
    await logOut(edge, one);
    assert.equal(await isValid(edge, two), true);
    assert.match((await send(edge.url, 'GET', '/api/logout', { headers: { cookie: `oct-jwt=${one}` } })).body, /Not logged in/);
  });
});

describe('D-12: a logout everywhere', () => {
  let edge;
  const key = 'a key of a good length';
  before(async () => (edge = await Edge.start({ OCT_API_KEY: `ann:${key},bob:${key} of Bob`, OCT_ACTIVATE_API_KEY_AUTH: 'true' })));
  after(() => edge?.stop());

  async function keyLogin(apiKey) {
    const { pollToken } = JSON.parse((await send(edge.url, 'POST', '/api/login/initial')).body);
    const form = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: pollToken, apiKey }) };
    assert.equal((await send(edge.url, 'POST', '/api/login/apikey', form)).status, 200);
    return JSON.parse((await send(edge.url, 'POST', `/api/login/poll/${pollToken}`)).body).loginToken;
  }

  it('ends all logins of the user and nobody else\'s, and a new one is good at once', async () => {
    const [desk, laptop, bob] = [await keyLogin(key), await keyLogin(key), await keyLogin(`${key} of Bob`)];
    const host = await rawHost(edge.url, { token: laptop, reconnection: false });
    await logOut(edge, desk, '?everywhere=true');
    assert.equal(await isValid(edge, desk), false);
    assert.equal(await isValid(edge, laptop), false);
    assert.equal(await isValid(edge, bob), true);
    await until(() => host.disconnects.length, { what: 'the end of the laptop\'s room' });
    assert.equal(await isValid(edge, await keyLogin(key)), true);
  });
});

describe('R2: after a restart', () => {
  it('an ended login is still ended, however the server went down', async () => {
    const stateDir = temporaryFolder();
    try {
      let edge = await Edge.start({}, { stateDir });
      const [ended, kept] = [await loginToken(edge.url), await loginToken(edge.url)];
      await logOut(edge, ended);
      await edge.abandon();
      edge = await Edge.start({}, { stateDir });
      assert.equal(await isValid(edge, ended), false);
      assert.equal(await isValid(edge, kept), true);
      await edge.stop();
    } finally {
      fs.rmSync(stateDir, { recursive: true, force: true });
    }
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { asUser, createRoom, joinAnswer, loginToken, requestJoin } from './support/login.mjs';
import { isAdmitted, rawGuest, rawHost } from './support/raw.mjs';
import { timed, until } from './support/wait.mjs';

const accepted = { workspace: { name: 'decided', folders: ['a', 'b'] } };
// The longest wait of the patient server is far beyond what counts as at once there.
const atOnce = 10_000;
let edge;
let ada;
let eve;

describe('joining over REST', () => {
  before(async () => {
    edge = await Edge.start({ CT_LONG_POLL: '30', CT_SESSION_JOIN_TIMEOUT: '120' });
    ada = await loginToken(edge.url, 'Ada', { email: 'ada@example.org' });
    eve = await loginToken(edge.url, 'Eve');
  });
  after(() => edge?.stop());

  const poll = (pollToken, token = eve) => asUser(edge.url, token, `/api/session/poll/${pollToken}`);

  it('is forbidden without a login token, before anything else is looked at', async () => {
    const paths = ['/api/session/create', '/api/session/join/nowhere', '/api/session/poll/unknown', '/api/session/nothing', '/api/session/'];
    for (const path of paths) {
      for (const headers of [{}, { 'x-oct-jwt': 'bad' }, { cookie: 'oct-jwt=bad' }]) {
        const answer = await send(edge.url, 'POST', path, { headers });
        assert.equal(answer.status, 403, path);
        assert.equal(answer.body, 'Forbidden resource');
      }
    }
    assert.equal((await asUser(edge.url, ada, '/api/session/nothing')).status, 404);
  });

  it('R6: is forbidden however the path is spelt', async () => {
    const spellings = ['/API/session/', '/Api/Session/', '/api/%73ession/', '//api//session//', '/api/./session/', '/api/login/../session/',
      '/api%2fsession%2f', '/api/session;x=1/', '/./api/session/'];
    for (const spelling of spellings) {
      for (const end of ['create', 'poll/unknown']) {
        const answer = await send(edge.url, 'POST', spelling + end);
        assert.ok([400, 403, 404].includes(answer.status), `${spelling}${end}: ${answer.status}`);
        assert.doesNotMatch(answer.body, /JoinRequestNotFound|roomToken/);
      }
    }
  });

  it('does not take a room token for a login token', async () => {
    const { roomToken } = await createRoom(edge.url, ada);
    assert.equal((await asUser(edge.url, roomToken, '/api/session/create')).status, 403);
    assert.equal((await asUser(edge.url, roomToken, '/api/login/validate')).body, '{"valid":false}');
    assert.equal(await isAdmitted(edge.url, ada), false);
  });

  it('creates rooms whose ids the IDEs take', async () => {
    const { roomId, roomToken } = await createRoom(edge.url, ada);
    assert.match(roomId, /^[a-zA-Z0-9]{16,}$/);
    assert.match(roomToken, /^[\x21-\x7e]+$/);
  });

  it('finds a room only once its host has connected', async () => {
    const { roomId } = await createRoom(edge.url, ada);
    for (const room of [roomId, 'nowhere', '%00', 'a'.repeat(3_000)]) {
      const answer = await asUser(edge.url, eve, `/api/session/join/${room}`);
      assert.equal(answer.status, room.startsWith('%') ? 400 : 404, room.slice(0, 30));
    }
    const { code, params, message } = await (await asUser(edge.url, eve, '/api/session/join/nowhere')).json();
    assert.equal(code, 'RoomNotFound');
    assert.deepEqual(params, []);
    assert.equal(typeof message, 'string');
  });

  it('gives the guest workspace and host, the e-mail address only if there is one', async () => {
    for (const [token, email] of [[ada, 'ada@example.org'], [eve, undefined]]) {
      const host = await rawHost(edge.url, { token, decide: () => accepted });
      const { pollToken, roomId } = await requestJoin(edge.url, eve, host.roomId);
      assert.equal(roomId, host.roomId);
      const answer = await joinAnswer(edge.url, eve, pollToken);
      assert.equal(answer.roomId, host.roomId);
      assert.deepEqual(answer.workspace, accepted.workspace);
      assert.equal(answer.host.id, host.id);
      assert.equal(answer.host.host, true);
      assert.equal(answer.host.email, email);
      assert.equal('email' in answer.host, email !== undefined);
      assert.equal(answer.host.metadata.encryption.publicKey.length, 736);
      assert.deepEqual(answer.host.metadata.compression.supported, ['none']);
      host.close();
    }
  });

  it('says WaitingForHost at once', async () => {
    const host = await rawHost(edge.url, { token: ada, decide: () => null });
    const { pollToken } = await requestJoin(edge.url, eve, host.roomId);
    const first = await timed(() => poll(pollToken));
    assertWaiting(first.result);
    assert.ok(first.took < atOnce, `${first.took} ms`);
    host.close();
  });

  it('skips WaitingForHost when the host has decided before', async () => {
    const host = await rawHost(edge.url, { token: ada });
    const { pollToken } = await requestJoin(edge.url, eve, host.roomId);
    await host.next(message => message.content?.method === 'peer/join');
    await host.settle();
    assert.ok((await (await poll(pollToken)).json()).roomToken);
    host.close();
  });

  it('fails with 200 when the host rejects, again and again', async () => {
    const host = await rawHost(edge.url, { token: ada, decide: () => undefined });
    const { pollToken } = await requestJoin(edge.url, eve, host.roomId);
    const refused = await joinAnswer(edge.url, eve, pollToken);
    assert.equal(refused.failure, true);
    assert.equal(refused.code, 'JoinRejected');
    const { result, took } = await timed(() => poll(pollToken));
    assert.ok(took < atOnce, `the reference hangs here: ${took} ms`);
    assert.ok(result.status === 404 || JSON.parse(result.body).code === 'JoinRejected', result.body);
    host.close();
  });

  it('fails at once when the host leaves meanwhile', async () => {
    const host = await rawHost(edge.url, { token: ada, decide: () => null });
    const { pollToken } = await requestJoin(edge.url, eve, host.roomId);
    assertWaiting(await poll(pollToken));
    const waiting = timed(() => poll(pollToken));
    host.close();
    const { result, took } = await waiting;
    assert.ok(took < atOnce, `${took} ms`);
    assert.ok(result.status === 404 || JSON.parse(result.body).failure === true, result.body);
  });

  it('lets the requester fetch the answer again', async () => {
    const host = await rawHost(edge.url, { token: ada });
    const guest = await rawGuest(edge.url, host.roomId, { token: eve });
    const again = await poll(guest.admission.pollToken);
    assert.equal(again.status, 200);
    assert.equal((await again.json()).roomToken, guest.token);
    guest.close();
    host.close();
  });

  it('weakness 7: gives the answer to nobody but the requester', async () => {
    let decide;
    const host = await rawHost(edge.url, { token: ada, decide: (_, message) => ((decide = message), null) });
    const { pollToken } = await requestJoin(edge.url, eve, host.roomId);
    await until(() => decide, { what: 'peer/join' });
    const mallory = await loginToken(edge.url, 'Mallory');
    for (const token of [mallory, ada]) assert.ok([403, 404].includes((await poll(pollToken, token)).status));
    assertWaiting(await poll(pollToken));
    host.close();
  });

  it('answers an unknown poll token with JoinRequestNotFound', async () => {
    const answer = await poll('unknown');
    assert.equal(answer.status, 404);
    assert.equal((await answer.json()).code, 'JoinRequestNotFound');
  });

  it('weakness 11: tells the host name, e-mail and provider, and no claims', async () => {
    const asked = [];
    const host = await rawHost(edge.url, { token: ada, decide: user => (asked.push(user), accepted) });
    const guest = await rawGuest(edge.url, host.roomId, { token: eve });
    assert.equal(asked[0].name, 'Eve');
    for (const claim of ['iat', 'exp', 'aud', 'kid', 'jti', 'nbf']) assert.equal(claim in asked[0], false, claim);
    guest.close();
    host.close();
  });
});

describe('joining a host that says nothing', () => {
  let brief;
  before(async () => (brief = await Edge.start({ CT_LONG_POLL: '1', CT_SESSION_JOIN_TIMEOUT: '4' })));
  after(() => brief?.stop());

  it('waits in polls that never end with 204, and fails with JoinTimeout in the end', async () => {
    const token = await loginToken(brief.url, 'Eve');
    const host = await rawHost(brief.url, { decide: () => null });
    const { pollToken } = await requestJoin(brief.url, token, host.roomId);
    const poll = () => asUser(brief.url, token, `/api/session/poll/${pollToken}`);
    assertWaiting(await poll());
    const { result, took } = await timed(poll);
    assertWaiting(result);
    assert.ok(took > 900, `${took} ms`);
    const answer = await joinAnswer(brief.url, token, pollToken);
    assert.deepEqual([answer.failure, answer.code], [true, 'JoinTimeout']);
    host.close();
  });
});

function assertWaiting(answer) {
  assert.equal(answer.status, 200, answer.body);
  const { failure, code, params, message } = JSON.parse(answer.body);
  assert.equal(failure, false);
  assert.equal(code, 'WaitingForHost');
  assert.deepEqual(params, []);
  assert.equal(typeof message, 'string');
}

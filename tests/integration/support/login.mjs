// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The REST calls on the way into a room, one by one.

import assert from 'node:assert/strict';
import { postJson, send } from './http.mjs';

async function jsonOf(pending, status = 200) {
  const answer = await pending;
  assert.equal(answer.status, status, answer.body);
  return answer.json();
}

/** The URL's own path goes in front, as the clients do it. */
export function under(url, path) {
  const prefix = new URL(url).pathname.replace(/\/$/, '');
  return prefix + path;
}

export function beginLogin(url, options) {
  return jsonOf(send(url, 'POST', under(url, '/api/login/initial'), options));
}

/** A login token of that user, by the simple login. */
export async function loginToken(url, user = 'Ada', { email, ...options } = {}) {
  const { pollToken } = await beginLogin(url, options);
  const taken = await postJson(url, under(url, '/api/login/simple'), { token: pollToken, user, email }, options);
  assert.equal(taken.status, 200, taken.body);
  const answer = await jsonOf(send(url, 'POST', under(url, `/api/login/poll/${pollToken}`), options));
  return answer.loginToken;
}

/** POST to a /api/session/… route as the owner of `token`. */
export function asUser(url, token, path, { headers, ...options } = {}) {
  return send(url, 'POST', under(url, path), { ...options, headers: { 'x-oct-jwt': token, ...headers } });
}

export function createRoom(url, token, options) {
  return jsonOf(asUser(url, token, '/api/session/create', options));
}

export function requestJoin(url, token, roomId, options) {
  return jsonOf(asUser(url, token, `/api/session/join/${roomId}`, options));
}

/** Polls a join until it is decided; gives the answer's body. */
export async function joinAnswer(url, token, pollToken, options) {
  for (;;) {
    const answer = await asUser(url, token, `/api/session/poll/${pollToken}`, options);
    if (answer.status === 204) continue;
    assert.equal(answer.status, 200, answer.body);
    const body = JSON.parse(answer.body);
    if (body.failure !== false) return body;
  }
}

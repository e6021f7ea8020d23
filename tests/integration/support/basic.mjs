// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logging in to the dashboard and the logs.

import assert from 'node:assert/strict';
import { send } from './http.mjs';

/** The headers of Basic authentication. */
export function basic(user, password) {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

/** GET with user and password. */
export function getAs(url, path, user, password, options = {}) {
  return send(url, 'GET', path, { ...options, headers: { ...basic(user, password), ...options.headers } });
}

/** The four lines that tell a generated password; the user and password of them. */
export function temporaryCredentials(log) {
  const lines = log.split('\n');
  const first = lines.findIndex(line => /metrics dashboard can be accessed at https:\/\/\S+\/dashboard$/.test(line));
  assert.ok(first >= 0, 'no block with a temporary password');
  const user = /root INFO with user: (\S+)$/.exec(lines[first + 1])[1];
  const password = /root INFO using a temporary password: (\S+)$/.exec(lines[first + 2])[1];
  assert.match(lines[first + 3], /root INFO Use CT_DASHBOARD_USER and CT_DASHBOARD_PASSWORD to set explicit values for this deployment\.$/);
  return { user, password };
}

/** What a browser keeps of an answer's cookies, as a Cookie header. */
export function cookiesOf(answer, before = '') {
  const jar = new Map(before.split('; ').filter(Boolean).map(pair => pair.split(/=(.*)/s).slice(0, 2)));
  for (const line of answer.headers['set-cookie'] ?? []) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    if (value) jar.set(name, value);
    else jar.delete(name);
  }
  return [...jar].map(pair => pair.join('=')).join('; ');
}

/** Fills in the form as a browser does; gives the answer and the cookies after it. */
export async function logInByForm(url, user, password, { headers = {}, token, ...options } = {}) {
  const form = await send(url, 'GET', '/dashboard/login', options);
  assert.equal(form.status, 200);
  const cookie = cookiesOf(form);
  const hidden = /name="token" value="([0-9a-f]{64})"/.exec(form.body)[1];
  const body = new URLSearchParams({ token: token ?? hidden, user, password }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded', cookie };
  const answer = await send(url, 'POST', '/dashboard/login', { ...options, headers: { ...type, ...headers }, body });
  return { answer, cookie: cookiesOf(answer, cookie) };
}

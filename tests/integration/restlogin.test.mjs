// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { postJson, send } from './support/http.mjs';
import { asUser, beginLogin, loginToken } from './support/login.mjs';
import { timed } from './support/wait.mjs';

let edge;

const pollLogin = (token, query = '') => send(edge.url, 'POST', `/api/login/poll/${token}${query}`);
const simple = (token, fields) => postJson(edge.url, '/api/login/simple', { token, ...fields });

describe('login', () => {
  before(async () => (edge = await Edge.start({ CT_LONG_POLL: '30' })));
  after(() => edge?.stop());

  it('begins with a poll token, a page and the form of the simple login', async () => {
    const { pollToken, auth } = await beginLogin(edge.url);
    assert.match(pollToken, /^[\w-]{20,}$/);
    assert.equal(auth.loginPageUrl, `/login.html?token=${pollToken}`);
    assert.equal(auth.defaultSuccessUrl, '');
    const [form] = auth.providers;
    assert.equal(auth.providers.length, 1);
    assert.equal(form.type, 'form');
    assert.equal(form.name, 'unverified');
    assert.equal(form.endpoint, '/api/login/simple');
    assert.deepEqual(form.fields.map(field => [field.name, field.required]), [['user', true], ['email', false]]);
    for (const text of [form.label, form.group, ...form.fields.map(field => field.label)]) {
      assert.equal(typeof text.code, 'string');
      assert.equal(typeof text.message, 'string');
      assert.ok(Array.isArray(text.params));
    }
  });

  it('gives a token that may travel in a header', async () => {
    const { pollToken } = await beginLogin(edge.url);
    const taken = await simple(pollToken, { user: 'Ada', email: 'ada@example.org' });
    assert.equal(taken.status, 200);
    assert.equal(taken.body, 'Ok');
    assert.match(taken.headers['content-type'], /^text\//);
    const answer = await pollLogin(pollToken);
    assert.equal(answer.status, 200);
    assert.match((await answer.json()).loginToken, /^[\x21-\x7e]+$/);
  });

  it('answers a poll that waits as soon as the form has come', async () => {
    const { pollToken } = await beginLogin(edge.url);
    const waiting = timed(() => pollLogin(pollToken));
    await simple(pollToken, { user: 'Ada' });
    const { result, took } = await waiting;
    assert.equal(result.status, 200);
    assert.ok((await result.json()).loginToken);
    assert.ok(took < 10_000, `${took} ms`);
  });

  it('weakness 8: spends a poll token with its answer', async () => {
    const { pollToken } = await beginLogin(edge.url);
    const waiting = pollLogin(pollToken);
    await simple(pollToken, { user: 'Ada' });
    assert.equal((await waiting).status, 200);
    await assertAuthTimeout(await pollLogin(pollToken));

    const { pollToken: second } = await beginLogin(edge.url);
    await simple(second, { user: 'Ada' });
    assert.equal((await pollLogin(second)).status, 200);
    await assertAuthTimeout(await pollLogin(second));
    assert.equal((await simple(second, { user: 'Eve' })).status, 400);
  });

  it('refuses unknown poll tokens', async () => {
    await assertAuthTimeout(await pollLogin('unknown'));
    assert.equal((await simple('unknown', { user: 'Ada' })).status, 400);
  });

  const nobody = {
    missing: {},
    empty: { user: '' },
    'only blanks': { user: '   ' },
    'a number': { user: 42 },
    'an object': { user: { name: 'Ada' } },
    'an array': { user: ['Ada'] },
    null: { user: null },
    'true': { user: true },
    'with a line feed': { user: 'Ada\nroot INFO forged' },
    'with a NUL': { user: 'Ada\0' },
    'endless': { user: 'A'.repeat(5_000) },
  };
  for (const [name, fields] of Object.entries(nobody)) {
    it(`weakness 9: refuses a user name that is ${name}`, async () => {
      const { pollToken } = await beginLogin(edge.url);
      const answer = await simple(pollToken, fields);
      assert.equal(answer.status, 400, answer.body);
      assert.match(answer.headers['content-type'], /^text\//);
    });
  }

  it('refuses what cannot be an e-mail address', async () => {
    for (const email of [42, {}, 'no address', 'a\r\nb@example.org', `${'a'.repeat(2_000)}@example.org`]) {
      const { pollToken } = await beginLogin(edge.url);
      assert.equal((await simple(pollToken, { user: 'Ada', email })).status, 400, JSON.stringify(email).slice(0, 40));
    }
  });

  it('takes names of any script and an empty e-mail address', async () => {
    for (const user of ['Ada', 'Žofie Łukasz', '王小明', 'ユーザー 🦊', 'O\'Neill <x>']) {
      const { pollToken } = await beginLogin(edge.url);
      const answer = await simple(pollToken, { user, email: '' });
      assert.equal(answer.status, 200, `${user}: ${answer.body}`);
    }
  });

  it('validates tokens and always answers 200', async () => {
    const token = await loginToken(edge.url);
    const validate = headers => send(edge.url, 'POST', '/api/login/validate', { headers }).then(answer => [answer.status, answer.body]);
    assert.deepEqual(await validate({ 'x-oct-jwt': token }), [200, '{"valid":true}']);
    assert.deepEqual(await validate({}), [200, '{"valid":false}']);
    assert.deepEqual(await validate({ 'x-oct-jwt': `${token}x` }), [200, '{"valid":false}']);
    assert.deepEqual(await validate({ 'x-oct-jwt': 'a.b.c' }), [200, '{"valid":false}']);
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    assert.deepEqual(await validate({ 'x-oct-jwt': `${none}.${token.split('.')[1]}.` }), [200, '{"valid":false}']);
  });

  it('D-12: renews a login, and only that of who is logged in', async () => {
    const token = await loginToken(edge.url);
    const answer = await asUser(edge.url, token, '/api/login/refresh?useCookie=true');
    const renewed = JSON.parse(answer.body).loginToken;
    assert.match(String(answer.headers['set-cookie']), new RegExp(`oct-jwt=${renewed}; Max-Age=86400; Path=/; HttpOnly; Secure; SameSite=None`));
    assert.equal((await asUser(edge.url, renewed, '/api/session/create')).status, 200);
    for (const headers of [{}, { 'x-oct-jwt': `${token}x` }])
      assert.equal((await send(edge.url, 'POST', '/api/login/refresh', { headers })).status, 403);
    assert.equal((await send(edge.url, 'GET', '/api/logout', { headers: { 'x-oct-jwt': renewed } })).status, 200);
    for (const ended of [token, renewed])
      assert.equal((await asUser(edge.url, ended, '/api/login/refresh')).status, 403);
  });

  it('R1: does not take a token signed with a key one can guess', async () => {
    const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'HS256' })}.${part({ id: 'x', name: 'Eve', authProvider: 'simple', iat: 1 })}`;
    for (const key of ['', 'secret', '/usr/bin/codetogether-edge', process.env.CT_EDGE_BIN]) {
      const token = `${unsigned}.${createHmac('sha256', key).update(unsigned).digest('base64url')}`;
      assert.equal((await asUser(edge.url, token, '/api/login/validate')).body, '{"valid":false}');
    }
  });

  it('weakness 4: gives tokens that expire', async () => {
    const claims = JSON.parse(Buffer.from((await loginToken(edge.url)).split('.')[1], 'base64url'));
    assert.ok(claims.exp > claims.iat && claims.exp - claims.iat <= 86_400);
  });
});

describe('a login that takes its time', () => {
  before(async () => (edge = await Edge.start({ CT_LONG_POLL: '1' })));
  after(() => edge?.stop());

  it('ends a poll with 204 only after the wait', async () => {
    const { pollToken } = await beginLogin(edge.url);
    const { result, took } = await timed(() => pollLogin(pollToken));
    assert.equal(result.status, 204);
    assert.equal(result.body, '');
    assert.ok(took > 900, `${took} ms`);
    await simple(pollToken, { user: 'Ada' });
    assert.equal((await pollLogin(pollToken)).status, 200);
  });
});

describe('login by cookie', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  async function cookieLine() {
    const { pollToken } = await beginLogin(edge.url);
    await simple(pollToken, { user: 'Ada' });
    const answer = await pollLogin(pollToken, '?useCookie=true');
    assert.equal(answer.status, 200);
    assert.ok((await answer.json()).loginToken, 'the client waits for it in the body, too');
    assert.equal(answer.headers['set-cookie']?.length, 1);
    return answer.headers['set-cookie'][0];
  }

  it('sets a cookie that scripts cannot read', async () => {
    const line = await cookieLine();
    assert.match(line, /^oct-jwt=[\x21-\x7e]+?;/);
    for (const attribute of [/; *HttpOnly/i, /; *Secure/i, /; *SameSite=None/i, /; *Path=\//i, /; *Max-Age=\d+/i]) {
      assert.match(line, attribute);
    }
  });

  it('is worth as much as the header', async () => {
    const cookie = `other=1; ${(await cookieLine()).split(';')[0]}; last=2`;
    const headers = { cookie };
    assert.equal((await send(edge.url, 'POST', '/api/login/validate', { headers })).body, '{"valid":true}');
    assert.equal((await send(edge.url, 'POST', '/api/session/create', { headers })).status, 200);
  });

  it('ends with logout, which clears the cookie', async () => {
    const cookie = (await cookieLine()).split(';')[0];
    const answer = await send(edge.url, 'GET', '/api/logout', { headers: { cookie } });
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^text\//);
    assert.match(answer.headers['set-cookie'][0], /^oct-jwt=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/i);
    assert.equal((await send(edge.url, 'GET', '/api/logout')).status, 400);
    assert.equal((await send(edge.url, 'GET', '/api/logout', { headers: { cookie: 'oct-jwt=bad' } })).status, 400);
  });

  it('is not offered without being asked for', async () => {
    const { pollToken } = await beginLogin(edge.url);
    await simple(pollToken, { user: 'Ada' });
    assert.equal((await pollLogin(pollToken)).headers['set-cookie'], undefined);
  });
});

describe('login by API key', () => {
  const keys = 'alpha:first-secret-of-the-tests,beta:second-secret-of-the-tests';
  before(async () => {
    edge = await Edge.start({ OCT_ACTIVATE_SIMPLE_LOGIN: 'false', OCT_ACTIVATE_API_KEY_AUTH: 'true', OCT_API_KEY: keys });
  });
  after(() => edge?.stop());

  const byKey = (token, fields) => postJson(edge.url, '/api/login/apikey', { token, ...fields });

  it('is the only form when the simple login is off', async () => {
    const { auth, pollToken } = await beginLogin(edge.url);
    assert.deepEqual(auth.providers.map(entry => [entry.type, entry.endpoint]), [['form', '/api/login/apikey']]);
    assert.deepEqual(auth.providers[0].fields.map(field => field.name), ['apiKey']);
    assert.equal((await simple(pollToken, { user: 'Ada' })).status, 404);
  });

  it('takes each of the named keys', async () => {
    for (const apiKey of ['first-secret-of-the-tests', 'second-secret-of-the-tests']) {
      const { pollToken } = await beginLogin(edge.url);
      assert.equal((await byKey(pollToken, { apiKey })).status, 200);
      const { loginToken: token } = await (await pollLogin(pollToken)).json();
      assert.equal((await asUser(edge.url, token, '/api/session/create')).status, 200);
    }
  });

  it('asks for a key', async () => {
    const { pollToken } = await beginLogin(edge.url);
    for (const apiKey of [undefined, '', 42, null]) assert.equal((await byKey(pollToken, { apiKey })).status, 400);
  });

  it('R8: locks after five wrong keys, with a time to wait', async () => {
    const statuses = [];
    let last;
    for (let index = 0; index < 8; ++index) {
      const { pollToken } = await beginLogin(edge.url);
      last = await byKey(pollToken, { apiKey: `wrong-${index}` });
      statuses.push(last.status);
    }
    assert.deepEqual(statuses.slice(0, 4), [403, 403, 403, 403]);
    assert.equal(statuses.at(-1), 429);
    assert.ok(Number(last.headers['retry-after']) > 0);
    assert.doesNotMatch(edge.log('server.log') + edge.output, /first-secret-of-the-tests/);
  });
});

async function assertAuthTimeout(answer) {
  assert.equal(answer.status, 400);
  const { code, params, message } = await answer.json();
  assert.equal(code, 'AuthTimeout');
  assert.deepEqual(params, []);
  assert.equal(typeof message, 'string');
}

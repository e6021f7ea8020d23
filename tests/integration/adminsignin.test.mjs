// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who gets into the admin API, and how.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { AdminClient, audited, base, password, settings, signedIn, user } from './support/adminapi.mjs';
import { getAs, logInByForm } from './support/basic.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { Watcher } from './support/watcher.mjs';

const stranger = { 'x-forwarded-for': '203.0.113.7' };

describe('signing in to the admin API', () => {
  let edge;
  before(async () => (edge = await Edge.start({ ...settings, CT_LOGIN_FAILURES_TO_LOCK: '1000' })));
  after(() => edge?.stop());

  it('takes the dashboard\'s credentials and gives a cookie that is kept to this host', async () => {
    const client = new AdminClient(edge.url);
    const answer = await client.signIn(user, password);
    const [cookie] = answer.headers['set-cookie'];
    assert.match(cookie, /^__Host-ct-dashboard=\w{22,}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    assert.equal(answer.headers['cache-control'], 'no-store');
    const { csrfToken, idleSeconds, longestSeconds, ...rest } = JSON.parse(answer.body);
    assert.match(csrfToken, /^[0-9a-f]{64}$/);
    assert.deepEqual([idleSeconds, longestSeconds], [30 * 60, 12 * 3600]);
    assert.deepEqual(rest, { user });
    assert.deepEqual(await client.ask('getSignIn'), JSON.parse(answer.body));
    const [entry] = await audited(edge, 'dashboard.login');
    assert.equal(entry.actor, user);
  });

  it('is the same as signing in to the dashboard', async () => {
    const { cookie } = await logInByForm(edge.url, user, password);
    const client = new AdminClient(edge.url, { headers: { cookie } });
    assert.equal((await client.ask('getSignIn')).user, user);
    const other = await signedIn(edge);
    assert.equal((await send(edge.url, 'GET', '/dashboard/state.json', { headers: { cookie: other.cookie } })).status, 200);
  });

  it('refuses what is wrong, and tells nobody what', async () => {
    const bodies = [];
    for (const [who, word] of [[user, 'wrong'], ['nobody', password], ['', '']]) {
      const answer = await new AdminClient(edge.url).signIn(who, word);
      assert.equal(answer.status, 401);
      assert.equal(answer.headers['set-cookie'], undefined);
      bodies.push(answer.body);
    }
    assert.equal(new Set(bodies).size, 1);
    assert.ok((await audited(edge, 'dashboard.refused')).length >= 1);
  });

  it('is not for Basic authentication', async () => {
    const answer = await getAs(edge.url, `${base}/health`, user, password);
    assert.equal(answer.status, 401);
  });

  it('ends with signing out', async () => {
    const client = await signedIn(edge);
    const { cookie } = client;
    assert.equal((await client.call('signOut')).status, 204);
    assert.equal(client.cookie, '');
    assert.equal((await new AdminClient(edge.url, { headers: { cookie } }).call('getSignIn')).status, 401);
  });

  it('wants the sign-in\'s token with every change, and no other\'s', async () => {
    const client = await signedIn(edge);
    const other = await signedIn(edge);
    for (const csrfToken of ['', 'x', other.csrfToken, client.csrfToken.slice(1)]) {
      const careless = new AdminClient(edge.url);
      Object.assign(careless, { cookie: client.cookie, csrfToken });
      assert.equal((await careless.call('signOut')).status, 403);
    }
    assert.equal((await client.call('getSignIn')).status, 200);
  });

  it('is for encrypted connections from elsewhere', async () => {
    for (const id of ['getVersion', 'getHealth', 'signIn']) {
      const body = id === 'signIn' ? { user, password } : undefined;
      assert.equal((await new AdminClient(edge.url, { headers: stranger }).call(id, {}, { body })).status, 403, id);
    }
    const proxied = await signedIn(edge, { headers: { ...stranger, 'x-forwarded-proto': 'https' } });
    assert.equal((await proxied.call('getHealth')).status, 200);
    const direct = new AdminClient(edge.httpsUrl, { ca: edge.ca });
    assert.equal((await direct.signIn(user, password)).status, 201);
    assert.equal((await direct.call('getHealth')).status, 200);
  });

  it('is not for pages of elsewhere', async () => {
    const client = await signedIn(edge);
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }]) {
      assert.equal((await client.call('getHealth', {}, { headers })).status, 403);
    }
    assert.equal((await client.call('getHealth', {}, { headers: { 'sec-fetch-site': 'cross-site' } })).status, 401, 'no cookie by a link');
    assert.equal((await client.call('getHealth', {}, { headers: { origin: edge.url, 'sec-fetch-site': 'same-origin' } })).status, 200);
  });

  it('opens nothing at the private port', async () => {
    const client = await signedIn(edge);
    const there = new AdminClient(edge.privateUrl);
    Object.assign(there, { cookie: client.cookie, csrfToken: client.csrfToken });
    assert.equal((await there.call('getOverview')).status, 401);
    assert.equal((await there.call('stopServer')).status, 401);
  });
});

describe('guesses at the admin API', () => {
  let edge;
  before(async () => (edge = await Edge.start({ ...settings, CT_LOGIN_TRIES_PER_MINUTE: '1000' })));
  after(() => edge?.stop());

  it('of a password lock the address out, for the dashboard, too', async () => {
    const client = new AdminClient(edge.url);
    const statuses = [];
    for (let count = 0; count < 6; ++count) statuses.push((await client.signIn(user, `guess ${count}`)).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
    const locked = await client.signIn(user, password);
    assert.equal(locked.status, 429);
    const { retryAfterSeconds } = JSON.parse(locked.body);
    assert.ok(retryAfterSeconds > 50);
    assert.equal(Number(locked.headers['retry-after']), retryAfterSeconds);
    assert.equal((await getAs(edge.url, '/dashboard', user, password)).status, 429);
    const elsewhere = new AdminClient(edge.url, { headers: { ...stranger, 'x-forwarded-proto': 'https' } });
    assert.equal((await elsewhere.signIn(user, password)).status, 201);
    await audited(edge, 'dashboard.locked');

    const { lockouts } = await elsewhere.ask('listLockouts');
    assert.deepEqual(lockouts.map(({ door, address, failures }) => [door, address, failures]), [['dashboard', '127.0.0.1', 5]]);
    assert.ok(lockouts[0].untilMs > Date.now());
    const { id: lockout } = lockouts[0];
    assert.equal((await elsewhere.call('removeLockout', { lockout })).status, 204);
    assert.equal((await client.signIn(user, password)).status, 201, 'let in again');
    assert.equal((await elsewhere.call('removeLockout', { lockout })).status, 404);
    assert.deepEqual(await elsewhere.ask('listLockouts'), { lockouts: [] });
    const [entry] = await audited(edge, 'admin.lockout.remove');
    assert.deepEqual([entry.actor, entry.subject, entry.detail], [user, '127.0.0.1', 'dashboard']);
  });

  it('of a token do so for tokens, and are not told apart from others', async () => {
    const statuses = [];
    for (let count = 0; count < 6; ++count) {
      statuses.push((await new AdminClient(edge.url, { token: `ctadm_${'x'.repeat(42)}${count}` }).call('getHealth')).status);
    }
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
  });
});

describe('API tokens of the admin API', () => {
  it('for reading change nothing, and tell when they were used, after a restart, too', async () => {
    const stateDir = temporaryFolder();
    let edge = await Edge.start(settings, { stateDir });
    let client = await signedIn(edge);
    const make = body => client.call('makeToken', {}, { body: { name: 'x', days: 1, ...body } });
    const { token: full } = JSON.parse((await make({})).body);
    const { token, secret } = JSON.parse((await make({ scope: 'read' })).body);
    assert.deepEqual([full.scope, token.scope, token.lastUsedMs], ['full', 'read', undefined]);
    assert.equal((await make({ scope: 'write' })).status, 422);
    const program = new AdminClient(edge.url, { token: secret });
    const before = Date.now();
    await program.ask('getHealth');
    for (const [id, values] of [['revokeToken', { token: full.id }], ['endSession', { session: 'none' }], ['reloadConfiguration', {}]]) {
      const { status, body } = await program.call(id, values);
      assert.equal(status, 403, id);
      assert.match(body, /for reading only/);
    }
    const used = async () => (await client.ask('listTokens')).tokens.map(({ lastUsedMs }) => lastUsedMs);
    const [never, last] = await used();
    assert.ok(never === undefined && last >= before && last <= Date.now());
    await edge.stop();
    edge = await Edge.start(settings, { stateDir });
    client = await signedIn(edge);
    assert.deepEqual(await used(), [undefined, last]);
    assert.equal((await new AdminClient(edge.url, { token: secret }).call('endSession', { session: 'none' })).status, 403);
    await edge.stop();
    fs.rmSync(stateDir, { recursive: true });
  });
});

describe('the admin API with a door of its own', () => {
  it('is served there by TLS, and at no public port', async () => {
    const edge = await Edge.start({ ...settings, CT_ADMIN_LISTEN: '127.0.0.1:0' });
    const { ca } = edge;
    const door = `https://localhost:${edge.ports.admin}`;
    for (const [url, path] of [[edge.url, '/version'], [edge.httpsUrl, '/version'], [edge.url, '/events'], [edge.url, '/session']]) {
      assert.equal((await send(url, 'GET', base + path, { ca })).status, 404, url + path);
    }
    const client = await signedIn({ url: door }, { ca });
    await client.ask('getHealth');
    const watcher = await Watcher.open(client);
    await watcher.told();
    watcher.close();
    await assert.rejects(send(door.replace('https', 'http'), 'GET', `${base}/version`), 'nothing is said in the clear');
    for (const other of ['/', '/api/meta', '/dashboard', '/metrics', '/ct-health/live', '/login.html', '/socket.io/?EIO=4&transport=polling']) {
      assert.equal((await send(door, 'GET', other, { ca })).status, 404, other);
    }
    assert.equal((await send(edge.privateUrl, 'GET', `${base}/version`)).status, 200);
    await edge.stop();
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// New keys for the tokens, without anybody having to log in again.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Edge, runToEnd, temporaryFolder } from './support/edge.mjs';
import { postJson, send } from './support/http.mjs';
import { beginLogin, loginToken } from './support/login.mjs';
import { isAdmitted, rawGuest, rawHost } from './support/raw.mjs';
import { until } from './support/wait.mjs';

async function isValid(edge, token) {
  const answer = await send(edge.url, 'POST', '/api/login/validate', { headers: { 'x-oct-jwt': token } });
  return JSON.parse(answer.body).valid;
}

const keyIdOf = token => JSON.parse(Buffer.from(token.split('.')[0], 'base64url')).kid;

describe('R2, D-12: --rotate-token-key', () => {
  let edge;
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  /** Rotates, tells the server, and gives the first token of the new key. */
  async function rotate() {
    const former = keyIdOf(await loginToken(edge.url));
    const { code, output } = await runToEnd({ CT_STATE_DIR: edge.stateDir }, ['--rotate-token-key']);
    assert.equal(code, 0, output);
    assert.match(output, /SIGHUP/);
    assert.equal(keyIdOf(await loginToken(edge.url)), former, 'not before SIGHUP');
    edge.signal('SIGHUP');
    let token;
    await until(async () => keyIdOf(token = await loginToken(edge.url)) !== former, { what: 'a token of the new key' });
    return token;
  }

  it('signs with a new key, and the former one is good until the next rotation', async () => {
    const first = await loginToken(edge.url);
    const host = await rawHost(edge.url, { token: first, kind: 'websocket' });
    const second = await rotate();
    assert.equal(await isValid(edge, first), true);
    assert.equal(await isAdmitted(edge.url, host.token), true);
    const third = await rotate();
    assert.deepEqual([await isValid(edge, first), await isValid(edge, second), await isValid(edge, third)], [false, true, true]);
    assert.equal(fs.statSync(path.join(edge.stateDir, 'token-keys')).mode & 0o077, 0);
  });

  it('says what to do where a setting gives the key', async () => {
    const { code, output } = await runToEnd({ CT_STATE_DIR: edge.stateDir, OCT_JWT_PRIVATE_KEY: 'k'.repeat(32) }, ['--rotate-token-key']);
    assert.equal(code, 78);
    assert.match(output, /CT_JWT_FORMER_KEY/);
  });

  it('needs a key that there is', async () => {
    const folder = temporaryFolder();
    const { code, output } = await runToEnd({ CT_STATE_DIR: folder }, ['--rotate-token-key']);
    assert.equal(code, 78);
    assert.match(output, /token-keys/);
    assert.deepEqual(fs.readdirSync(folder), []);
    fs.rmSync(folder, { recursive: true });
  });
});

describe('R2, D-12: a given key', () => {
  it('is rotated by a new one that names the former', async () => {
    const [old, fresh] = ['o'.repeat(32), 'f'.repeat(32)];
    let edge = await Edge.start({ OCT_JWT_PRIVATE_KEY: old });
    const token = await loginToken(edge.url);
    await edge.stop();
    edge = await Edge.start({ OCT_JWT_PRIVATE_KEY: fresh, CT_JWT_FORMER_KEY: old });
    assert.equal(await isValid(edge, token), true);
    assert.notEqual(keyIdOf(await loginToken(edge.url)), keyIdOf(token));
    await edge.stop();
    edge = await Edge.start({ OCT_JWT_PRIVATE_KEY: fresh });
    assert.equal(await isValid(edge, token), false);
    await edge.stop();
  });
});

describe('R2, D-12: a withdrawn key ends what it issued', () => {
  const oldKey = 'old-0123456789abcdef';
  const newKey = 'new-0123456789abcdef';
  const bobsKey = 'bob-0123456789abcdef';
  let folder;
  before(() => (folder = temporaryFolder()));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function keyLogin(edge, apiKey) {
    const { pollToken } = await beginLogin(edge.url);
    const taken = await postJson(edge.url, '/api/login/apikey', { token: pollToken, apiKey });
    if (taken.status !== 200) return null;
    return (await (await send(edge.url, 'POST', `/api/login/poll/${pollToken}`)).json()).loginToken;
  }

  const configWith = (name, keys) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, `export OCT_API_KEY="${keys}"\n`, { mode: 0o600 });
    return file;
  };

  it('an API key, with its seats, by a reload and at the next start', async () => {
    const config = configWith('reload.config', `ann:${oldKey},bob:${bobsKey}`);
    const settings = { CT_CONFIG_FILE: config, OCT_ACTIVATE_SIMPLE_LOGIN: 'true' };
    const stateDir = path.join(folder, 'state');
    const edge = await Edge.start(settings, { stateDir });
    const [ann, bob] = [await keyLogin(edge, oldKey), await keyLogin(edge, bobsKey)];
    const annsRoom = await rawHost(edge.url, { token: ann, kind: 'websocket' });
    const bobsRoom = await rawHost(edge.url, { token: bob, kind: 'websocket' });
    const annAtBobs = await rawGuest(edge.url, bobsRoom.roomId, { token: ann, kind: 'websocket' });
    const cyAtBobs = await rawGuest(edge.url, bobsRoom.roomId, { user: 'Cy', kind: 'websocket' });
    assert.deepEqual([await isValid(edge, ann), await isValid(edge, bob)], [true, true]);

    // The name stays, the key is another one.
    configWith('reload.config', `bob:${bobsKey},ann:${newKey}`);
    edge.signal('SIGHUP');
    await until(() => annsRoom.disconnects.length && annAtBobs.disconnects.length, { what: "the end of Ann's seats" });
    assert.deepEqual([await isValid(edge, ann), await isValid(edge, bob)], [false, true]);
    assert.deepEqual([await isAdmitted(edge.url, annsRoom.token), await isAdmitted(edge.url, annAtBobs.token)], [false, false]);
    await cyAtBobs.settle();
    assert.deepEqual([bobsRoom.disconnects, cyAtBobs.disconnects], [[], []]);
    assert.match(edge.log('server.log'), /1 of the keys of before count/);
    assert.equal(await keyLogin(edge, oldKey), null);
    const again = await keyLogin(edge, newKey);
    assert.equal(await isValid(edge, again), true);
    for (const peer of [bobsRoom, cyAtBobs]) peer.close();
    await edge.stop();

    configWith('reload.config', `bob:${bobsKey}`);
    const next = await Edge.start(settings, { stateDir });
    assert.deepEqual([await isValid(next, ann), await isValid(next, again), await isValid(next, bob)], [false, false, true]);
    await next.stop();
  });

  it('a signing key, with the seats of its room tokens', async () => {
    const [first, second] = ['1'.repeat(32), '2'.repeat(32)];
    const config = path.join(folder, 'signing.config');
    const write = text => fs.writeFileSync(config, text, { mode: 0o600 });
    write(`export OCT_JWT_PRIVATE_KEY="${first}"\n`);
    const edge = await Edge.start({ CT_CONFIG_FILE: config });
    const old = await rawHost(edge.url, { user: 'Old', kind: 'websocket' });
    const reload = async text => {
      write(text);
      const former = keyIdOf(await loginToken(edge.url));
      edge.signal('SIGHUP');
      await until(async () => keyIdOf(await loginToken(edge.url)) !== former, { what: 'a token of another key' });
    };
    await reload(`export OCT_JWT_PRIVATE_KEY="${second}"\nexport CT_JWT_FORMER_KEY="${first}"\n`);
    const fresh = await rawHost(edge.url, { user: 'Fresh', kind: 'websocket' });
    await old.settle();
    write(`export OCT_JWT_PRIVATE_KEY="${second}"\n`);
    edge.signal('SIGHUP');
    await until(() => old.disconnects.length, { what: 'the end of the seat' });
    assert.equal(await isAdmitted(edge.url, old.token), false);
    await fresh.settle();
    assert.deepEqual(fresh.disconnects, []);
    fresh.close();
    await edge.stop();
  });
});

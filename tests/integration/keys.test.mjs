// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// New keys for the tokens, without anybody having to log in again.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Edge, runToEnd, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { loginToken } from './support/login.mjs';
import { isAdmitted, rawHost } from './support/raw.mjs';
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

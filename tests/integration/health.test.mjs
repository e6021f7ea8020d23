// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { freePort } from './support/ports.mjs';
import { pause } from './support/wait.mjs';

const checks = ['/ct-health/', '/ct-health/live', '/ct-health/ready'];
let edge;

describe('health', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('is told on the public port', async () => {
    for (const path of checks) await assertHealthy(edge.url, path);
  });

  it('is told over TLS', async () => {
    await assertHealthy(`https://127.0.0.1:${edge.ports.https}`, checks[2], { ca: edge.ca });
  });

  it('is told on the private port', async () => {
    for (const path of checks) await assertHealthy(edge.privateUrl, path);
  });

  it('is all that the private port tells', async () => {
    const others = [['GET', '/api/meta'], ['POST', '/api/login/initial'], ['GET', '/login.html'], ['GET', '/'],
      ['GET', '/socket.io/?EIO=4&transport=polling'], ['GET', '/websocket']];
    for (const [method, path] of others) {
      assert.equal((await send(edge.privateUrl, method, path)).status, 404, path);
    }
  });
});

describe('during the start', () => {
  it('each port refuses connections or answers whole (B-31)', async () => {
    const [http, priv] = [await freePort(), await freePort()];
    let isReady = false;
    const ports = [http, priv].flatMap(port => checks.map(path => knock(`http://127.0.0.1:${port}`, path, () => isReady)));
    const starting = await Edge.start({ CT_HTTP_PORT: String(http), CT_PRIVATE_PORT: String(priv) }).finally(() => (isReady = true));
    for (const answers of await Promise.all(ports)) {
      // Refused, then perhaps not yet ready, then ready; nothing else, and never back.
      assert.match(answers.join(' '), /^(refused )+(503 starting )*200 ok( 200 ok)*$/);
    }
    await starting.stop();
  });
});

/** What a client that never tires is answered, until one that began after the start has its answer. */
async function knock(base, path, isReady) {
  const answers = [];
  for (let isLast = false; !isLast;) {
    isLast = isReady();
    answers.push(await send(base, 'GET', path).then(
      async answer => `${answer.status} ${(await answer.json()).status}`,
      error => (error.code === 'ECONNREFUSED' ? 'refused' : `broken off (${error.code})`)));
    await pause(1);
  }
  return answers;
}

async function assertHealthy(base, path, options) {
  const answer = await send(base, 'GET', path, options);
  assert.equal(answer.status, 200, `${base}${path}`);
  assert.match(answer.headers['content-type'], /^application\/json/);
  assert.equal((await answer.json()).status, 'ok');
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { postJson, send } from './support/http.mjs';
import { beginLogin } from './support/login.mjs';

const origin = 'http://ide.example';
let edge;

describe('REST in general', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('says owner, version and transports', async () => {
    const answer = await send(edge.url, 'GET', '/api/meta');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
    const { owner, version, transports } = await answer.json();
    assert.equal(owner, 'Unknown');
    assert.match(version, /^0\.3\.\d+$/);
    assert.deepEqual(transports, ['socket.io', 'websocket']);
  });

  it('takes two slashes for one', async () => {
    for (const path of ['//api/meta', '/api//meta', '///api///meta']) {
      const answer = await send(edge.url, 'GET', path);
      assert.equal(answer.status, 200, path);
    }
    const { pollToken } = await beginLogin(edge.url);
    const login = await postJson(edge.url, '//api/login/simple', { token: pollToken, user: 'Ada' });
    assert.equal(login.status, 200, login.body);
  });

  it('answers HEAD without a body', async () => {
    const get = await send(edge.url, 'GET', '/api/meta');
    const head = await send(edge.url, 'HEAD', '/api/meta');
    assert.equal(head.status, 200);
    assert.equal(head.body, '');
    assert.equal(head.headers['content-length'], get.headers['content-length']);
  });

  it('answers unknown routes with 404', async () => {
    for (const path of ['/api/nothing', '/api', '/api/meta/more', '/nothing', '/api/login/', '/api/login/poll']) {
      const answer = await send(edge.url, 'GET', path);
      assert.equal(answer.status, 404, `${path}: ${answer.body}`);
    }
  });

  it('answers a wrong method with 405', async () => {
    const wrong = [['POST', '/api/meta'], ['GET', '/api/login/initial'], ['GET', '/api/login/simple'],
      ['GET', '/api/login/poll/x'], ['DELETE', '/api/login/validate'], ['PUT', '/api/logout']];
    for (const [method, path] of wrong) {
      const answer = await send(edge.url, method, path);
      assert.equal(answer.status, 405, `${method} ${path}`);
      assert.ok(answer.headers.allow, `${method} ${path} says what is allowed`);
    }
  });

  it('serves the login page under a strict policy', async () => {
    const answer = await send(edge.url, 'GET', '/login.html?token=abc');
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^text\/html/);
    const policy = answer.headers['content-security-policy'];
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-/);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  });

  it('reads chunked bodies', async () => {
    const { pollToken } = await beginLogin(edge.url);
    const answer = await send(edge.url, 'POST', '/api/login/simple', {
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: JSON.stringify({ token: pollToken, user: 'Ada' }),
    });
    assert.equal(answer.status, 200, answer.body);
  });

  it('keeps a connection for further requests', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let index = 0; index < 5; ++index) await send(edge.url, 'GET', index % 2 ? '/api/meta' : '/nothing', { agent });
    assert.equal(Object.values(agent.freeSockets).flat().length, 1);
    agent.destroy();
  });
});

describe('weakness 10: broken bodies', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  const broken = {
    'cut short': '{"token":',
    'not JSON': 'token=1&user=2',
    'not an object': '["token","user"]',
    'a bare string': '"token"',
    nothing: '',
    null: 'null',
    'nested without end': '['.repeat(20_000),
    'not UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  };
  for (const [name, body] of Object.entries(broken)) {
    it(`are answered with 400 and nothing of our insides: ${name}`, async () => {
      const headers = { 'content-type': 'application/json', origin };
      const answer = await send(edge.url, 'POST', '/api/login/simple', { headers, body });
      assert.equal(answer.status, 400, answer.body);
      assert.equal(answer.headers['access-control-allow-origin'] !== undefined, true, 'CORS on errors');
      assert.match(answer.headers['content-type'], /^(text\/plain|application\/json)/);
      if (/json/.test(answer.headers['content-type'])) JSON.parse(answer.body);
      assert.doesNotMatch(answer.body, /<html|\bat \w+.*:\d+|\.cpp|\.js\b|\/(usr|home|work|tmp)\//);
    });
  }

  it('are answered with 413 when they are too long', async () => {
    const answer = await postJson(edge.url, '/api/login/simple', { token: 'x', user: 'y'.repeat(100_000) }, { headers: { origin } })
      .catch(error => ({ status: error.code }));
    assert.ok([413, 'ECONNRESET', 'EPIPE'].includes(answer.status), String(answer.status));
    assert.equal((await send(edge.url, 'GET', '/api/meta')).status, 200);
  });
});

describe('paths under a prefix', () => {
  before(async () => (edge = await Edge.start({ CT_PATH_PREFIX: '/oct' })));
  after(() => edge?.stop());

  it('are served with the prefix and without', async () => {
    for (const path of ['/oct/api/meta', '/api/meta', '/oct//api/meta', '//oct/api/meta']) {
      assert.equal((await send(edge.url, 'GET', path)).status, 200, path);
    }
  });

  it('are not served under anything like it', async () => {
    for (const path of ['/octo/api/meta', '/oct/oct/api/meta', '/OCT/api/meta']) {
      assert.equal((await send(edge.url, 'GET', path)).status, 404, path);
    }
  });
});

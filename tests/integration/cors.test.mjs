// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a browser asks and what it must be told, or the IDE in it cannot work at all.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { beginLogin, loginToken } from './support/login.mjs';

const ide = 'http://ide.example:3000';
const jwt = ['POST', 'x-oct-jwt'];
const engine = 'x-oct-client,x-oct-compression,x-oct-jwt,x-oct-public-key';

// Method and headers of the preflights that a real IDE's browser sends.
const preflights = {
  '//api/login/simple': ['POST', 'content-type'],
  '/api/login/simple': ['POST', 'content-type'],
  '/api/login/poll/x': ['POST', 'content-type'],
  '/api/login/validate': jwt,
  '/api/session/create': jwt,
  '/api/session/join/room': jwt,
  '/api/session/poll/token': jwt,
  '/socket.io/?EIO=4&transport=polling&t=abc': ['GET', engine],
  '/socket.io/?EIO=4&transport=polling&t=abc&sid=x': ['POST', `content-type,${engine}`],
};

let edge;

function preflight(path, [method, headers], origin = ide) {
  return send(edge.url, 'OPTIONS', path, {
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
  });
}

/** A list header's items in lower case. */
function items(value = '') {
  return value.toLowerCase().split(',').map(item => item.trim());
}

/** As the fetch standard has it: `*` does not count with credentials. */
function assertPreflightPasses(answer, [method, headers], { credentials }) {
  const allowed = answer.headers;
  assert.ok(answer.ok, `status ${answer.status}`);
  const origins = credentials ? [ide] : [ide, '*'];
  assert.ok(origins.includes(allowed['access-control-allow-origin']), allowed['access-control-allow-origin']);
  assert.equal(allowed['access-control-allow-credentials'], credentials ? 'true' : undefined);
  assert.ok(items(allowed['access-control-allow-methods']).includes(method.toLowerCase()), allowed['access-control-allow-methods']);
  const names = items(allowed['access-control-allow-headers']);
  for (const name of items(headers)) assert.ok(names.includes(name), `${name} in ${names}`);
  if (allowed['access-control-allow-origin'] !== '*') assert.ok(items(allowed.vary).includes('origin'), 'Vary');
}

async function crossOriginAnswers(origin) {
  const headers = { origin };
  const { pollToken } = await beginLogin(edge.url);
  return {
    meta: await send(edge.url, 'GET', '/api/meta', { headers }),
    initial: await send(edge.url, 'POST', '/api/login/initial', { headers }),
    'bad body': await send(edge.url, 'POST', '/api/login/simple', { headers, body: '{' }),
    'used token': await send(edge.url, 'POST', '/api/login/poll/used', { headers }),
    form: await send(edge.url, 'POST', '/api/login/simple', {
      headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ token: pollToken, user: 'Ada' }),
    }),
    forbidden: await send(edge.url, 'POST', '/api/session/create', { headers }),
    'unknown room': await send(edge.url, 'POST', '/api/session/join/nowhere', { headers: { ...headers, 'x-oct-jwt': await loginToken(edge.url) } }),
    'unknown route': await send(edge.url, 'GET', '/api/nothing', { headers }),
    'wrong method': await send(edge.url, 'DELETE', '/api/meta', { headers }),
    'engine open': await send(edge.url, 'GET', '/socket.io/?EIO=4&transport=polling', { headers }),
    'engine error': await send(edge.url, 'GET', '/socket.io/?EIO=4&transport=polling&sid=unknown', { headers }),
  };
}

describe('CORS without a list of origins', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  for (const [path, asked] of Object.entries(preflights)) {
    it(`lets a browser ask for ${path}`, async () => {
      assertPreflightPasses(await preflight(path, asked), asked, { credentials: false });
    });
  }

  it('R5: lets any origin read answers and errors, but none with credentials', async () => {
    for (const [name, answer] of Object.entries(await crossOriginAnswers(ide))) {
      assert.ok([ide, '*'].includes(answer.headers['access-control-allow-origin']), `${name} (${answer.status})`);
      assert.equal(answer.headers['access-control-allow-credentials'], undefined, name);
    }
  });

  it('R5: takes no cookie for a login that a page of another origin has sent', async () => {
    const cookie = `oct-jwt=${await loginToken(edge.url)}`;
    for (const foreign of [{ origin: ide }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
      const headers = { cookie, ...foreign };
      assert.equal((await send(edge.url, 'POST', '/api/session/create', { headers })).status, 403, JSON.stringify(foreign));
      assert.equal((await send(edge.url, 'GET', '/api/logout', { headers })).status, 400, JSON.stringify(foreign));
      const valid = await send(edge.url, 'POST', '/api/login/validate', { headers });
      assert.deepEqual(valid.body, '{"valid":false}', JSON.stringify(foreign));
    }
    for (const own of [{}, { origin: edge.url }, { 'sec-fetch-site': 'same-origin' }]) {
      const made = await send(edge.url, 'POST', '/api/session/create', { headers: { cookie, ...own } });
      assert.equal(made.status, 200, JSON.stringify(own));
    }
  });

  it('lets a conditional meta request through', async () => {
    const answer = await send(edge.url, 'GET', '/api/meta', { headers: { origin: ide, 'if-none-match': '"of another server"' } });
    assert.equal(answer.status, 200);
    assert.ok([ide, '*'].includes(answer.headers['access-control-allow-origin']));
    assertPreflightPasses(await preflight('/api/meta', ['GET', 'if-none-match']), ['GET', 'if-none-match'], { credentials: false });
  });
});

describe('CORS with a list of origins', () => {
  before(async () => (edge = await Edge.start({ OCT_CORS_ALLOWED_ORIGINS: `https://other.example,${ide}` })));
  after(() => edge?.stop());

  for (const [path, asked] of Object.entries(preflights)) {
    it(`lets a browser of the list ask for ${path}, with credentials`, async () => {
      assertPreflightPasses(await preflight(path, asked), asked, { credentials: true });
    });
  }

  it('lets origins of the list read answers and errors, with credentials', async () => {
    for (const [name, answer] of Object.entries(await crossOriginAnswers(ide))) {
      assert.equal(answer.headers['access-control-allow-origin'], ide, `${name} (${answer.status})`);
      assert.equal(answer.headers['access-control-allow-credentials'], 'true', name);
    }
  });

  it('refuses other origins with 403, preflights included', async () => {
    for (const origin of ['http://evil.example', `${ide}.evil.example`, 'null', ide.replace('3000', '3001')]) {
      for (const [path, asked] of Object.entries(preflights)) {
        assert.equal((await preflight(path, asked, origin)).status, 403, `${origin} ${path}`);
      }
      const meta = await send(edge.url, 'GET', '/api/meta', { headers: { origin } });
      assert.equal(meta.status, 403, origin);
      assert.equal(meta.headers['access-control-allow-origin'], undefined);
    }
  });

  it('serves clients that are no browsers', async () => {
    assert.equal((await send(edge.url, 'GET', '/api/meta')).status, 200);
  });
});

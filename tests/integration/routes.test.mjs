// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every route × method × login, and every way to spell a path. What is not in this table must not exist:
// whoever adds a route to the server adds a line here.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { beginLogin, createRoom, loginToken } from './support/login.mjs';

// The last two are none of this server's, whatever the path.
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'BREW'];
const pollForm = { body: '{}', type: 'application/json' };

/**
 * The server's pattern: [a path of it, methods taken, the answer without a login, with one, more].
 * `guarded`: nobody learns anything without a login. `open`: also on the private port.
 * `spendsLogin`: a login is good for one such request.
 */
const routes = {
  '/socket.io/': ['/socket.io/', ['GET', 'POST'], 400, 400],
  '/socket.io': ['/socket.io', ['GET', 'POST'], 400, 400],
  '/websocket': ['/websocket', ['GET'], 400, 400],
  '/': ['/', ['GET'], 200, 200],
  '/api/meta': ['/api/meta', ['GET'], 200, 200],
  '/api/login/initial': ['/api/login/initial', ['POST'], 200, 200],
  '/api/login/simple': ['/api/login/simple', ['POST'], 400, 400, pollForm],
  '/api/login/apikey': ['/api/login/apikey', ['POST'], 404, 404, pollForm],
  '/api/login/poll/*': ['/api/login/poll/unknown', ['POST'], 400, 400],
  '/api/login/validate': ['/api/login/validate', ['POST'], 200, 200],
  '/api/login/refresh': ['/api/login/refresh', ['POST'], 403, 200],
  '/api/logout': ['/api/logout', ['GET'], 400, 200, { spendsLogin: true }],
  '/api/session/create': ['/api/session/create', ['POST'], 403, 200, { guarded: true }],
  '/api/session/join/*': ['/api/session/join/unknown', ['POST'], 403, 404, { guarded: true }],
  '/api/session/poll/*': ['/api/session/poll/unknown', ['POST'], 403, 404, { guarded: true }],
  // These have a table of their own, see adminapi.test.mjs.
  '/api/admin/v1/events': ['/api/admin/v1/events', ['GET'], 401, 401, { open: true }],
  '/api/admin/v1/packages/uploads/*': ['/api/admin/v1/packages/uploads/unknown', ['PUT', 'DELETE'], 401, 401, { open: true }],
  '/api/admin/v1/**': ['/api/admin/v1/version', ['GET'], 200, 200, { open: true }],
  // Neither is a login of a client's: see dashboard.test.mjs and logs.test.mjs.
  '/dashboard': ['/dashboard', ['GET'], 401, 401],
  '/dashboard/login': ['/dashboard/login', ['GET', 'POST'], 200, 200],
  '/dashboard/logout': ['/dashboard/logout', ['POST'], 403, 403],
  '/dashboard/*': ['/dashboard/dashboard.js', ['GET'], 200, 200],
  '/dashboard/api/download/*': ['/dashboard/api/download/server.log', ['GET'], 401, 401],
  '/logs': ['/logs', ['GET'], 401, 401],
  '/logs/': ['/logs/', ['GET'], 303, 303],
  '/logs/*': ['/logs/server.log', ['GET'], 401, 401],
  '/clients': ['/clients', ['GET'], 200, 200],
  '/clients/': ['/clients/', ['GET'], 303, 303],
  '/clients/*': ['/clients/packages.json', ['GET'], 200, 200],
  // There is nothing to download here, see clients.test.mjs.
  '/clients/vscode/*': ['/clients/vscode/none.vsix', ['GET'], 404, 404],
  '/clients/intellij/*': ['/clients/intellij/updatePlugins.xml', ['GET'], 200, 200],
  '/clients/eclipse': ['/clients/eclipse', ['GET'], 303, 303],
  '/clients/eclipse/': ['/clients/eclipse/', ['GET'], 303, 303],
  '/clients/eclipse/*': ['/clients/eclipse/p2.index', ['GET'], 404, 404],
  '/clients/eclipse/*/*': ['/clients/eclipse/plugins/none.jar', ['GET'], 404, 404],
  '/clients/eclipse/*/*/*': ['/clients/eclipse/part/features/none.jar', ['GET'], 404, 404],
  '/clients/eclipse/*/*/*/*': ['/clients/eclipse/part/more/binary/none', ['GET'], 404, 404],
  '/login.html': ['/login.html', ['GET'], 200, 200],
  '/login/*': ['/login/login.js', ['GET'], 200, 200],
  '/start/*': ['/start/start.js', ['GET'], 200, 200],
  // It is there only where it is asked for, see metrics.test.mjs.
  '/metrics': ['/metrics', ['GET'], 404, 404],
  '/ct-health': ['/ct-health', ['GET'], 200, 200, { open: true }],
  '/ct-health/': ['/ct-health/', ['GET'], 200, 200, { open: true }],
  '/ct-health/live': ['/ct-health/live', ['GET'], 200, 200, { open: true }],
  '/ct-health/ready': ['/ct-health/ready', ['GET'], 200, 200, { open: true }],
};

/** How a path may be written, and what that is: the same path, or one that does not exist or is refused. */
const spellings = {
  'doubled slashes': [path => path.replaceAll('/', '//'), 'same'],
  'an escaped letter': [path => path.replace(/[a-z]/, letter => `%${letter.charCodeAt(0).toString(16)}`), 'same'],
  'a query': [path => `${path}?x=1`, 'same'],
  'upper case': [path => path.toUpperCase(), 'other'],
  'one letter in upper case': [path => path.replace(/[a-z]/, letter => letter.toUpperCase()), 'other'],
  'a slash at the end': [path => path.endsWith('/') ? path : `${path}/`, 'other'],
  'an escaped slash': [path => `/%2f${path.slice(1)}`, 'refused'],
  'an escaped slash within': [path => path.replace(/(.)\//, '$1%2f'), 'refused'],
  'a dot': [path => `/.${path}`, 'refused'],
  'dots': [path => `/x/..${path}`, 'refused'],
  'escaped dots': [path => `/x/%2e%2e${path}`, 'refused'],
  'an escaped dot': [path => `/%2e${path}`, 'refused'],
  'dots at the end': [path => `${path}/..`, 'refused'],
  'a backslash': [path => path.replace(/^\//, '/\\'), 'refused'],
  'an escaped backslash': [path => `/%5c${path.slice(1)}`, 'refused'],
  'a NUL': [path => `${path}%00`, 'refused'],
  'an escaped line feed': [path => `${path}%0a`, 'refused'],
  'a twice escaped letter': [path => path.replace(/[a-z]/, letter => `%25${letter.charCodeAt(0).toString(16)}`), 'other'],
  'a parameter': [path => `${path};x=1`, 'other'],
  'an escaped blank': [path => `${path}%20`, 'other'],
  'a broken escape': [path => `${path}%zz`, 'refused'],
  'more below it': [path => `${path.replace(/\/$/, '')}/more`, 'other'],
  'a letter more': [path => `${path}x`, 'other'],
};

let edge;
let login;
let cookieless;

async function ask(method, path, { isKnown = false, base = edge.url, body, type, spendsLogin } = {}) {
  const token = isKnown && spendsLogin ? await loginToken(edge.url) : login;
  const headers = { ...(isKnown ? { 'x-oct-jwt': token } : {}), ...(type ? { 'content-type': type } : {}) };
  const isBodied = method === 'POST' || method === 'PUT' || method === 'PATCH';
  return send(base, method, path, { headers, agent: cookieless, body: isBodied ? body : undefined });
}

const isTaken = (method, taken) => taken.includes(method === 'HEAD' ? 'GET' : method);

/** What a method must be answered with. */
function expected(method, [, taken, stranger, known, { guarded = false } = {}], isKnown) {
  if (method === 'TRACE' || method === 'BREW') return [501];
  if (method === 'OPTIONS') return [200, 204];
  if (guarded && !isKnown) return [403];
  if (!isTaken(method, taken)) return [405];
  return [isKnown ? known : stranger];
}

describe('the route table', () => {
  before(async () => {
    edge = await Edge.start({ CT_SESSION_ROOMS_PER_USER: '10000', CT_MAX_POLL_TOKENS_PER_ADDRESS: '10000' });
    login = await loginToken(edge.url);
  });
  after(() => edge?.stop());

  it('has exactly the routes of this test', () => {
    const source = fs.readFileSync(new URL('../../server/front/routetable.cpp', import.meta.url), 'utf8');
    const patterns = [...source.matchAll(/^ +\{"(\/[^"]*)"/gm)].map(match => match[1]);
    assert.ok(patterns.length > 10);
    assert.deepEqual(Object.keys(routes).sort(), patterns.sort(), 'add the new route to the table of this test');
  });

  for (const [pattern, route] of Object.entries(routes)) {
    it(`${pattern} takes its methods, with a login and without`, async () => {
      for (const method of methods) {
        for (const isKnown of [false, true]) {
          const answer = await ask(method, route[0], { isKnown, ...route[4] });
          const wanted = expected(method, route, isKnown);
          assert.ok(wanted.includes(answer.status), `${method} ${isKnown ? 'with' : 'without'} a login: ${answer.status}, not ${wanted}`);
          if (answer.status === 405) assert.match(answer.headers.allow ?? '', new RegExp(route[1].join('|')));
          assert.equal(answer.headers.server, undefined);
        }
      }
    });

    it(`${pattern} is itself only where it is spelled so`, async () => {
      const [path, [method], stranger, , { guarded = false } = {}] = route;
      for (const [name, [spell, meaning]] of Object.entries(spellings)) {
        const spelled = spell(path);
        if (spelled === path || (path === '/' && meaning !== 'refused') || patternOf(spelled)) continue;
        for (const isKnown of [false, true]) {
          const { status } = await ask(method, spelled, { isKnown, ...route[4] });
          const said = `${method} ${spelled} (${name}) ${isKnown ? 'with' : 'without'} a login: ${status}`;
          if (meaning === 'same') assert.ok(expected(method, route, isKnown).includes(status), said);
          else if (meaning === 'refused') assert.equal(status, 400, said);
          else if (guarded && !isKnown) assert.ok([403, 404].includes(status), said);
          else assert.equal(status, 404, `${said}, as ${stranger} is not there`);
        }
      }
    });

    const isPrivate = route[4]?.open;
    it(`${pattern} is ${isPrivate ? '' : 'not '}on the private port`, async () => {
      const [path, [method], stranger] = route;
      const { status } = await ask(method, path, { base: edge.privateUrl, ...route[4] });
      if (isPrivate) assert.equal(status, stranger);
      else assert.ok([403, 404].includes(status), `${status}`);
    });
  }

  it('denies what nobody has thought of', async () => {
    const strange = ['/api', '/api/', '/api/session', '/api/session/', '/api/login', '/api/login/', '/api/login/poll/', '/admin', '/.env', '/.git/config',
      '/login/', '/login/../api/meta', '/start/', '/favicon.ico', '/index.html', '/server-status', '/api/session/create/x', '/api/login/poll/a/b', '/websocket/',
      `/api/login/poll/${'x'.repeat(129)}`, '/ct-health/readyx', '/log/server.log', '/token-keys', '/proc/self/environ'];
    for (const path of strange) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const { status } = await ask(method, path);
        assert.ok([400, 403, 404].includes(status), `${method} ${path}: ${status}`);
      }
    }
  });

  it('takes other tokens for no login', async () => {
    const { roomToken } = await createRoom(edge.url, login);
    const { pollToken } = await beginLogin(edge.url);
    const [head, body, signature] = login.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const tokens = [roomToken, pollToken, `${login}x`, `${head}.${body}.`, `${none}.${body}.`, `${none}.${body}.${signature}`, `${head}.${body}`, 'null', '', ' '];
    for (const token of tokens) {
      for (const headers of [{ 'x-oct-jwt': token }, { cookie: `oct-jwt=${token}` }, { authorization: `Bearer ${token}` }]) {
        for (const path of ['/api/session/create', '/api/session/join/x', '/api/session/poll/x', '/api/session/', '//api/session/create', '/%61pi/session/create']) {
          const { status } = await send(edge.url, 'POST', path, { headers });
          assert.equal(status, 403, `${path} with ${JSON.stringify(headers)}`);
        }
      }
    }
  });
});

/** Whether that spelling happens to be another route. */
function patternOf(path) {
  const segments = path.split('?')[0].split('/');
  return Object.keys(routes).some(pattern => {
    const parts = pattern.split('/');
    return parts.length === segments.length && parts.every((part, index) => part === '*' ? segments[index] : part === segments[index]) && !path.includes('?');
  });
}

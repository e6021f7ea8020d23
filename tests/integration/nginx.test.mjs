// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Behind Debian's nginx, as most servers are.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { disposeAll, roomOf } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { postJson, send } from './support/http.mjs';
import { beginLogin, loginToken, under } from './support/login.mjs';
import { Nginx } from './support/nginx.mjs';
import { isAdmitted, rawGuest, rawHost } from './support/raw.mjs';
import { kinds } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

const client = '203.0.113.7';
const shapes = {
  'in plain': {},
  'with TLS': { tls: true },
  'as the notes set it up (B-23)': { tls: true, style: 'notes' },
  'with a prefix kept': { prefix: '/tools/oct' },
  'with a prefix stripped': { prefix: '/tools/oct', strip: true },
  'with TLS and a prefix stripped': { tls: true, prefix: '/oct', strip: true },
};
let edge;
let nginx;

// Queries are redacted, so it is the user agent by which a test knows its line again.
const agent = marker => ({ 'user-agent': `tests ${marker}` });
const lineOf = (server, marker) => until(() => server.log('access.log').split('\n').find(line => line.includes(marker)),
  { what: `${marker} in access.log` });

for (const [name, shape] of Object.entries(shapes)) {
  describe(`behind nginx ${name}`, () => {
    before(async () => {
      edge = await Edge.start(shape.strip || !shape.prefix ? {} : { CT_PATH_PREFIX: shape.prefix });
      nginx = await Nginx.start(edge.ports.http, shape);
    });
    after(async () => {
      await nginx?.stop();
      await edge?.stop();
    });

    for (const kind of kinds) {
      it(`${kind} carries a session`, async () => {
        const [host, guest] = await roomOf(nginx.url, 1, { kind, ca: nginx.ca });
        const expected = kind === 'polling' ? 'polling' : 'websocket';
        await until(() => guest.transportName === expected, { what: `the transport ${expected}` });
        const content = Buffer.alloc(300_000, 'nginx');
        host.connection.fs.onReadFile(() => ({ content }));
        assert.ok(content.equals(Buffer.from((await guest.connection.fs.readFile(host.id, 'x')).content)));
        guest.dispose();
        await until(() => host.left.length, { timeout: 20_000, what: 'room/left' });
        disposeAll([host]);
      });
    }

    it('takes two slashes for one', async () => {
      const { pollToken } = await beginLogin(nginx.url, { ca: nginx.ca });
      const answer = await postJson(nginx.url, under(nginx.url, '//api/login/simple'), { token: pollToken, user: 'Theia' }, { ca: nginx.ca });
      assert.equal(answer.status, 200, answer.body);
    });
  });
}

describe('addresses and secrets behind nginx', () => {
  before(async () => {
    edge = await Edge.start();
    nginx = await Nginx.start(edge.ports.http);
  });
  after(async () => {
    await nginx?.stop();
    await edge?.stop();
  });

  it('access.log has the client\'s address, not the proxy\'s', async () => {
    await send(nginx.url, 'GET', '/api/meta', { headers: agent('plain') });
    assert.match(await lineOf(edge, 'plain'), /^127\.0\.0\.1 /);
    await send(nginx.url, 'GET', '/api/meta', { headers: { ...agent('behind'), 'x-forwarded-for': client } });
    assert.ok((await lineOf(edge, 'behind')).startsWith(`${client} `));
  });

  it('access.log believes only the rightmost address that is not of a proxy', async () => {
    await send(nginx.url, 'GET', '/api/meta', { headers: { ...agent('forged'), 'x-forwarded-for': `198.51.100.1, ${client}` } });
    assert.ok((await lineOf(edge, 'forged')).startsWith(`${client} `));
  });

  it('access.log has nginx\'s combined form', async () => {
    await send(nginx.url, 'GET', '/api/meta', { headers: { ...agent('"form"'), referer: 'http://page.example/x' } });
    assert.match(await lineOf(edge, 'form'),
      /^\S+ - \S+ \[\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "GET \/api\/meta HTTP\/1\.\d" 200 \d+ "http:\/\/page\.example\/x" "[^"]*form[^"]*"$/);
  });

  it('no log holds a token, wherever it came', async () => {
    const secrets = [];
    const { pollToken } = await beginLogin(nginx.url);
    secrets.push(pollToken, await loginToken(nginx.url));
    await send(nginx.url, 'GET', `/login.html?token=${pollToken}`, { headers: { referer: `${nginx.url}/login.html?token=${pollToken}` } });
    await postJson(nginx.url, '/api/login/simple', { token: pollToken, user: 'Ada' });
    await send(nginx.url, 'POST', `/api/login/poll/${pollToken}`);
    const host = await rawHost(nginx.url);
    const guest = await rawGuest(nginx.url, host.roomId);
    secrets.push(host.token, guest.token, guest.admission.pollToken, guest.login);
    await send(nginx.url, 'GET', `/websocket?x-oct-jwt=${guest.token}&x-oct-public-key=k`);
    await isAdmitted(nginx.url, `${guest.token}x`);
    guest.close();
    host.close();
    await send(nginx.url, 'GET', '/api/meta', { headers: agent('last') });
    await lineOf(edge, 'last');
    for (const name of ['access.log', 'error.log', 'server.log', 'sessions.log']) {
      for (const secret of secrets) assert.equal(edge.log(name).includes(secret), false, `${name}: ${secret.slice(0, 12)}…`);
    }
    assert.match(edge.log('access.log'), /POST \/api\/login\/poll\//);
  });
});

describe('X-Real-IP', () => {
  it('B-23: is believed of a trusted proxy that says nothing else', async () => {
    edge = await Edge.start();
    await send(edge.url, 'GET', '/api/meta', { headers: { ...agent('real'), 'x-real-ip': client, 'x-nginx-proxy': 'true' } });
    assert.ok((await lineOf(edge, 'real')).startsWith(`${client} `));
    await edge.stop();
  });
});

describe('a proxy that is not trusted', () => {
  it('is not believed', async () => {
    const strict = await Edge.start({ CT_TRUSTED_PROXIES: '192.0.2.1' });
    await send(strict.url, 'GET', '/api/meta', { headers: { ...agent('untrusted'), 'x-forwarded-for': client } });
    const line = await lineOf(strict, 'untrusted');
    assert.match(line, /^127\.0\.0\.1 /);
    await strict.stop();
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starting, refusing to start, and starting again.

import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Edge, runToEnd, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { asUser, beginLogin, loginToken } from './support/login.mjs';

const free = { CT_BIND_ADDRESS: '127.0.0.1', CT_HTTP_PORT: '0', CT_HTTPS_PORT: '0', CT_PRIVATE_PORT: '0' };
let stateDir;

describe('the command line', () => {
  it('says the version', async () => {
    const { code, output } = await runToEnd({}, ['--version']);
    assert.equal(code, 0);
    assert.match(output, /^codetogether-edge \d+\.\d+\.\d+\n$/);
  });

  it('explains every setting', async () => {
    const { code, output } = await runToEnd({}, ['--help']);
    assert.equal(code, 0);
    for (const name of ['CT_BIND_ADDRESS', 'CT_HTTP_PORT', 'CT_STATE_DIR', 'OCT_ACTIVATE_SIMPLE_LOGIN', '--http-port', '--version']) {
      assert.ok(output.includes(name), name);
    }
  });

  it('refuses flags it does not know with 64', async () => {
    const { code, output } = await runToEnd({}, ['--nonsense']);
    assert.equal(code, 64);
    assert.match(output, /nonsense/);
  });

  it('takes settings as flags, which count more than the environment', async () => {
    const edge = await Edge.start({ OCT_SERVER_OWNER: 'Environment' }, { flags: ['--server-owner', 'Flag'] });
    assert.equal((await (await send(edge.url, 'GET', '/api/meta')).json()).owner, 'Flag');
    await edge.stop();
  });
});

describe('faults at the start', () => {
  before(() => (stateDir = temporaryFolder()));
  after(() => fs.rmSync(stateDir, { recursive: true, force: true }));

  it('of the settings are all told at once, with 78', async () => {
    const faults = { CT_HTTP_PORT: 'eighty', CT_SEAT_GRACE: '-1', CT_MESSAGE_LIMIT: 'much', CT_TRUSTED_PROXIES: '10.0.0.0/99', OCT_JWT_PRIVATE_KEY: 'short' };
    const { code, output } = await runToEnd({ ...free, CT_STATE_DIR: stateDir, ...faults });
    assert.equal(code, 78);
    for (const name of Object.keys(faults)) assert.ok(output.includes(name), name);
    assert.ok(!output.includes('"short"'), 'a secret is not repeated');
  });

  it('by a port that is taken are told in a sentence, with 69', async () => {
    const taken = net.createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address();
    for (const name of ['CT_HTTP_PORT', 'CT_HTTPS_PORT', 'CT_PRIVATE_PORT']) {
      const { code, output } = await runToEnd({ ...free, CT_STATE_DIR: stateDir, [name]: String(port) });
      assert.equal(code, 69, `${name}: ${output}`);
      assert.ok(output.includes(String(port)));
      assert.match(output, /in use|taken|already/i);
    }
    assert.equal(fs.existsSync(path.join(stateDir, 'ports.json')), false);
    taken.close();
  });

  it('by a state folder that cannot be made end it with a sentence, with 73', async () => {
    const file = path.join(stateDir, 'a file');
    fs.writeFileSync(file, '');
    const { code, output } = await runToEnd({ ...free, CT_STATE_DIR: path.join(file, 'state') });
    assert.equal(code, 73, output);
    assert.match(output, /CT_STATE_DIR/);
  });

  it('by a second server on the same state do not harm the first', async () => {
    const first = await Edge.start({}, { stateDir });
    const outcome = await runToEnd({ ...free, CT_STATE_DIR: stateDir, CT_HTTP_PORT: String(first.ports.http) });
    assert.notEqual(outcome.code, 0);
    assert.deepEqual(JSON.parse(fs.readFileSync(path.join(stateDir, 'ports.json'), 'utf8')), first.ports);
    assert.equal((await send(first.url, 'GET', '/ct-health/ready')).status, 200);
    await first.stop();
  });
});

describe('a start', () => {
  before(() => (stateDir = temporaryFolder()));
  after(() => fs.rmSync(stateDir, { recursive: true, force: true }));

  it('says so in one exact line, and writes ports and process down', async () => {
    const edge = await Edge.start({}, { stateDir });
    const { http, https, private: private_, pid } = edge.ports;
    assert.equal(pid, edge.pid);
    assert.equal(new Set([http, https, private_]).size, 3);
    const line = `root INFO CodeTogether On-Premises services now available on port ${http} (HTTP) and ${https} (SSL)`;
    // B-32: it begins with the version, in the form of all lines.
    assert.match(edge.log('server.log'), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d root INFO CodeTogether edge server \d+\.\d+\.\d+\n/);
    for (const text of [edge.output, edge.log('server.log')]) {
      assert.equal(text.split('\n').filter(entry => entry.endsWith(line)).length, 1, line);
    }
    await edge.stop();
    assert.equal(fs.existsSync(path.join(stateDir, 'ports.json')), false, 'ports.json goes with the server');
  });

  it('after another keeps keys and certificate: a login survives it', async () => {
    const first = await Edge.start({}, { stateDir });
    const token = await loginToken(first.url);
    const certificate = String(first.ca);
    await first.stop();
    const second = await Edge.start({}, { stateDir });
    assert.equal((await asUser(second.url, token, '/api/login/validate')).body, '{"valid":true}');
    assert.equal(String(second.ca), certificate);
    await second.stop();
  });

  it('with other state knows no login of this one', async () => {
    const here = await Edge.start({}, { stateDir });
    const token = await loginToken(here.url);
    await here.stop();
    const elsewhere = await Edge.start();
    assert.equal((await asUser(elsewhere.url, token, '/api/login/validate')).body, '{"valid":false}');
    await elsewhere.stop();
  });

  it('survives being killed at any time', async () => {
    for (let times = 0; times < 3; ++times) {
      const edge = await Edge.start({}, { stateDir });
      edge.signal('SIGKILL');
      await edge.ended;
    }
    const edge = await Edge.start({}, { stateDir });
    await loginToken(edge.url);
    await edge.stop();
  });

  it('keeps its secrets from other users', async () => {
    const edge = await Edge.start({}, { stateDir });
    for (const name of fs.readdirSync(stateDir, { recursive: true }).map(String)) {
      const { mode } = fs.statSync(path.join(stateDir, name));
      if (/key/.test(name)) assert.equal(mode & 0o077, 0, name);
    }
    await edge.stop();
  });

  it('makes a certificate for this machine that browsers and clients can be told to trust', async () => {
    const edge = await Edge.start({}, { stateDir });
    const certificate = new X509Certificate(edge.ca);
    assert.ok(certificate.checkHost('localhost'));
    assert.ok(certificate.checkIP('127.0.0.1'));
    assert.ok(Date.parse(certificate.validTo) > Date.now() + 86_400_000);
    assert.equal((await send(`https://127.0.0.1:${edge.ports.https}`, 'GET', '/api/meta', { ca: edge.ca })).status, 200);
    await edge.stop();
  });

  it('turns simple login on by itself on loopback only, and says it loudly', async () => {
    const byDefault = await Edge.start({ OCT_ACTIVATE_SIMPLE_LOGIN: '' });
    assert.equal((await beginLogin(byDefault.url)).auth.providers.length, 1);
    assert.match(byDefault.output, /WARN .*simple login/i);
    await byDefault.stop();
    const open = await Edge.start({ OCT_ACTIVATE_SIMPLE_LOGIN: '', CT_BIND_ADDRESS: '0.0.0.0' });
    assert.deepEqual((await beginLogin(open.url)).auth.providers, []);
    assert.match(open.output, /OCT_ACTIVATE_SIMPLE_LOGIN/);
    assert.match(open.output, /OCT_API_KEY/);
    await open.stop();
  });
});

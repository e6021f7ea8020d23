// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Weaknesses of the protocol's first server that no other file is about; the tests of the others
// carry their numbers, too (R1 … R20).

import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { disposeAll, hostRoom, joinRoom } from './support/client.mjs';
import { Edge, edgeBinary, runToEnd, temporaryFolder } from './support/edge.mjs';
import { EngineClient } from './support/engineio.mjs';
import { send } from './support/http.mjs';
import { createRoom, joinAnswer, loginToken, requestJoin } from './support/login.mjs';
import { RawPeer, envelope, rawHost, roomHeaders } from './support/raw.mjs';
import { openSocket } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

let edge;

describe('R10: whoever is nobody', () => {
  // Their number is the concern of C-43.
  before(async () => (edge = await Edge.start({ CT_REFUSED_HANDSHAKES_PER_MINUTE: '1000', CT_RATE_EXEMPT: 'none' })));
  after(() => edge?.stop());

  it('is in no namespace, whatever its name, and told so', async () => {
    for (const namespace of ['', '/', '/a', '/admin', `/${'x'.repeat(500)}`]) {
      const client = new EngineClient(edge.url);
      await client.open();
      await client.post(`40${namespace && `${namespace},`}`);
      const told = await client.poll(packet => /^4[14]/.test(packet));
      if (told[1] === '4') assert.match(told, /token is missing/);
      await until(async () => (await client.get()).status === 400, { what: 'the end of the session' });
      client.end();
    }
  });

  it('says nothing that anybody in a room hears', async () => {
    const host = await rawHost(edge.url);
    const client = new EngineClient(edge.url);
    await client.open();
    await client.post('40', '451-["message",{"_placeholder":true,"num":0}]', `b${Buffer.from('hello').toString('base64')}`);
    await host.settle();
    assert.deepEqual(host.messages.filter(message => message.kind !== 'response-error' && message.content?.method !== 'peer/info'), []);
    client.end();
    host.close();
  });
});

describe('R17: what is end to end', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  const keyOf = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

  /** A participant with that public key. */
  async function participant(token, key) {
    const headers = { ...(await roomHeaders(token)), 'x-oct-public-key': key };
    const peer = new RawPeer(openSocket(edge.url, headers), token);
    await until(() => peer.info, { what: 'peer/info' });
    return peer;
  }

  it('keeps public keys to the letter, on every way that they take', async () => {
    const [hostKey, guestKey] = [keyOf(), keyOf()];
    const login = await loginToken(edge.url);
    const { roomId, roomToken } = await createRoom(edge.url, login);
    const host = await participant(roomToken, hostKey);
    assert.equal(host.info.metadata.encryption.publicKey, hostKey);
    const { pollToken } = await requestJoin(edge.url, login, roomId);
    const asked = await host.next(message => message.content?.method === 'peer/join', { what: 'peer/join' });
    host.send(envelope.plainResponse(asked.id, { workspace: { name: 'keys', folders: [] } }));
    const answer = await joinAnswer(edge.url, login, pollToken);
    assert.equal(answer.host.metadata.encryption.publicKey, hostKey);
    const guest = await participant(answer.roomToken, guestKey);
    await until(() => host.ofMethod('room/joined').length, { what: 'room/joined' });
    assert.equal(host.ofMethod('room/joined')[0].content.params[0].metadata.encryption.publicKey, guestKey);
    guest.close();
    host.close();
  });

  it('keeps content and wrapped keys to the byte', async () => {
    const login = await loginToken(edge.url);
    const { roomId, roomToken } = await createRoom(edge.url, login);
    const host = await participant(roomToken, keyOf());
    const { pollToken } = await requestJoin(edge.url, login, roomId);
    const asked = await host.next(message => message.content?.method === 'peer/join', { what: 'peer/join' });
    host.send(envelope.plainResponse(asked.id, { workspace: { name: 'bytes', folders: [] } }));
    const guest = await participant((await joinAnswer(edge.url, login, pollToken)).roomToken, keyOf());
    for (const length of [0, 1, 255, 256, 65_535, 65_536, 300_000]) {
      const content = randomBytes(length);
      const keys = [{ target: guest.id, key: randomBytes(256).toString('base64'), iv: randomBytes(16).toString('base64') }];
      host.send(envelope.notification(guest.id, 0, { content, metadata: { encryption: { keys }, compression: { algorithm: 'gzip' } } }));
      const message = await guest.next(candidate => candidate.metadata?.encryption.keys[0]?.key === keys[0].key, { what: `${length} bytes` });
      assert.ok(content.equals(Buffer.from(message.content)), `${length} bytes`);
      assert.deepEqual(message.metadata, { encryption: { keys }, compression: { algorithm: 'gzip' } });
    }
    guest.close();
    host.close();
  });

  it('is nothing that the server could read: names of files are nowhere in its logs', async () => {
    const host = await hostRoom(edge.url);
    const guest = await joinRoom(edge.url, host.room.roomId);
    host.connection.fs.onReadFile(() => ({ content: Buffer.from('the secret content') }));
    await guest.connection.fs.readFile(host.id, 'tests/the secret name');
    disposeAll([host, guest]);
    for (const name of ['server.log', 'access.log', 'error.log', 'sessions.log']) assert.doesNotMatch(edge.log(name), /the secret/);
  });
});

describe('R18: operating it', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('offers TLS, health for anybody who asks, and headers that browsers need to be careful', async () => {
    const health = await send(edge.httpsUrl, 'GET', '/ct-health/ready', { ca: edge.ca });
    assert.equal(health.status, 200);
    assert.equal((await send(edge.privateUrl, 'GET', '/ct-health/ready')).status, 200);
    for (const where of ['/', '/login.html', '/api/meta', '/ct-health/ready']) {
      const { headers } = await send(edge.httpsUrl, 'GET', where, { ca: edge.ca });
      assert.equal(headers['x-content-type-options'], 'nosniff', where);
    }
    assert.match((await send(edge.url, 'GET', '/login.html')).headers['content-security-policy'], /default-src 'none'/);
  });
});

describe('R19: ports', () => {
  const flags = ['--http-port', '0', '--https-port=0', '--private-port', '0'];

  it('are taken from flags in either spelling', async () => {
    const started = await Edge.start({ CT_HTTP_PORT: '1', CT_HTTPS_PORT: '1', CT_PRIVATE_PORT: '1' }, { flags });
    assert.equal((await send(started.url, 'GET', '/api/meta')).status, 200);
    await started.stop();
  });

  it('have defaults that are numbers', async () => {
    const { code, output } = await runToEnd({}, ['--check-config']);
    assert.equal(code, 0, output);
    for (const [name, port] of [['CT_HTTP_PORT', 1080], ['CT_HTTPS_PORT', 1443], ['CT_PRIVATE_PORT', 3001]]) {
      assert.match(output, new RegExp(`${name}\\W+${port}\\b`));
    }
  });

  it('that are none are told, not guessed at', async () => {
    for (const port of ['8100x', '-1', '65536', '0x10']) {
      const { code, output } = await runToEnd({}, [`--http-port=${port}`, '--check-config']);
      assert.ok(code === 64 || code === 78, `${port}: ${code} ${output}`);
      assert.match(output, /http-port|CT_HTTP_PORT/i);
    }
  });
});

describe('R20: what it takes to run', () => {
  it('is one file and no privilege', async () => {
    const folder = temporaryFolder();
    const binary = path.join(folder, 'codetogether-edge');
    const stateDir = path.join(folder, 'state');
    fs.copyFileSync(edgeBinary(), binary);
    fs.chmodSync(binary, 0o755);
    fs.chmodSync(folder, 0o755);
    fs.mkdirSync(stateDir);
    const nobody = 65_534;
    const rights = process.getuid() === 0 ? { uid: nobody, gid: nobody } : {};
    if (rights.uid) fs.chownSync(stateDir, nobody, nobody);
    try {
      const started = await Edge.start({ HOME: '/nonexistent', PATH: '' }, { stateDir, program: { binary, cwd: '/', ...rights } });
      const status = fs.readFileSync(`/proc/${started.pid}/status`, 'utf8');
      assert.doesNotMatch(status, /^Uid:\s+0\b/m);
      assert.match(status, /^CapEff:\s+0+$/m);
      const host = await hostRoom(started.url);
      const guest = await joinRoom(started.url, host.room.roomId);
      disposeAll([host, guest]);
      await started.stop();
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

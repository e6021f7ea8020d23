// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { disposeAll, roomOf } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { EngineClient, eventHeader } from './support/engineio.mjs';
import { send } from './support/http.mjs';
import { contentOf, envelope, rawGuest, rawHost, roomHeaders } from './support/raw.mjs';
import { kinds } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

const mebibyte = 1024 * 1024;
let edge;

describe('weakness 1: large messages', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  for (const kind of kinds) {
    it(`a file of 5 MiB that does not compress is read and written by ${kind}`, async () => {
      const [host, guest] = await roomOf(edge.url, 1, { kind });
      const content = randomBytes(5 * mebibyte);
      let written;
      host.connection.fs.onReadFile(() => ({ content }));
      host.connection.fs.onWriteFile((_, path, file) => { written = { path, file }; });
      const read = await guest.connection.fs.readFile(host.id, 'tests/large');
      assert.ok(content.equals(Buffer.from(read.content)));
      await guest.connection.fs.writeFile(host.id, 'tests/written', { content });
      assert.equal(written.path, 'tests/written');
      assert.ok(content.equals(Buffer.from(written.file.content)));
      assert.equal(host.left.length + guest.disconnected, 0);
      disposeAll([host, guest]);
    });
  }
});

describe('R13: messages over the limit', () => {
  before(async () => (edge = await Edge.start({ CT_MESSAGE_LIMIT: String(mebibyte) })));
  after(() => edge?.stop());

  for (const kind of kinds) {
    for (const size of [1.1, 1.5, 4]) {
      it(`cost the sender neither its seat nor another message: ${size} MiB by ${kind}`, async () => {
        const host = await rawHost(edge.url, { kind });
        const guest = await rawGuest(edge.url, host.roomId, { kind });
        const large = randomBytes(size * mebibyte);
        guest.send(envelope.notification(host.id, 'before'));
        guest.send(envelope.request(host.id, 'too large', large));
        guest.send(envelope.notification(host.id, 'between'));
        guest.send(envelope.broadcast([host.id], large));
        guest.send(envelope.notification(host.id, 'behind'));
        const answer = await guest.answerTo('too large', { timeout: 20_000 });
        assert.equal(answer.kind, 'response-error');
        assert.equal(typeof answer.content.message, 'string');
        await until(() => host.ofKind('notification').length >= 3, { timeout: 20_000, what: 'three notifications' });
        await guest.settle();
        assert.deepEqual(host.ofKind('notification').map(contentOf), ['before', 'between', 'behind']);
        assert.equal(host.ofKind('broadcast').length, 0);
        assert.equal(host.ofMethod('room/left').length, 0);
        guest.close();
        host.close();
      });
    }
  }

  it('are those above it, not those below', async () => {
    const host = await rawHost(edge.url, { kind: 'websocket' });
    const guest = await rawGuest(edge.url, host.roomId, { kind: 'polling' });
    const content = randomBytes(mebibyte - 2_000);
    for (const [from, to] of [[guest, host], [host, guest]]) {
      from.send(envelope.notification(to.id, content));
      await until(() => to.ofKind('notification').length, { what: 'a message just below the limit' });
      assert.ok(content.equals(contentOf(to.ofKind('notification')[0])));
    }
    guest.close();
    host.close();
  });
});

describe('messages beyond any reason', () => {
  before(async () => (edge = await Edge.start({ CT_MESSAGE_LIMIT: '1M', CT_MESSAGE_HARD_LIMIT: '2M' })));
  after(() => edge?.stop());

  it('are refused with 413 and no body before they have been read', async () => {
    const client = new EngineClient(edge.url, { headers: { 'x-oct-jwt': 'x' } });
    await client.open();
    const answer = await client.post('x'.repeat(20 * mebibyte)).catch(error => ({ status: error.code, body: '' }));
    assert.ok([413, 'ECONNRESET', 'EPIPE'].includes(answer.status), String(answer.status));
    assert.equal(answer.body, '');
    assert.equal((await send(edge.url, 'GET', '/api/meta')).status, 200);
    client.end();
  });

  it('end a WebSocket with the code for it, and the seat waits', async () => {
    const host = await rawHost(edge.url);
    const guest = await rawGuest(edge.url, host.roomId, { kind: 'websocket' });
    const headers = await roomHeaders(guest.token);
    const socket = await new EngineClient(edge.url, { headers }).webSocket();
    socket.send('40');
    await socket.next(frame => frame.startsWith('40'), { what: 'the connect' });
    socket.send(eventHeader);
    socket.send(Buffer.alloc(20 * mebibyte));
    const { code } = await until(() => socket.closed, { what: 'the end' });
    assert.equal(code, 1009);
    await host.settle();
    assert.equal(host.ofMethod('room/left').length, 0);
    guest.close();
    host.close();
  });
});

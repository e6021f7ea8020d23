// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whoever takes too long at anything has to go. Settings are short here, and nothing waits longer
// than for the event that it is about.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { EngineClient } from './support/engineio.mjs';
import { send } from './support/http.mjs';
import { loginToken } from './support/login.mjs';
import { admission, envelope, rawHost, roomHeaders } from './support/raw.mjs';
import { pause, timed, until } from './support/wait.mjs';
import { Wire } from './support/wire.mjs';

let edge;

function starts(settings) {
  before(async () => (edge = await Edge.start(settings)));
  after(() => edge?.stop());
}

const patience = { timeout: 60_000 };

/** Sends crumbs until the connection has ended. */
async function drip(wire, crumb) {
  while (!wire.isClosed) {
    wire.send(crumb);
    await pause(100);
  }
}

describe('R11: a request that does not come to its end', () => {
  starts({ CT_HEAD_TIMEOUT: '1', CT_BODY_TIMEOUT: '2', CT_IDLE_TIMEOUT: '3', CT_HANDSHAKE_TIMEOUT: '1' });

  it('is answered with 408 when half a head is all there is', async () => {
    const wire = await Wire.open(edge.ports.http);
    wire.send('GET /api/meta HTTP/1.1\r\nHost: edge');
    assert.equal(await wire.status(), 408);
    await wire.closed();
  });

  it('is answered with 408 when its head comes in crumbs', async () => {
    const wire = await Wire.open(edge.ports.http);
    wire.send('GET /api/meta HTTP/1.1\r\nHost: edge\r\nx-slow: ');
    await drip(wire, 'x');
    assert.deepEqual(wire.statuses, [408]);
  });

  it('has no more time on a connection that had an answer before', async () => {
    const wire = await Wire.open(edge.ports.http);
    assert.equal(await wire.ask('/api/meta'), 200);
    wire.send('GET /api');
    assert.equal(await wire.status(2), 408);
    await wire.closed();
  });

  it('is answered with 408 when its body stays away', async () => {
    const wire = await Wire.open(edge.ports.http);
    wire.request('POST', '/api/login/simple', { 'content-type': 'application/json', 'content-length': 1000 });
    await drip(wire, ' ');
    assert.deepEqual(wire.statuses, [408]);
  });

  it('is not even awaited on a connection that says nothing', async () => {
    const wire = await Wire.open(edge.ports.http);
    await wire.closed();
    assert.equal(wire.text, '');
  });

  it('is not awaited for ever between requests', async () => {
    const wire = await Wire.open(edge.ports.http);
    assert.equal(await wire.ask('/api/meta'), 200);
    const { took } = await timed(() => wire.closed());
    assert.ok(took > 1500, `${took} ms: the idle time is longer than that of a head`);
    assert.deepEqual(wire.statuses, [200]);
  });

  it('ends with its TLS handshake', async () => {
    for (const beginning of ['', '\x16\x03\x01\x02\x00\x01\x00']) {
      const wire = await Wire.open(edge.ports.https);
      wire.socket.write(beginning, 'latin1');
      await wire.closed('the end of an unfinished handshake');
    }
  });

  it('holds up nobody else', async () => {
    const wires = [];
    for (let index = 0; index < 50; ++index) {
      const wire = await Wire.open(edge.ports.http);
      wire.send('GET / HTTP/1.1\r\n');
      wires.push(wire);
    }
    assert.equal((await send(edge.url, 'GET', '/api/meta')).status, 200);
    for (const wire of wires) await wire.closed();
  });
});

describe('R11: an answer that nobody takes', () => {
  starts({ CT_WRITE_TIMEOUT: '1', CT_MESSAGE_LIMIT: '16M', CT_REPLAY_PER_PARTICIPANT: '64M' });

  it('ends the connection', async () => {
    const host = await rawHost(edge.url, { kind: 'websocket' });
    const admitted = await admission(edge.url, host.roomId, { token: await loginToken(edge.url) });
    const guest = new EngineClient(edge.url, { headers: await roomHeaders(admitted.roomToken) });
    await guest.open();
    await guest.connect();
    await until(() => host.ofMethod('room/joined').length, { what: 'room/joined' });
    const id = host.ofMethod('room/joined')[0].content.params[0].id;
    const wire = await Wire.open(edge.ports.http);
    wire.socket.pause();
    // More than the systems on both sides buffer.
    host.send(envelope.notification(id, { big: Buffer.alloc(15_000_000, 'x') }));
    await host.settle();
    wire.request('GET', guest.query(), guest.headers);
    // What is written to a connection that has ended shows its end without reading from it.
    await until(() => wire.isClosed || (wire.send('x'), false), { what: 'the end of the connection', ...patience });
    guest.end();
    host.close();
  });
});

describe('R10: a session that is opened and not joined', () => {
  starts({ CT_CONNECT_TIMEOUT: '1' });

  it('is forgotten, with a token and without', async () => {
    const host = await rawHost(edge.url, { kind: 'websocket' });
    const { roomToken } = await admission(edge.url, host.roomId);
    for (const headers of [{}, await roomHeaders(roomToken)]) {
      const client = new EngineClient(edge.url, { headers });
      await client.open();
      await until(async () => (await client.get()).status === 400, { what: 'an unknown session', ...patience });
      client.end();
    }
    host.close();
  });
});

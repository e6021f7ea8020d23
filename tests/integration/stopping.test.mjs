// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that is told to stop says so to everybody first, and takes nobody in meanwhile.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { EngineClient } from './support/engineio.mjs';
import { send } from './support/http.mjs';
import { createRoom, loginToken, requestJoin } from './support/login.mjs';
import { TcpProxy } from './support/proxy.mjs';
import { envelope, rawGuest, rawHost, roomHeaders } from './support/raw.mjs';
import { until } from './support/wait.mjs';

const latency = 40;
let edge;
let token;

/** A participant by hand that polls only when told, so that the server waits for it. */
async function lazyHost() {
  const { roomId, roomToken } = await createRoom(edge.url, token);
  const client = new EngineClient(edge.url, { headers: await roomHeaders(roomToken) });
  await client.open();
  await client.connect();
  return Object.assign(client, { roomId });
}

async function tellToStop() {
  edge.signal('SIGTERM');
  await until(() => /Stopping: closing all sessions/.test(edge.output), { what: 'the stop' });
}

describe('a server that is told to stop', () => {
  beforeEach(async () => {
    edge = await Edge.start();
    token = await loginToken(edge.url);
  });
  afterEach(() => edge?.stop());

  for (const kind of ['polling', 'upgrade']) {
    it(`tells guests of a talking room over a slow network, by ${kind}`, async () => {
      const proxy = await TcpProxy.start(edge.ports.http, { delay: latency });
      const host = await rawHost(proxy.url, { token, kind });
      const guests = [];
      while (guests.length < 6) guests.push(await rawGuest(proxy.url, host.roomId, { token, kind }));
      const timer = setInterval(() => host.send(envelope.broadcast(guests.map(guest => guest.id), { talk: 1 })), 30);
      try {
        await until(() => guests.every(guest => guest.ofKind('broadcast').length > 5), { what: 'the talk' });
        edge.signal('SIGTERM');
        await edge.ended;
        await until(() => guests.every(guest => guest.disconnects.length), { what: 'the end' });
      } finally {
        clearInterval(timer);
        for (const peer of [host, ...guests]) peer.close();
        await proxy.stop();
      }
      for (const guest of guests) {
        assert.equal(guest.ofMethod('room/closed').length, 1);
        assert.deepEqual(guest.disconnects, ['io server disconnect']);
      }
    });
  }

  it('still serves who is there, and refuses newcomers for now', async () => {
    const host = await lazyHost();
    await tellToStop();
    const asked = { 'x-oct-jwt': token };
    for (const [method, path, headers] of [
      ['POST', '/api/login/initial', {}],
      ['POST', '/api/session/create', asked],
      ['POST', `/api/session/join/${host.roomId}`, asked],
      ['GET', '/socket.io/?EIO=4&transport=polling', {}],
    ]) {
      const answer = await send(edge.url, method, path, { headers });
      assert.equal(answer.status, 503, path);
      assert.ok(Number(answer.headers['retry-after']) > 0, path);
    }
    const ready = await send(edge.url, 'GET', '/ct-health/ready');
    assert.equal(ready.status, 503);
    assert.equal((await ready.json()).status, 'draining');
    await host.poll(packet => packet === '41');
    host.end();
    await edge.ended;
    assert.deepEqual(edge.exit, { code: 0, signal: null });
  });

  it('ends at once when told twice, whatever is asked of it', async () => {
    const host = await lazyHost();
    let asking = true;
    const callers = Array.from({ length: 8 }, async () => {
      while (asking) await requestJoin(edge.url, token, host.roomId).catch(() => {});
    });
    await tellToStop();
    edge.signal('SIGTERM');
    await edge.ended;
    asking = false;
    await Promise.all(callers);
    host.end();
    assert.match(edge.output, /Told to stop again/);
    assert.deepEqual(edge.exit, { code: 0, signal: null });
  });
});

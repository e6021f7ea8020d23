// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who counts as a stranger, for how long, and what a stranger may do.

import assert from 'node:assert/strict';
import net from 'node:net';
import { afterEach, describe, it } from 'node:test';
import WebSocket from 'ws';
import { Edge } from './support/edge.mjs';
import { attachment, EngineClient, eventHeader, Frames } from './support/engineio.mjs';
import { send } from './support/http.mjs';
import { beginLogin, createRoom, loginToken } from './support/login.mjs';
import { admission, envelope, rawGuest, rawHost, roomHeaders } from './support/raw.mjs';
import { until, within } from './support/wait.mjs';

const judged = { CT_RATE_EXEMPT: 'none', CT_TRUSTED_PROXIES: 'none' };
const origin = 'http://ide.example:3000';
let edge;

function webSocketUrl(path) {
  return edge.url.replace(/^http/, 'ws') + path;
}

/** Opens a plain WebSocket as that room token's bearer. */
async function rawSocket(roomToken) {
  const query = new URLSearchParams(await roomHeaders(roomToken));
  return new Frames(webSocketUrl(`/websocket?${query}`)).opened();
}

/** The status that a WebSocket's handshake is answered with, and the answer's headers. */
function handshake(path, headers = {}) {
  const socket = new WebSocket(webSocketUrl(path), { headers });
  return new Promise((resolve, reject) => {
    socket.on('upgrade', answer => resolve({ status: answer.statusCode, headers: answer.headers }));
    socket.on('unexpected-response', (request, answer) => {
      resolve({ status: answer.statusCode, headers: answer.headers });
      request.destroy();
    });
    socket.on('error', reject);
  }).finally(() => socket.on('error', () => {}).terminate());
}

/** Sends bytes as they are; gives all that comes back until the end. */
function talk(bytes) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(edge.ports.http, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', data => (answer += data));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('strangers', () => {
  afterEach(() => edge?.stop());

  it('are strangers no more once they have a seat, over whatever transport', async () => {
    edge = await Edge.start({ ...judged, CT_MAX_UNAUTHENTICATED_PER_ADDRESS: '6' });
    const token = await loginToken(edge.url);
    const host = await rawHost(edge.url, { token, kind: 'websocket' });
    const guests = [];
    for (let number = 0; number < 8; ++number) guests.push(await rawGuest(edge.url, host.roomId, { token, kind: 'websocket', reconnection: false }));
    const raws = [];
    for (let number = 0; number < 8; ++number) raws.push(await rawSocket((await admission(edge.url, host.roomId, { token })).roomToken));
    for (const guest of guests) assert.deepEqual(guest.disconnects, []);
    for (const peer of [host, ...guests]) peer.close();
    for (const raw of raws) raw.socket.terminate();
  });

  it('send no more than they need before they have a seat', async () => {
    edge = await Edge.start();
    const anonymous = await new Frames(webSocketUrl('/socket.io/?EIO=4&transport=websocket')).opened();
    await anonymous.next(frame => frame[0] === '0', { what: 'the open packet' });
    anonymous.socket.send(Buffer.alloc(100_000), { fin: false });
    await until(() => anonymous.closed, { what: 'the end' });
    assert.equal(anonymous.closed.code, 1009);

    const token = await loginToken(edge.url);
    const { roomToken } = await createRoom(edge.url, token);
    const client = new EngineClient(edge.url, { headers: await roomHeaders(roomToken) });
    await client.open();
    assert.equal((await client.post(`4${'x'.repeat(100_000)}`)).status, 413);
    assert.equal((await client.connect()).packet.slice(0, 2), '40');
    assert.equal((await client.post(`4${'x'.repeat(100_000)}`)).status, 200);
    client.end();
  });

  it('do not count the preflights of a session among their requests', async () => {
    edge = await Edge.start({ ...judged, CT_REQUESTS_PER_SECOND: '1', CT_REQUEST_BURST: '20' });
    const token = await loginToken(edge.url);
    const { roomToken } = await createRoom(edge.url, token);
    const client = new EngineClient(edge.url, { headers: await roomHeaders(roomToken) });
    await client.open();
    await client.connect();
    const headers = { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-oct-jwt' };
    for (let number = 0; number < 60; ++number) {
      assert.equal((await send(edge.url, 'OPTIONS', client.query(), { headers, agent: client.agent })).status, 204, `preflight ${number}`);
    }
    client.end();
  });

  it('are told in HTTP when their WebSockets are refused too often', async () => {
    edge = await Edge.start({ ...judged, CT_REFUSED_HANDSHAKES_PER_MINUTE: '3' });
    const path = '/socket.io/?EIO=4&transport=websocket';
    for (let number = 0; number < 3; ++number) assert.equal((await handshake(path)).status, 101);
    const refused = await handshake(path, { origin });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers['access-control-allow-origin'], '*');
    const count = status => edge.log('access.log').split('\n').filter(line => line.includes(`" ${status} `)).length;
    await until(() => count(429) === 1, { what: 'the line of the refusal' });
    assert.equal(count(101), 3);
  });
});

describe('errors before a request is understood', () => {
  afterEach(() => edge?.stop());

  const unreadable = `GET / HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nBad Name: 1\r\n\r\n`;
  const tooLong = `GET / HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`;

  it('can be read by pages of other origins', async () => {
    edge = await Edge.start({ CT_HEAD_TIMEOUT: '1' });
    for (const [status, bytes] of [[400, unreadable], [431, tooLong], [408, unreadable.slice(0, -2)]]) {
      const answer = await talk(status === 408 ? bytes.replace('Bad Name', 'Good') : bytes);
      assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `));
      assert.match(answer, /\r\naccess-control-allow-origin: \*\r\n/i, `${status}`);
    }
  });

  it('can be read by the pages that may, and by no others', async () => {
    edge = await Edge.start({ OCT_CORS_ALLOWED_ORIGINS: origin });
    const allowed = await talk(unreadable);
    assert.match(allowed, new RegExp(`\r\naccess-control-allow-origin: ${origin}\r\n`, 'i'));
    assert.match(allowed, /\r\naccess-control-allow-credentials: true\r\n/i);
    assert.doesNotMatch(await talk(unreadable.replace(origin, 'http://evil.example')), /access-control-allow-origin/i);
  });

  it('are readable when an address has too many connections', async () => {
    edge = await Edge.start({ CT_RATE_EXEMPT: 'none', CT_MAX_CONNECTIONS_PER_ADDRESS: '2' });
    const headers = { 'x-forwarded-for': '203.0.113.7', origin };
    // One more than may wait: whichever the server reads last is the refused one.
    const waiting = [];
    for (let number = 0; number < 3; ++number) {
      const { pollToken } = await beginLogin(edge.url);
      waiting.push(send(edge.url, 'POST', `/api/login/poll/${pollToken}`, { headers }));
    }
    const refused = await within(Promise.race(waiting), 20_000, 'a full address');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers['access-control-allow-origin'], '*');
    // What waits may be hung up on by the end, which is not the matter here.
    const ended = Promise.allSettled(waiting);
    await edge.stop();
    await ended;
  });
});

describe('a plain WebSocket', () => {
  afterEach(() => edge?.stop());

  it('keeps its seat unless its close means goodbye', async () => {
    edge = await Edge.start();
    const token = await loginToken(edge.url);
    const host = await rawHost(edge.url, { token, kind: 'websocket' });
    for (const code of [1001, 3000]) {
      const raw = await rawSocket((await admission(edge.url, host.roomId, { token })).roomToken);
      raw.socket.close(code);
      await until(() => raw.closed, { what: 'the close' });
    }
    await until(() => edge.log('sessions.log').split('\n').filter(line => /broken/.test(line)).length === 2, { what: 'two broken connections' });
    assert.equal(host.ofMethod('room/left').length, 0);
    for (const code of [1000, undefined]) {
      const raw = await rawSocket((await admission(edge.url, host.roomId, { token })).roomToken);
      const before = host.ofMethod('room/left').length;
      raw.socket.close(code);
      await until(() => host.ofMethod('room/left').length > before, { what: 'room/left' });
    }
    host.close();
  });
});

describe('a sender by polling', () => {
  afterEach(() => edge?.stop());

  it('waits for a moment while a receiver has much to take in', async () => {
    edge = await Edge.start();
    const token = await loginToken(edge.url);
    const host = await rawHost(edge.url, { token, kind: 'websocket' });
    const admitted = await admission(edge.url, host.roomId, { token });
    const sender = new EngineClient(edge.url, { headers: await roomHeaders(admitted.roomToken) });
    await sender.open();
    await sender.connect();
    const lazy = new EngineClient(edge.url, { headers: await roomHeaders((await admission(edge.url, host.roomId, { token })).roomToken) });
    await lazy.open();
    await lazy.connect();
    await lazy.poll(packet => packet[0] === 'b');
    const target = lazy.messages.find(message => message.content?.method === 'peer/info').content.params[0].id;
    const took = [];
    for (let number = 0; number < 10; ++number) {
      const start = performance.now();
      const answer = await sender.post(eventHeader, attachmentOf(target, 1_000_000));
      assert.equal(answer.status, 200, answer.body);
      took.push(performance.now() - start);
    }
    // Half of what is kept for the receiver is full after the eighth.
    assert.ok(Math.max(...took.slice(7)) >= 400, `${took.map(Math.round)}`);
    sender.end();
    lazy.end();
    host.close();
  });
});

function attachmentOf(target, size) {
  return attachment(envelope.notification(target, { filling: Buffer.alloc(size) }));
}

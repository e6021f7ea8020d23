// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Engine.IO and Socket.IO packet by packet.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { attachment, decoded, EngineClient, eventHeader } from './support/engineio.mjs';
import { send } from './support/http.mjs';
import { createRoom, loginToken } from './support/login.mjs';
import { admission, contentOf, envelope, rawHost, roomHeaders } from './support/raw.mjs';
import { kinds, openSocket } from './support/sockets.mjs';
import { timed, until } from './support/wait.mjs';

let edge;
let login;
let host;
const clients = [];

/** A guest of `host` that is driven by hand, connected by polling. */
async function handDriven(namespace = '', path = '/') {
  const { roomToken } = await admission(edge.url, host.roomId, { token: login });
  const client = new EngineClient(edge.url, { headers: await roomHeaders(roomToken), path });
  clients.push(client);
  await client.open();
  await client.connect(namespace);
  await client.poll(() => client.messages.length);
  client.id = client.messages[0].content.params[0].id;
  return client;
}

function heardByHost(text) {
  return host.next(message => message.kind === 'notification' && contentOf(message) === text, { what: text });
}

const toHost = text => envelope.notification(host.id, text);
const toGuest = (client, text) => envelope.notification(client.id, text);

describe('Engine.IO', () => {
  before(async () => {
    edge = await Edge.start();
    login = await loginToken(edge.url);
    host = await rawHost(edge.url, { token: login });
  });
  after(async () => {
    clients.forEach(client => client.end());
    host?.close();
    await edge?.stop();
  });

  it('opens with what the clients need to know', async () => {
    const client = new EngineClient(edge.url, { headers: { 'x-oct-jwt': 'x' } });
    const { answer, sid, upgrades, pingInterval, pingTimeout, maxPayload } = await client.open();
    assert.equal(answer.headers['content-type'], 'text/plain; charset=UTF-8');
    assert.match(answer.headers['cache-control'], /no-store/);
    assert.match(sid, /^[\w-]{20,}$/);
    assert.deepEqual({ upgrades, pingInterval, pingTimeout, maxPayload },
      { upgrades: ['websocket'], pingInterval: 25_000, pingTimeout: 20_000, maxPayload: 1_000_000 });
    client.end();
  });

  it('offers no upgrade to a WebSocket', async () => {
    const client = new EngineClient(edge.url);
    const socket = await client.webSocket();
    const open = await socket.next(() => true);
    assert.deepEqual(JSON.parse(open.slice(1)).upgrades, []);
    socket.socket.close();
  });

  const faults = [
    ['Transport unknown', 0, 'GET', '/socket.io/?EIO=4&transport=carrier-pigeon'],
    ['Transport unknown', 0, 'GET', '/socket.io/?EIO=4'],
    ['Session ID unknown', 1, 'GET', '/socket.io/?EIO=4&transport=polling&sid=unknown'],
    ['Session ID unknown', 1, 'POST', '/socket.io/?EIO=4&transport=polling&sid=unknown'],
    ['Bad handshake method', 2, 'POST', '/socket.io/?EIO=4&transport=polling'],
    ['Bad request', 3, 'GET', '/socket.io/?EIO=4&transport=websocket'],
    ['Unsupported protocol version', 5, 'GET', '/socket.io/?EIO=3&transport=polling'],
    ['Unsupported protocol version', 5, 'GET', '/socket.io/?transport=polling'],
  ];
  for (const [message, code, method, path] of faults) {
    it(`refuses ${method} ${path}: ${message}`, async () => {
      const answer = await send(edge.url, method, path);
      assert.equal(answer.status, 400);
      assert.deepEqual(await answer.json(), { code, message });
    });
  }

  it('assigns ids of its own to Socket.IO, and a recovery id', async () => {
    const { roomToken } = await createRoom(edge.url, login);
    const client = new EngineClient(edge.url, { headers: await roomHeaders(roomToken) });
    await client.open();
    const { data } = await client.connect();
    assert.notEqual(data.sid, client.sid);
    assert.equal(typeof data.pid, 'string');
    assert.notEqual(data.pid, data.sid);
    client.end();
  });

  it('answers in whatever namespace it was asked', async () => {
    for (const namespace of ['/tools/oct', '/ö/x']) {
      const client = await handDriven(namespace);
      assert.match(client.packets.find(packet => packet.startsWith('40')), new RegExp(`^40${namespace},\\{`));
      assert.ok(client.packets.some(packet => packet.startsWith(`451-${namespace},["message",`)));
      await client.post(`451-${namespace},["message",{"_placeholder":true,"num":0}]`, attachment(toHost(namespace)));
      await heardByHost(namespace);
    }
  });

  /** What Node's and the browsers' HTTP send again by themselves has the same `t`. */
  const again = (client, method, t, body) => {
    const headers = { ...client.headers, 'content-type': 'text/plain;charset=UTF-8' };
    return send(edge.url, method, client.query({ t }), { headers, agent: client.agent, body });
  };

  it('answers a poll once more that comes once more', async () => {
    const client = await handDriven();
    host.send(toGuest(client, 'told'));
    const first = await again(client, 'GET', 'one');
    const second = await again(client, 'GET', 'one');
    assert.match(first.body, /^451-/);
    assert.equal(second.body, first.body);
    host.send(toGuest(client, 'told later'));
    const third = await again(client, 'GET', 'two');
    assert.equal(third.body.split('451-').length, 2, third.body);
    assert.notEqual(third.body, first.body);
  });

  it('takes the same poll once more for the one that waits', async () => {
    const client = await handDriven();
    const former = again(client, 'GET', 'one');
    // Each has a connection of its own.
    await until(async () => (await send(edge.url, 'GET', '/api/meta')).status === 200);
    const second = again(client, 'GET', 'one');
    host.send(toGuest(client, 'told once'));
    // Nobody knows which of them still has the client behind it.
    assert.match((await second).body, /^451-/);
    assert.equal((await former).body, (await second).body);
    host.send(toGuest(client, 'told next'));
    assert.equal((await again(client, 'GET', 'two')).body.split('451-').length, 2);
  });

  it('takes nothing new with a poll that comes once more', async () => {
    const client = await handDriven();
    host.send(toGuest(client, 'told'));
    const first = await again(client, 'GET', 'one');
    host.send(toGuest(client, 'told next'));
    await host.settle();
    assert.equal((await again(client, 'GET', 'one')).body, first.body);
    const next = await again(client, 'GET', 'two');
    assert.equal(next.body.split('451-').length, 2, next.body);
    assert.notEqual(next.body, first.body);
  });

  it('proves nothing by the answer to a ping that was lost with its poll', async () => {
    const client = await handDriven();
    const large = toGuest(client, 'x'.repeat(100_000));
    host.send(large);
    const first = await again(client, 'GET', 'one');
    assert.ok(first.body.endsWith('\x1e2'), 'a ping');
    const second = await again(client, 'GET', 'one');
    assert.ok(second.body === first.body, 'the same once more');
    assert.equal((await again(client, 'POST', 'three', '3')).body, 'ok');
    host.send(toGuest(client, 'then'));
    const third = await again(client, 'GET', 'two');
    assert.ok(third.body.length < 1000, third.body.slice(0, 100));
  });

  it('takes a POST once that comes twice', async () => {
    const client = await handDriven();
    const body = ['451-["message",{"_placeholder":true,"num":0}]', attachment(toHost('only once'))].join('\x1e');
    const before = host.ofKind('notification').length;
    assert.equal((await again(client, 'POST', 'one', body)).body, 'ok');
    assert.equal((await again(client, 'POST', 'one', body)).body, 'ok');
    await client.post('451-["message",{"_placeholder":true,"num":0}]', attachment(toHost('behind it')));
    await heardByHost('behind it');
    assert.deepEqual(host.ofKind('notification').slice(before).map(contentOf), ['only once', 'behind it']);
  });

  it('takes nothing from a connection that is read late', async () => {
    const client = await handDriven();
    host.send(toGuest(client, 'told'));
    const first = await again(client, 'GET', 'one');
    assert.match(first.body, /^451-/);
    host.send(toGuest(client, 'told next'));
    const second = await again(client, 'GET', 'two');
    assert.equal((await again(client, 'GET', 'one')).status, 400);
    host.send(toGuest(client, 'told last'));
    assert.equal((await again(client, 'GET', 'one')).status, 400);
    const third = again(client, 'GET', 'three');
    assert.equal((await again(client, 'GET', 'one')).status, 400);
    assert.equal((await third).body.split('451-').length, 2);
    assert.notEqual((await third).body, second.body);

    const body = text => ['451-["message",{"_placeholder":true,"num":0}]', attachment(toHost(text))].join('\x1e');
    const before = host.ofKind('notification').length;
    for (const text of ['first', 'second']) assert.equal((await again(client, 'POST', text, body(text))).body, 'ok');
    assert.equal((await again(client, 'POST', 'first', body('first'))).status, 400);
    assert.equal((await again(client, 'POST', 'third', body('third'))).body, 'ok');
    await heardByHost('third');
    assert.deepEqual(host.ofKind('notification').slice(before).map(contentOf), ['first', 'second', 'third']);
  });

  it('takes no t for the same for ever', async () => {
    const client = await handDriven();
    host.send(toGuest(client, 'told'));
    const first = await again(client, 'GET', 'one');
    for (let time = 0; time < 3; ++time) assert.equal((await again(client, 'GET', 'one')).body, first.body);
    for (const text of ['told later', 'told last']) {
      host.send(toGuest(client, text));
      const next = await again(client, 'GET', 'one');
      assert.equal(next.body.split('451-').length, 2, next.body);
      assert.notEqual(next.body, first.body);
    }
    const body = ['451-["message",{"_placeholder":true,"num":0}]', attachment(toHost('the same words'))].join('\x1e');
    const before = host.ofKind('notification').length;
    for (let time = 0; time < 6; ++time) assert.equal((await again(client, 'POST', 'one', body)).body, 'ok');
    await client.post('451-["message",{"_placeholder":true,"num":0}]', attachment(toHost('behind them')));
    await heardByHost('behind them');
    const heard = host.ofKind('notification').slice(before).map(contentOf);
    assert.deepEqual(heard, ['the same words', 'the same words', 'the same words', 'behind them']);
  });

  it('answers a POST with ok', async () => {
    const client = await handDriven();
    const answer = await client.post(eventHeader, attachment(toHost('posted')));
    assert.deepEqual([answer.status, answer.body], [200, 'ok']);
    assert.match(answer.headers['content-type'], /^text\/html/);
    await heardByHost('posted');
  });

  it('works off a POST of a thousand messages, all and in order', async () => {
    const client = await handDriven();
    const texts = Array.from({ length: 1000 }, (_, index) => `of many ${index}`);
    const answer = await client.post(...texts.flatMap(text => [eventHeader, attachment(toHost(text))]));
    assert.deepEqual([answer.status, answer.body], [200, 'ok']);
    await heardByHost(texts.at(-1));
    const heard = host.messages.filter(message => message.kind === 'notification').map(contentOf);
    assert.deepEqual(heard.filter(text => texts.includes(text)), texts);
  });

  it('assembles a message from two POSTs', async () => {
    const client = await handDriven();
    await client.post(eventHeader);
    await client.post(attachment(toHost('two posts')));
    await heardByHost('two posts');
  });

  it('assembles a message from a POST and the first WebSocket frame after the upgrade', async () => {
    const client = await handDriven();
    const socket = await client.probe();
    await client.post(eventHeader);
    socket.send('5');
    socket.send(Buffer.from(attachment(toHost('split')).slice(1), 'base64'));
    await heardByHost('split');
    socket.socket.close();
  });

  it('moves to the WebSocket with everything that was queued, in order', async () => {
    const client = await handDriven();
    const socket = await client.probe();
    for (let index = 0; index < 20; ++index) host.send(envelope.notification(client.id, index));
    await host.settle();
    socket.send('5');
    await until(() => client.messages.length + decoded(socket.received).length >= 21, { what: 'twenty messages' });
    const numbers = [...client.messages.slice(1), ...decoded(socket.received)].map(contentOf);
    assert.deepEqual(numbers, Array.from({ length: 20 }, (_, index) => index));
    const late = await client.get();
    assert.equal(late.status, 400);
    socket.socket.close();
  });

  it('releases a waiting poll quickly when a WebSocket probes', async () => {
    const client = await handDriven();
    const waiting = client.get();
    const { took } = await timed(async () => {
      await client.probe();
      const { packets } = await waiting;
      assert.deepEqual(packets, ['6']);
    });
    // Otherwise the next ping would, much later.
    assert.ok(took < client.handshake.pingInterval / 2, `${took} ms`);
  });

  it('releases a poll that comes behind the probe at once', async () => {
    const client = await handDriven();
    await client.probe();
    const { took } = await timed(async () => {
      for (let poll = 0; poll < 4; ++poll) assert.deepEqual((await client.get()).packets, ['6']);
    });
    // The server's regular round, each 250 ms, would take three rounds at the least.
    assert.ok(took < 500, `${took} ms`);
  });

  it('keeps polling after a probe without 5, also when the WebSocket goes', async () => {
    const client = await handDriven();
    const socket = await client.probe();
    host.send(envelope.notification(client.id, 'meanwhile'));
    await client.poll(() => client.messages.some(message => contentOf(message) === 'meanwhile'));
    socket.socket.terminate();
    host.send(envelope.notification(client.id, 'afterwards'));
    await client.poll(() => client.messages.some(message => contentOf(message) === 'afterwards'));
    await client.post(eventHeader, attachment(toHost('still there')));
    await heardByHost('still there');
  });

  it('refuses a WebSocket for an unknown session', async () => {
    const client = new EngineClient(edge.url);
    client.sid = 'unknown';
    await assert.rejects(client.webSocket(), /400/);
  });

  it('ends a session that polls twice at once', async () => {
    const client = await handDriven();
    const both = await Promise.all([client.get(), client.get()]);
    assert.deepEqual(both.map(answer => answer.status).sort(), [200, 400]);
    const later = await client.get();
    assert.deepEqual([later.status, JSON.parse(later.body).code], [400, 1]);
  });

  it('ends a session that posts twice at once', async () => {
    const client = await handDriven();
    const { hostname, port } = new URL(edge.url);
    const half = http.request({ hostname, port, method: 'POST', path: client.query(), headers: { 'content-length': 1000 } });
    half.on('error', () => {});
    half.write('b');
    await until(() => half.socket?.bytesWritten > 0, { what: 'half a POST' });
    // The first may not have been read yet; then it is this one that comes first, and is whole.
    const second = await until(async () => {
      const answer = await client.post('3');
      return answer.status === 400 && answer;
    }, { what: 'a refused POST' });
    assert.equal(JSON.parse(second.body).code, 3);
    half.destroy();
    const later = await client.post('3');
    assert.deepEqual([later.status, JSON.parse(later.body).code], [400, 1]);
  });

  it('ends a session that sends what is no packet', async () => {
    for (const rubbish of ['x', '9', '49', '451-["message",{"_placeholder":true,"num":0}', 'b====']) {
      const client = await handDriven();
      const posted = await client.post(rubbish);
      const later = await client.post('3');
      assert.ok(posted.status === 400 || later.status === 400, `${rubbish}: ${posted.status} ${later.status}`);
    }
  });

  it('ignores events that are none of ours', async () => {
    const client = await handDriven();
    const strangers = ['42["message","text"]', '42["message",{"length":300000000}]', '42["other",1]', '421["message","wants an ack"]'];
    for (const packet of strangers) assert.equal((await client.post(packet)).status, 200, packet);
    await client.post(eventHeader, attachment(toHost('unimpressed')));
    await heardByHost('unimpressed');
  });

  for (const kind of kinds) {
    it(`refuses a bad token so that the client does not try again, over ${kind}`, async () => {
      for (let times = 0; times < 5; ++times) {
        const socket = openSocket(edge.url, await roomHeaders('bad'), { kind });
        let refusal;
        let breaks = 0;
        socket.on('connect_error', error => (refusal = error.message));
        socket.on('disconnect', reason => reason === 'io server disconnect' ? (refusal = reason) : ++breaks);
        await until(() => refusal, { timeout: 9_000, what: 'a refusal' });
        assert.equal(socket.active, false, refusal);
        assert.equal(breaks, 0, 'refused at the first try');
        socket.disconnect();
      }
    });
  }

  it('tells a client with a bad token by 41 or 44, and ends', async () => {
    for (const token of ['bad', '', login]) {
      const client = new EngineClient(edge.url, { headers: await roomHeaders(token) });
      await client.open();
      await client.post('40');
      await client.poll(packet => /^4[14]/.test(packet));
      client.end();
    }
  });

  it('refuses a participant without a public key', async () => {
    const { roomToken } = await createRoom(edge.url, login);
    const headers = await roomHeaders(roomToken);
    delete headers['x-oct-public-key'];
    const client = new EngineClient(edge.url, { headers });
    await client.open();
    await client.post('40');
    await client.poll(packet => /^4[14]/.test(packet));
    client.end();
  });

  it('frees the seat of a polling client that says 41', async () => {
    const client = await handDriven();
    await client.post('41');
    await until(() => host.ofMethod('room/left').some(message => message.content.params[0].id === client.id), { timeout: 20_000 });
  });
});

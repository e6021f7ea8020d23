// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the room does with messages that the npm client never sends, or never sees.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { pack } from 'msgpackr';
import { Edge } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { loginToken } from './support/login.mjs';
import { contentOf, envelope, rawGuest, rawHost, sealedFor } from './support/raw.mjs';
import { timed, until } from './support/wait.mjs';

// Long before a seat's grace is over.
const atOnce = { timeout: 20_000 };
let edge;
let token;
let host;
let guest;
let other;

describe('the room', () => {
  before(async () => {
    edge = await Edge.start({ CT_SESSION_REQUEST_TIMEOUT: '2', CT_SESSION_ROOMS_PER_USER: '1000' });
    token = await loginToken(edge.url);
  });
  after(() => edge?.stop());
  beforeEach(async () => {
    host = await rawHost(edge.url, { token });
    guest = await rawGuest(edge.url, host.roomId, { token, kind: 'websocket' });
    other = await rawGuest(edge.url, host.roomId, { token, kind: 'websocket' });
  });
  afterEach(() => [guest, other, host].forEach(peer => peer?.close()));

  it('keeps of a broadcast only the receiver\'s key, and sends it nowhere without one', async () => {
    guest.send(envelope.broadcast([host.id], 'for the host'));
    guest.send(envelope.broadcast([other.id, host.id, 'stranger'], 'for both'));
    await until(() => host.ofKind('broadcast').length === 2 && other.ofKind('broadcast').length === 1);
    await other.settle();
    for (const peer of [host, other]) {
      for (const { metadata, origin } of peer.ofKind('broadcast')) {
        assert.deepEqual(metadata, sealedFor(peer.id));
        assert.equal(origin, guest.id);
      }
    }
    assert.equal(other.ofKind('broadcast').length, 1);
    assert.equal(guest.ofKind('broadcast').length, 0, 'not back to its sender');
  });

  it('overwrites a forged origin', async () => {
    guest.send(envelope.broadcast([other.id], 1, { origin: host.id }));
    guest.send(envelope.notification(other.id, 2, { origin: host.id }));
    guest.send(envelope.request(other.id, 'forged', 3, { origin: host.id }));
    await until(() => ['broadcast', 'notification', 'request'].every(kind => other.ofKind(kind).length), { what: 'three messages' });
    for (const kind of ['broadcast', 'notification', 'request']) assert.equal(other.ofKind(kind)[0].origin, guest.id);
  });

  it('passes unknown fields on, content and encoding untouched', async () => {
    const more = { future: { list: [1, -1, 1.5, 'é', null, true] }, origin: 'x' };
    guest.send(envelope.notification(host.id, 'value', more));
    const message = await host.next(candidate => candidate.future);
    assert.deepEqual(message.future, more.future);
    assert.equal(contentOf(message), 'value');
  });

  it('gives request ids back as they came, with their type', async () => {
    for (const id of [1, 0, 4_294_967_296, 1.5, -7, 'text', '']) {
      const earlier = host.ofKind('request').length;
      guest.send(envelope.request(host.id, id, 'ask'));
      const request = await until(() => host.ofKind('request')[earlier]);
      assert.equal(typeof request.id, 'string', 'an id of the server\'s own');
      host.send(envelope.response(guest.id, request.id, 'answer'));
      const answer = await guest.answerTo(id);
      assert.equal(contentOf(answer), 'answer');
      guest.messages.length = 1;
    }
  });

  it('relays an error like an answer', async () => {
    guest.send(envelope.request(host.id, 1, 'ask'));
    const request = await until(() => host.ofKind('request')[0]);
    host.send(envelope.response(guest.id, request.id, 'sorry', { kind: 'response-error' }));
    assert.equal((await guest.answerTo(1)).kind, 'response-error');
  });

  it('fails a request to nobody at once', async () => {
    guest.send(envelope.request('nobody', 1, 'ask'));
    const { result, took } = await timed(() => guest.answerTo(1));
    assert.equal(result.content.message, 'Failed to retrieve the requested data.');
    assert.ok(took < 1_000, `${took} ms`);
  });

  it('fails a request that nobody answers in time', async () => {
    guest.send(envelope.request(host.id, 1, 'ask'));
    const { result, took } = await timed(() => guest.answerTo(1));
    assert.equal(result.kind, 'response-error');
    assert.equal(result.content.message, 'Failed to retrieve the requested data.');
    assert.deepEqual(result.metadata, { encryption: { keys: [] }, compression: { algorithm: 'none' } });
    assert.ok(took > 1_500, `${took} ms`);
  });

  it('R16: relays an answer only from the one who was asked', async () => {
    guest.send(envelope.request(host.id, 1, 'ask'));
    const request = await until(() => host.ofKind('request')[0]);
    other.send(envelope.response(guest.id, request.id, 'forged'));
    await other.settle();
    host.send(envelope.response(guest.id, request.id, 'true'));
    assert.equal(contentOf(await guest.answerTo(1)), 'true');
    await guest.settle();
    assert.equal(guest.ofKind('response').length, 1);
  });

  it('weakness 12: answers an unencrypted request with an error and keeps it back', async () => {
    guest.send(envelope.plainRequest(host.id, 12, 'fileSystem/readFile', ['x']));
    const { result, took } = await timed(() => guest.answerTo(12));
    assert.equal(result.kind, 'response-error');
    assert.ok(took < 1_500, `${took} ms`);
    await host.settle();
    assert.equal(host.ofMethod('fileSystem/readFile').length, 0);
  });

  it('weakness 12: does not relay an unencrypted answer', async () => {
    guest.send(envelope.request(host.id, 12, 'ask'));
    const request = await until(() => host.ofKind('request')[0]);
    host.send(envelope.plainResponse(request.id, 'in the clear'));
    await host.settle();
    assert.equal(guest.messages.some(message => message.kind === 'response'), false);
  });

  it('drops unencrypted broadcasts and notifications of peers', async () => {
    const content = { method: 'room/closed', params: [] };
    guest.send(envelope.broadcast([host.id], 0, { content }));
    guest.send(envelope.notification(host.id, 0, { content }));
    await guest.settle();
    await host.settle();
    assert.equal(host.ofMethod('room/closed').length, 0);
  });

  it('weakness 13: fails pending requests at once when the one asked leaves', async () => {
    guest.send(envelope.request(other.id, 13, 'ask'));
    await until(() => other.ofKind('request').length);
    const waiting = timed(() => guest.answerTo(13));
    other.send(envelope.leave());
    const { result, took } = await waiting;
    assert.equal(result.kind, 'response-error');
    assert.ok(took < 1_500, `${took} ms`);
  });

  it('weakness 13: also when it disconnects deliberately', async () => {
    guest.send(envelope.request(other.id, 13, 'ask'));
    await until(() => other.ofKind('request').length);
    const waiting = timed(() => guest.answerTo(13));
    other.close();
    assert.ok((await waiting).took < 1_500);
  });

  it('ignores messages of another version', async () => {
    for (const version of ['0.2.0', '1.0.0', '0.4.0', 'x', '', '0.3']) guest.send(envelope.notification(host.id, version, { version }));
    for (const version of ['0.3.0', '0.3.99']) guest.send(envelope.notification(host.id, version, { version }));
    await guest.settle();
    await until(() => host.ofKind('notification').length >= 2);
    assert.deepEqual(host.ofKind('notification').map(contentOf), ['0.3.0', '0.3.99']);
  });

  it('R3: ignores an object in the place of bytes, and is not held up by it', async () => {
    guest.socket.send({ length: 300_000_000 });
    guest.socket.send('text', 1, [2]);
    const { took } = await timed(() => send(edge.url, 'GET', '/api/meta'));
    assert.ok(took < 1_000, `${took} ms`);
    await guest.settle();
  });

  const rubbish = {
    nothing: Buffer.alloc(0),
    'a number': pack(7),
    nil: pack(null),
    'an array': pack([1, 2]),
    'an empty map': pack({}),
    'a map without end': Buffer.from([0xdf, 0xff, 0xff, 0xff, 0xff]),
    'bytes cut short': Buffer.from(pack(envelope.broadcast(['x'], 'y'))).subarray(0, 40),
    'nested without end': Buffer.alloc(100_000, 0x91),
    'a request without id': pack({ ...envelope.request('x', 1, 1), id: undefined }),
    'a request with nil for an id': pack({ ...envelope.request('x', 1, 1), id: null }),
    'an unknown kind': pack({ ...envelope.broadcast(['x'], 1), kind: 'gossip' }),
    'keys that are no list': pack({ ...envelope.broadcast(['x'], 1), metadata: { encryption: { keys: 7 }, compression: { algorithm: 'none' } } }),
    'no metadata': pack({ ...envelope.broadcast(['x'], 1), metadata: undefined }),
  };
  for (const [name, bytes] of Object.entries(rubbish)) {
    it(`survives ${name}`, async () => {
      guest.socket.send(bytes);
      await guest.settle();
      guest.send(envelope.notification(host.id, 'alive'));
      await host.next(message => contentOf(message) === 'alive');
    });
  }

  it('lets only the asked host answer a join request', async () => {
    const asked = [];
    const strict = await rawHost(edge.url, { token, decide: (_, message) => (asked.push(message), null) });
    const pending = rawGuest(edge.url, strict.roomId, { token });
    await until(() => asked.length);
    guest.send(envelope.plainResponse(asked[0].id, { workspace: { name: 'forged', folders: [] } }));
    await guest.settle();
    strict.send(envelope.plainResponse(asked[0].id, { workspace: { name: 'true', folders: [] } }));
    const admitted = await pending;
    assert.equal(admitted.admission.workspace.name, 'true');
    admitted.close();
    strict.close();
  });

  for (const [name, answer] of [['nil', null], ['undefined', undefined], ['a missing workspace', {}], ['a string', 'yes']]) {
    it(`takes ${name} in answer to a join request for a rejection`, async () => {
      let id;
      const strict = await rawHost(edge.url, { token, decide: (_, message) => ((id = message.id), null) });
      const pending = rawGuest(edge.url, strict.roomId, { token }).then(() => 'admitted', error => error.message);
      await until(() => id);
      strict.send(envelope.plainResponse(id, answer));
      assert.match(await pending, /JoinRejected/);
      strict.close();
    });
  }

  it('frees a leaver\'s name for room/left and tells no one else', async () => {
    guest.send(envelope.leave());
    await until(() => host.ofMethod('room/left').length && other.ofMethod('room/left').length, atOnce);
    for (const peer of [host, other]) {
      const [left] = peer.ofMethod('room/left');
      assert.equal(left.kind, 'broadcast');
      assert.equal(left.origin, guest.id);
      assert.equal(left.content.params[0].id, guest.id);
    }
  });
});

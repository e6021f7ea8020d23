// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RFC 6455 over a real connection, in the groups of the usual conformance suite. A binary message's
// echo is the host who hears it; a text's is Engine.IO's answer, which names the namespace asked for.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { pack } from 'msgpackr';
import { accepted, bytesOfText, closing, control, framing, invalidTexts, refused, validTexts } from './support/conformancecases.mjs';
import { Edge } from './support/edge.mjs';
import { createRoom, loginToken } from './support/login.mjs';
import { admission, contentOf, envelope, rawHost, roomHeaders } from './support/raw.mjs';
import { until } from './support/wait.mjs';
import { WireSocket, closeFrame, fragments, frame, opcodes, upgradeRequest } from './support/wireframes.mjs';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;
const largest = 2 * mebibyte;
const hardest = 8 * mebibyte;
let edge;
let login;

before(async () => {
  edge = await Edge.start({
    CT_MESSAGE_LIMIT: String(largest), CT_MESSAGE_HARD_LIMIT: String(hardest), CT_SESSION_ROOMS: '2000', CT_SESSION_ROOMS_PER_USER: '2000',
    CT_CONNECTIONS_PER_SECOND: '10000', CT_CONNECTION_BURST: '10000', CT_SESSION_MESSAGES_PER_SECOND: '100000', CT_SESSION_MESSAGE_BURST: '100000',
  });
  login = await loginToken(edge.url);
});
after(() => edge?.stop());

async function target(token) {
  return `/websocket?${new URLSearchParams(await roomHeaders(token))}`;
}

/** A participant's plain WebSocket, greeted; without a token the host's of a room of its own. */
async function open(token) {
  const roomToken = token ?? (await createRoom(edge.url, login)).roomToken;
  const wire = await WireSocket.open(edge.ports.http, upgradeRequest(await target(roomToken)));
  assert.equal(wire.status, 101, wire.head);
  await until(() => wire.of(opcodes.binary).length, { what: 'peer/info' });
  return wire;
}

/** Engine.IO's WebSocket, of somebody without a token. */
async function openEngine() {
  const wire = await WireSocket.open(edge.ports.http, upgradeRequest('/socket.io/?EIO=4&transport=websocket'));
  await until(() => wire.of(opcodes.text).length, { what: 'an open packet' });
  return wire;
}

async function isAlive(wire) {
  wire.write(frame(opcodes.ping, 'still there?'));
  await until(() => wire.of(opcodes.pong).some(payload => payload.equals(Buffer.from('still there?'))) || wire.isEnded, { what: 'a pong' });
  assert.equal(wire.closed, undefined);
  assert.equal(wire.isEnded, false);
}

/** The server says `code`, ends its side, and says nothing more. */
async function isClosed(wire, code) {
  await until(() => wire.isEnded, { what: `an end, with ${code}` });
  assert.equal(wire.closed?.code, code, wire.closed?.reason);
  assert.equal(wire.frames.at(-1).opcode, opcodes.close);
  assert.equal(wire.of(opcodes.close).length, 1);
}

/** Runs `use(wire)` and ends the connection, whatever comes of it. */
async function withWire(opening, use) {
  const wire = await opening;
  try {
    await use(wire);
  } finally {
    wire.end();
  }
}

for (const [group, cases] of Object.entries({ framing, control, closing })) {
  describe(`WebSocket conformance: ${group}`, { concurrency: 8 }, () => {
    for (const { name, send, expect, pongs = [] } of cases) {
      it(name, () => withWire(open(), async wire => {
        wire.write(...send);
        if (expect === accepted) await isAlive(wire);
        else await isClosed(wire, expect);
        const answered = wire.of(opcodes.pong).map(String).filter(text => text !== 'still there?');
        assert.deepEqual(answered, pongs);
      }));
    }
  });
}

describe('WebSocket conformance: messages', () => {
  let host;

  before(async () => (host = await rawHost(edge.url)));
  beforeEach(() => host.messages.splice(host.messages.indexOf(host.ofMethod('peer/info')[0]) + 1));
  after(() => host?.close());

  const heard = () => host.ofKind('notification').map(contentOf);
  const notice = size => {
    const content = Buffer.alloc(size, 'x');
    return { content, bytes: pack(envelope.notification(host.id, content)) };
  };
  const arrived = content => until(() => heard().some(one => content.equals(one)), { timeout: 30_000, what: `${content.length} bytes` });
  const join = async () => open((await admission(edge.url, host.roomId)).roomToken);

  for (const size of [0, 1, 100, 125, 126, 127, 128, 65_000, 65_535, 65_536, 65_537, 256 * kibibyte, mebibyte, largest - 1_000]) {
    it(`of ${size} bytes and some arrive in one frame`, () => withWire(join(), async wire => {
      const { content, bytes } = notice(size);
      wire.write(frame(opcodes.binary, bytes));
      await arrived(content);
    }));
  }

  for (const [size, piece] of [[300, 1], [1_000, 7], [65_536, 997], [mebibyte, 64], [mebibyte, 4 * kibibyte], [largest - 1_000, 64 * kibibyte], [largest - 1_000, mebibyte]]) {
    it(`of ${size} bytes and some arrive in fragments of ${piece}`, () => withWire(join(), async wire => {
      const { content, bytes } = notice(size);
      wire.write(...fragments(opcodes.binary, bytes, piece));
      await arrived(content);
    }));
    it(`of ${size} bytes in fragments of ${piece} let pings through`, () => withWire(join(), async wire => {
      const { content, bytes } = notice(size);
      // Pongs are held back while a reader lags, so not one after each of thousands.
      const frames = fragments(opcodes.binary, bytes, piece);
      frames.splice(1, 0, frame(opcodes.ping, 'between'));
      wire.write(...frames);
      await arrived(content);
      await until(() => wire.of(opcodes.pong).length, { what: 'a pong' });
      assert.equal(String(wire.of(opcodes.pong)[0]), 'between');
    }));
  }

  for (const piece of [1, 3, 64]) {
    it(`arrive when TCP brings ${piece} bytes at a time`, () => withWire(join(), async wire => {
      const { content, bytes } = notice(500);
      await wire.writeInPieces(Buffer.concat(fragments(opcodes.binary, bytes, 200, [frame(opcodes.ping, 'p')])), piece);
      await arrived(content);
      await isAlive(wire);
    }));
  }

  it('keep their order in one write', () => withWire(join(), async wire => {
    wire.write(...Array.from({ length: 300 }, (_, index) => frame(opcodes.binary, pack(envelope.notification(host.id, index)))));
    await until(() => heard().length === 300, { what: '300 messages' });
    assert.deepEqual(heard(), Array.from({ length: 300 }, (_, index) => index));
  }));

  it('over the limit cost no connection, in one frame or many', () => withWire(join(), async wire => {
    const { bytes } = notice(largest + 1_000);
    const { content, bytes: small } = notice(33);
    wire.write(frame(opcodes.binary, bytes), ...fragments(opcodes.binary, bytes, 64 * kibibyte), frame(opcodes.binary, small));
    await arrived(content);
    await isAlive(wire);
  }));

  for (const [name, send] of [
    ['one frame', Buffer.concat([Buffer.from([0x82, 0xff]), Buffer.from('0000000000800001', 'hex'), Buffer.alloc(4)])],
    ['one frame of gigabytes', Buffer.concat([Buffer.from([0x82, 0xff]), Buffer.from('7fffffffffffffff', 'hex'), Buffer.alloc(4)])],
    ['fragments together', Buffer.concat([frame(opcodes.binary, Buffer.alloc(10), { final: false }), Buffer.from([0x00, 0xff]), Buffer.from('0000000000800000', 'hex'), Buffer.alloc(4)])],
  ]) {
    it(`over the hard limit by ${name} end with 1009, before their bytes come`, () => withWire(join(), async wire => {
      wire.write(send);
      await isClosed(wire, 1009);
    }));
  }
});

describe('WebSocket conformance: UTF-8', { concurrency: 8 }, () => {
  for (const [name, text] of validTexts) {
    const packet = `40/${text},`;
    const ways = { 'in one frame': packet.length, 'in two fragments': Math.ceil(Buffer.from(packet).length / 2), 'a fragment each byte': 1 };
    for (const [way, size] of Object.entries(ways)) {
      it(`takes ${name} ${way}`, () => withWire(openEngine(), async wire => {
        wire.write(...fragments(opcodes.text, packet, way === 'in one frame' ? mebibyte : size, [frame(opcodes.ping)]));
        const answer = await until(() => wire.of(opcodes.text)[1]?.toString() ?? (wire.isEnded && String(wire.closed?.code)), { what: 'an answer' });
        assert.ok(answer.startsWith(`44/${text},`), answer);
      }));
    }
  }

  for (const [name, hex] of invalidTexts) {
    const bytes = bytesOfText(hex);
    const ways = { 'in one frame': bytes.length, 'a fragment each byte': 1, 'in fragments of two': 2 };
    for (const [way, size] of Object.entries(ways)) {
      it(`refuses ${name} ${way}`, () => withWire(open(), async wire => {
        wire.write(...fragments(opcodes.text, bytes, size));
        await isClosed(wire, refused.text);
      }));
    }
  }

  // The frame goes on for long, and the message too: the fault is seen when its byte comes.
  for (const [name, hex] of invalidTexts.filter(([, , isCut]) => !isCut)) {
    it(`fails fast at ${name}`, () => withWire(open(), async wire => {
      const bytes = bytesOfText(hex);
      const whole = frame(opcodes.text, Buffer.concat([bytes, Buffer.alloc(5_000, 'x')]), { final: false });
      wire.write(whole.subarray(0, whole.length - 5_000));
      await isClosed(wire, refused.text);
    }));
  }

  it('forgets half a character with its message', () => withWire(open(), async wire => {
    wire.write(frame(opcodes.binary, Buffer.from([0xe2])), frame(opcodes.text, 'ok'));
    await isAlive(wire);
  }));

  it('does not look at binary messages', () => withWire(open(), async wire => {
    for (const [, hex] of invalidTexts) wire.write(frame(opcodes.binary, bytesOfText(hex)));
    await isAlive(wire);
  }));
});

describe('WebSocket conformance: opening', { concurrency: 8 }, () => {
  const proof = key => createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  const asked = async (fields, line) => {
    const path = await target((await createRoom(edge.url, login)).roomToken);
    return WireSocket.open(edge.ports.http, upgradeRequest(path, fields, line?.(path)));
  };

  for (const [name, fields] of Object.entries({
    'the usual request': {},
    'another key': { 'Sec-WebSocket-Key': Buffer.alloc(16, 0xff).toString('base64') },
    'names in other cases': { Upgrade: 'WebSocket', Connection: 'keep-alive, UPGRADE' },
    'an offer among others': { Upgrade: 'h2c, websocket' },
    'offered extensions': { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits, x-own' },
    'offered protocols': { 'Sec-WebSocket-Protocol': 'chat, superchat' },
    'blanks around values': { 'Sec-WebSocket-Version': '  13  ', 'Sec-WebSocket-Key': '  dGhlIHNhbXBsZSBub25jZQ==  ' },
  })) {
    it(`accepts ${name}`, () => withWire(asked(fields), async wire => {
      assert.equal(wire.status, 101, wire.head);
      assert.equal(wire.field('sec-websocket-accept'), proof((fields['Sec-WebSocket-Key'] ?? 'dGhlIHNhbXBsZSBub25jZQ==').trim()));
      assert.match(wire.field('upgrade'), /^websocket$/i);
      assert.match(wire.field('connection'), /^upgrade$/i);
      assert.equal(wire.field('sec-websocket-extensions'), undefined);
      assert.equal(wire.field('sec-websocket-protocol'), undefined);
      await isAlive(wire);
    }));
  }

  for (const [name, fields, status, line] of [
    ['no key', { 'Sec-WebSocket-Key': undefined }, 400],
    ['a key of 15 bytes', { 'Sec-WebSocket-Key': Buffer.alloc(15).toString('base64') }, 400],
    ['a key of 17 bytes', { 'Sec-WebSocket-Key': Buffer.alloc(17).toString('base64') }, 400],
    ['a key that is no base64', { 'Sec-WebSocket-Key': '!!!!!!!!!!!!!!!!!!!!!!!!' }, 400],
    ['no version', { 'Sec-WebSocket-Version': undefined }, 426],
    ['version 8', { 'Sec-WebSocket-Version': '8' }, 426],
    ['version 14', { 'Sec-WebSocket-Version': '14' }, 426],
    ['no Upgrade', { Upgrade: undefined }, 400],
    ['another upgrade', { Upgrade: 'h2c' }, 400],
    ['no Connection', { Connection: undefined }, 400],
    ['a Connection without upgrade', { Connection: 'keep-alive' }, 400],
    ['no Host', { Host: undefined }, 400],
    ['POST', { 'Content-Length': '0' }, 405, path => `POST ${path} HTTP/1.1`],
  ]) {
    it(`refuses ${name} with ${status}`, () => withWire(asked(fields, line), async wire => {
      assert.equal(wire.status, status, wire.head);
      if (name.includes('version')) assert.equal(wire.field('sec-websocket-version'), '13');
    }));
  }

  it('takes frames that come with the request', async () => {
    const path = await target((await createRoom(edge.url, login)).roomToken);
    const early = [Buffer.from(upgradeRequest(path)), frame(opcodes.ping, 'early'), ...fragments(opcodes.text, 'text', 2)];
    await withWire(WireSocket.open(edge.ports.http, Buffer.concat(early)), async wire => {
      await until(() => wire.of(opcodes.pong).length, { what: 'a pong' });
      assert.equal(String(wire.of(opcodes.pong)[0]), 'early');
      await isAlive(wire);
    });
  });

  it('goes both ways when the server closes', () => withWire(open(), async wire => {
    wire.write(closeFrame(1000, 'bye'), frame(opcodes.ping, 'late'), frame(3, ''));
    await isClosed(wire, 1000);
    assert.equal(wire.of(opcodes.pong).length, 0);
  }));
});

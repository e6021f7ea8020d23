// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// WebSocket frames bit by bit over a plain socket, for what no WebSocket library would send. What the
// server sends is checked on the way: no masks, reserved bits or long control frames, lengths in their
// shortest form.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { until } from './wait.mjs';

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

/** A client's frame. `lengthBytes` (2, 8) says the length in another form than the shortest. */
export function frame(opcode, payload = '', { final = true, reserved = 0, masked = true, lengthBytes, key = randomBytes(4) } = {}) {
  const bytes = Buffer.from(payload);
  const head = Buffer.from([(final ? 0x80 : 0) | (reserved << 4) | opcode]);
  const tail = masked ? Buffer.concat([key, masking(bytes, key)]) : bytes;
  return Buffer.concat([head, lengthOf(bytes.length, masked ? 0x80 : 0, lengthBytes), tail]);
}

function lengthOf(length, maskBit, lengthBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8) {
  if (lengthBytes === 0) return Buffer.from([maskBit | length]);
  const bytes = Buffer.alloc(1 + lengthBytes);
  bytes[0] = maskBit | (lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) bytes.writeUInt16BE(length, 1);
  else bytes.writeBigUInt64BE(BigInt(length), 1);
  return bytes;
}

function masking(bytes, key) {
  const masked = Buffer.from(bytes);
  for (let at = 0; at < masked.length; ++at) masked[at] ^= key[at & 3];
  return masked;
}

/** One message in fragments of `size` bytes, with `between` after each but the last. */
export function fragments(opcode, payload, size, between = []) {
  const bytes = Buffer.from(payload);
  const frames = [];
  for (let at = 0; at === 0 || at < bytes.length; at += size) {
    const final = at + size >= bytes.length;
    frames.push(frame(at === 0 ? opcode : opcodes.continuation, bytes.subarray(at, at + size), { final }));
    if (!final) frames.push(...between);
  }
  return frames;
}

export function closeFrame(code, reason = '') {
  return frame(opcodes.close, Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]));
}

/** The request for a WebSocket as text; `fields` replace or, with undefined, take away. */
export function upgradeRequest(target, fields = {}, line = `GET ${target} HTTP/1.1`) {
  const all = {
    Host: 'edge.example', Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line}\r\n${lines.join('')}\r\n`;
}

export class WireSocket {
  /** Connects to a server's port and sends `request`; the answer's head has come when this resolves. */
  static async open(port, request) {
    const wire = new WireSocket(net.connect({ port, host: '127.0.0.1', noDelay: true }));
    wire.write(request);
    await until(() => wire.head !== undefined || wire.isEnded, { what: 'an answer to the handshake' });
    return wire;
  }

  frames = [];
  isEnded = false;

  constructor(socket) {
    this.socket = socket;
    this.pending = Buffer.alloc(0);
    socket.on('data', bytes => {
      this.pending = Buffer.concat([this.pending, bytes]);
      if (this.head === undefined) this.#takeHead();
      if (this.isOpen) while (this.#takeFrame());
    });
    socket.on('end', () => (this.isEnded = true));
    socket.on('close', () => (this.isEnded = true));
    // What was sent behind a fault may meet a closed connection.
    socket.on('error', () => (this.isEnded = true));
  }

  get status() {
    return Number(/^HTTP\/1\.1 (\d+) /.exec(this.head)?.[1]);
  }

  get isOpen() {
    return this.status === 101;
  }

  field(name) {
    return new RegExp(`^${name}: (.*)\\r$`, 'im').exec(this.head)?.[1];
  }

  /** Payloads of the frames of that kind, in order. */
  of(opcode) {
    return this.frames.filter(one => one.opcode === opcode).map(one => one.payload);
  }

  /** The server's close frame: its code (1005 when there is none) and reason. */
  get closed() {
    const payload = this.of(opcodes.close)[0];
    return payload && { code: payload.length ? payload.readUInt16BE(0) : 1005, reason: payload.subarray(2).toString() };
  }

  write(...parts) {
    if (this.socket.writable) this.socket.write(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  }

  /** Writes in pieces of `size` bytes that the server reads one by one, as far as that can be told. */
  async writeInPieces(bytes, size) {
    for (let at = 0; at < bytes.length && !this.isEnded; at += size) {
      this.write(bytes.subarray(at, at + size));
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  end() {
    this.socket.destroy();
  }

  #takeHead() {
    const end = this.pending.indexOf('\r\n\r\n');
    if (end < 0) return;
    this.head = this.pending.subarray(0, end + 2).toString('latin1');
    this.pending = this.pending.subarray(end + 4);
  }

  #takeFrame() {
    if (this.pending.length < 2) return false;
    const [first, second] = this.pending;
    assert.equal(second & 0x80, 0, 'a server masks nothing');
    const lengthBytes = second === 126 ? 2 : second === 127 ? 8 : 0;
    if (this.pending.length < 2 + lengthBytes) return false;
    const length = lengthBytes === 2 ? this.pending.readUInt16BE(2) : lengthBytes === 8 ? Number(this.pending.readBigUInt64BE(2)) : second;
    if (this.pending.length < 2 + lengthBytes + length) return false;
    assert.deepEqual(this.pending.subarray(1, 2 + lengthBytes), lengthOf(length, 0), 'the length has its shortest form');
    assert.equal(first & 0x70, 0, 'no reserved bit is set');
    const one = { final: first >= 0x80, opcode: first & 0x0f, payload: this.pending.subarray(2 + lengthBytes, 2 + lengthBytes + length) };
    assert.ok(one.opcode < 8 || (one.final && length <= 125), 'a control frame is short and whole');
    this.pending = this.pending.subarray(2 + lengthBytes + length);
    this.frames.push(one);
    return true;
  }
}

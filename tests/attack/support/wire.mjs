// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients made of bytes: no library would send what these do.

import net from 'node:net';
import { until } from '../../integration/support/wait.mjs';

/** The n-th of many attackers' addresses. */
export function attackerAt(number) {
  return `127.0.${1 + Math.floor(number / 250)}.${2 + number % 250}`;
}

const wires = new Set();

/** Ends all that are still open. */
export function endWires() {
  for (const wire of wires) wire.end();
}

/** A connection that keeps what it gets in `text` and never complains. */
export class Wire {
  text = '';
  isOver = false;

  constructor(port, localAddress, { host = '127.0.0.1' } = {}) {
    this.socket = net.connect({ port, host, localAddress, noDelay: true });
    this.socket.on('data', data => (this.text = (this.text + data.toString('latin1')).slice(-65_536)));
    this.socket.on('error', () => {});
    wires.add(this);
    this.socket.on('close', () => (this.isOver = wires.delete(this)));
    this.connected = new Promise(resolve => {
      this.socket.once('connect', () => resolve(true));
      this.socket.once('close', () => resolve(false));
    });
  }

  write(data) {
    return !this.isOver && this.socket.writable && this.socket.write(data);
  }

  /** Writes with regard to what is still unsent. */
  async push(data) {
    if (this.write(data)) return;
    await new Promise(resolve => {
      this.socket.once('drain', resolve);
      this.socket.once('close', resolve);
      if (this.isOver) resolve();
    });
  }

  until(pattern, options) {
    return until(() => this.isOver || pattern.test(this.text), { what: `${pattern}`, ...options });
  }

  over(options) {
    return until(() => this.isOver, { what: 'the end of the connection', ...options });
  }

  end() {
    this.socket.destroy();
  }
}

/** A masked frame; the mask is zero. */
export function frame(opcode, payload = Buffer.alloc(0), { fin = true } = {}) {
  const data = Buffer.from(payload);
  const extended = data.length > 65_535 ? 8 : data.length > 125 ? 2 : 0;
  const head = Buffer.alloc(2 + extended + 4);
  head[0] = (fin ? 0x80 : 0) | opcode;
  head[1] = 0x80 | (extended === 8 ? 127 : extended === 2 ? 126 : data.length);
  if (extended === 2) head.writeUInt16BE(data.length, 2);
  if (extended === 8) head.writeBigUInt64BE(BigInt(data.length), 2);
  return Buffer.concat([head, data]);
}

export const eventHead = frame(1, '451-["message",{"_placeholder":true,"num":0}]');

/** A WebSocket over a Wire; `headers` are those of a participant, or none. */
export async function webSocket(port, localAddress, headers = {}) {
  const wire = new Wire(port, localAddress);
  const lines = Object.entries({ Host: '127.0.0.1', Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  wire.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${lines.join('')}\r\n`);
  await wire.until(/\r\n\r\n/);
  return wire;
}

/** A participant by hand: a WebSocket that has taken its seat. */
export async function member(port, localAddress, headers) {
  const wire = await webSocket(port, localAddress, headers);
  wire.write(frame(1, '40'));
  await wire.until(/40\{"/);
  return wire;
}

/** `work(number)` for so many numbers, a few at a time. */
export async function inTurns(count, atOnce, work) {
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < count) await work(next++);
  }));
}

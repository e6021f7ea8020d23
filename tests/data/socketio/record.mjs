// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records packets as the client's parser writes them: node record.mjs <folder>, in a folder with
// socket.io-parser installed (or with this script copied there).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encoder, PacketType } from 'socket.io-parser';

const bytes = Buffer.from('de0001', 'hex');
const nsp = '/tools/oct';
const message = ['message', bytes];

// What each of them is to the assembler: connect, disconnect, message or ignored.
const cases = [
  ['connect', 'connect', { type: PacketType.CONNECT, nsp: '/' }],
  ['connect to a namespace', 'connect', { type: PacketType.CONNECT, nsp }],
  ['resume', 'connect', { type: PacketType.CONNECT, nsp: '/', data: { pid: 'P"1"', offset: '17' } }],
  ['resume in a namespace', 'connect', { type: PacketType.CONNECT, nsp, data: { pid: 'P2', offset: '9', more: [1] } }],
  ['connect with a query', 'connect', { type: PacketType.CONNECT, nsp: `${nsp}?x=1&y=%2C` }],
  ['disconnect', 'disconnect', { type: PacketType.DISCONNECT, nsp: '/' }],
  ['disconnect from a namespace', 'disconnect', { type: PacketType.DISCONNECT, nsp }],
  ['message', 'message', { type: PacketType.EVENT, nsp: '/', data: message }],
  ['message in a namespace', 'message', { type: PacketType.EVENT, nsp, data: message }],
  ['message that wants an ack', 'message', { type: PacketType.EVENT, nsp: '/', id: 12, data: message }],
  ['message with two arguments', 'ignored', { type: PacketType.EVENT, nsp: '/', data: [...message, 'x'] }],
  ['message with two attachments', 'ignored', { type: PacketType.EVENT, nsp: '/', data: ['message', bytes, bytes] }],
  ['message with bytes in an object', 'ignored', { type: PacketType.EVENT, nsp: '/', data: ['message', { bytes }] }],
  ['text message', 'ignored', { type: PacketType.EVENT, nsp: '/', data: ['message', 'text'] }],
  ['message without argument', 'ignored', { type: PacketType.EVENT, nsp: '/', data: ['message'] }],
  ['other event', 'ignored', { type: PacketType.EVENT, nsp, data: ['chat', 'Größe 𝄞', { a: [null, 1.5] }] }],
  ['other binary event', 'ignored', { type: PacketType.EVENT, nsp, data: ['file', bytes] }],
  ['numbered event', 'ignored', { type: PacketType.EVENT, nsp: '/', data: [7, 'x'] }],
  ['ack', 'ignored', { type: PacketType.ACK, nsp: '/', id: 3, data: [] }],
  ['ack in a namespace', 'ignored', { type: PacketType.ACK, nsp, id: 9007199254740991, data: ['ok'] }],
  ['binary ack', 'ignored', { type: PacketType.ACK, nsp: '/', id: 4, data: [bytes] }],
];

const lines = cases.map(([name, meaning, packet]) => {
  const [text, ...attachments] = new Encoder().encode(packet);
  return JSON.stringify({ name, meaning, nsp: packet.nsp.split('?')[0], id: packet.id ?? null,
    text, attachments: attachments.map(data => data.toString('hex')) });
});
writeFileSync(join(process.argv[2] ?? '.', 'packets.json'), `[\n${lines.join(',\n')}\n]\n`);

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records polling bodies as the client's parser makes them: node record.mjs <folder>, in a folder
// with engine.io-parser installed (or with this script copied there). Binary data stands in
// hexadecimal beside the body, so that the tests need no base64 of their own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePayload } from 'engine.io-parser';

const bytes = length => Buffer.from(Array.from({ length }, (_, i) => (i * 37 + 11) % 256));
const text = (type, data) => ({ type, data });
const binary = length => ({ type: 'message', data: bytes(length) });

const cases = {
  'connect': [text('message', '0')],
  'connect to a namespace': [text('message', '0/tools/oct,')],
  'message and attachment': [
    text('message', '51-["message",{"_placeholder":true,"num":0}]'), binary(300)],
  'every type': ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'].map(type => text(type)),
  'attachments of every remainder': [0, 1, 2, 3, 4, 5, 6, 7].map(binary),
  'letters of every width': [text('message', 'aä€𝄞'), text('message', 'Größe')],
  'separator within JSON': [text('message', `2${JSON.stringify(['chat', 'a\x1eb'])}`), text('pong')],
};

const golden = await Promise.all(Object.entries(cases).map(([name, packets]) => new Promise(resolve =>
  encodePayload(packets, body => resolve({
    name,
    packets: packets.map(({ type, data }) => (
      Buffer.isBuffer(data) ? { type, hex: data.toString('hex') } : { type, text: data ?? '' })),
    body,
  })))));
const lines = golden.map(entry => JSON.stringify(entry).replaceAll('\x1e', '\\u001e'));
writeFileSync(join(process.argv[2] ?? '.', 'payloads.json'), `[\n${lines.join(',\n')}\n]\n`);

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records frames of the real client, as hexadecimal text: node record.mjs <folder>, in a folder with
// open-collaboration-protocol installed (or with this script copied there). Keys are made anew, so
// every run gives other bytes; the tests know the ids and the order, not the bytes of the content.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { webcrypto } from 'node:crypto';
import {
  BroadcastMessage, Encoding, Encryption, Messages, NotificationMessage, RequestMessage,
  ResponseErrorMessage, ResponseMessage, initializeProtocol,
} from 'open-collaboration-protocol';

initializeProtocol({ cryptoModule: webcrypto });

const folder = process.argv[2] ?? '.';
mkdirSync(folder, { recursive: true });

function write(name, message) {
  const hex = Buffer.from(Encoding.encode(message)).toString('hex');
  writeFileSync(join(folder, `${name}.hex`), hex.replace(/.{1,100}/g, '$&\n'));
}

const host = 'HHHHHHHHHHHHHHHHHHHHHHHH';
const peers = await Promise.all(['AAAA', 'BBBB', 'CCCC'].map(async start => ({
  peerId: start.padEnd(24, '0'),
  publicKey: (await Encryption.generateKeyPair()).publicKey,
  supportedCompression: ['gzip'],
})));
const symmetric = { symmetricKey: Encryption.generateSymKey(), cache: {} };

async function writeEncrypted(name, message, ...receivers) {
  write(name, await Encryption.encrypt(message, symmetric, ...receivers));
}

const [first] = peers;
const update = new Uint8Array(300).fill(7);
await writeEncrypted('broadcast', BroadcastMessage.create(Messages.Sync.DataUpdate, host, [update]), ...peers);
await writeEncrypted('broadcast-alone', BroadcastMessage.create(Messages.Sync.AwarenessQuery, host, []));
for (const [name, id] of [
  ['request', 1], ['request-uint16', 1000], ['request-uint32', 4_000_000_000],
  ['request-float64', 2 ** 40 + 1], ['request-negative', -5], ['request-text', 'abc-1'],
]) {
  const request = RequestMessage.create(Messages.FileSystem.ReadFile, id, '', first.peerId, ['src/main.ts']);
  await writeEncrypted(name, request, first);
}
await writeEncrypted('response', ResponseMessage.create('r1', { content: update }), first);
await writeEncrypted('response-error', ResponseErrorMessage.create('r1', 'No such file'), first);
await writeEncrypted('notification',
  NotificationMessage.create(Messages.Editor.Open, '', first.peerId, ['src/main.ts']), first);
// What clients send as it is, because the server is to read it.
write('room-leave', NotificationMessage.create(Messages.Room.Leave, '', '', []));
write('join-accepted', ResponseMessage.create('J00000000000000000000001',
  { workspace: { name: 'Größe', folders: ['src', 'docs'] } }));
write('join-rejected', ResponseMessage.create('J00000000000000000000001', undefined));
write('join-failed', ResponseErrorMessage.create('J00000000000000000000001', 'Error: closed'));

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes the fuzz targets' seeds anew: CT_EDGE_BIN=<server> node tests/fuzz/record.mjs, after
// tests/integration/install. What the npm client says to the server, over each transport, and the
// golden files; what no client says stands below. Tokens in them are of a server that is gone.

import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketTransportProvider } from '../integration/node_modules/open-collaboration-protocol/lib/transport/websocket-transport.js';
import WebSocket from '../integration/node_modules/ws/wrapper.mjs';
import { disposeAll, roomOf } from '../integration/support/client.mjs';
import { Edge } from '../integration/support/edge.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const data = path.join(here, '..', 'data');
const longest = 4096;
const numbers = {};

function seed(target, content) {
  const bytes = Buffer.from(content).subarray(0, longest);
  const folder = path.join(here, 'seeds', target);
  fs.mkdirSync(folder, { recursive: true });
  numbers[target] = (numbers[target] ?? 0) + 1;
  fs.writeFileSync(path.join(folder, String(numbers[target]).padStart(3, '0')), bytes);
}

function golden(folder, ending, use) {
  for (const name of fs.readdirSync(path.join(data, folder)).filter(file => file.endsWith(ending)).sort())
    use(fs.readFileSync(path.join(data, folder, name), 'utf8'));
}

/** Takes one client's bytes apart into requests, and what follows an upgrade. */
class Listener {
  constructor(seen) {
    this.seen = seen;
    this.pending = Buffer.alloc(0);
    this.isUpgraded = false;
  }

  take(bytes) {
    this.pending = Buffer.concat([this.pending, bytes]);
    while (!this.isUpgraded && this.#request());
  }

  #request() {
    const end = this.pending.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = this.pending.subarray(0, end + 4);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.pending.length < head.length + length) return false;
    const body = this.pending.subarray(head.length, head.length + length);
    this.pending = this.pending.subarray(head.length + length);
    this.isUpgraded = /upgrade: websocket/i.test(head);
    this.seen.push({ head, body, isUpgrade: this.isUpgraded, listener: this });
    return true;
  }
}

/** Stands between client and server and listens. */
async function listenIn(port, seen) {
  const server = net.createServer(client => {
    const upstream = net.connect({ port, host: '127.0.0.1' });
    const listener = new Listener(seen);
    client.on('data', bytes => listener.take(bytes));
    for (const [from, to] of [[client, upstream], [upstream, client]]) from.on('error', () => to.destroy());
    client.pipe(upstream).pipe(client);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function converse(url, options) {
  const peers = await roomOf(url, 1, options);
  const [host, guest] = peers;
  host.connection.fs.onReadFile(() => ({ content: Buffer.from('read') }));
  await guest.connection.fs.readFile(host.id, 'src/main.ts');
  await guest.connection.chat.sendMessage('hello');
  await host.connection.editor.open(guest.id, 'src/main.ts');
  await guest.connection.room.leave();
  disposeAll(peers);
}

function seedsOf({ head, body, isUpgrade, listener }) {
  const text = head.toString();
  const target = /^\S+ (\S+)/.exec(text)[1];
  seed('head', head);
  seed('target', target);
  for (const [, value] of text.matchAll(/^(?:cookie|origin): (.*)\r$/gim)) seed('fields', value);
  if (isUpgrade) {
    const field = name => new RegExp(`^${name}: (.*)\\r$`, 'im').exec(text)?.[1] ?? '';
    seed('handshake', ['GET', ...['connection', 'upgrade', 'sec-websocket-key', 'sec-websocket-version'].map(field)].join('\n'));
    seed('frames', listener.pending);
  } else if (body.length > 0) {
    seed('body', Buffer.concat([head, body]));
    seed(target.startsWith('/socket.io/') ? 'payload' : 'json', body);
  }
}

async function record() {
  const seen = [];
  const edge = await Edge.start();
  const proxy = await listenIn(edge.ports.http, seen);
  const url = `http://127.0.0.1:${proxy.address().port}`;
  WebSocketTransportProvider.Constructor = WebSocket;
  for (const options of [{}, { transports: [WebSocketTransportProvider] }, { jar: new Map() }]) await converse(url, options);
  await edge.stop();
  proxy.close();
  // One of each kind: the same route in the same form says nothing new.
  const kinds = new Map();
  for (const one of seen) {
    const kind = one.head.toString().replace(/poll\/\w+|sid=\S+|: .*/g, '') + one.body.toString().slice(0, 4);
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  for (const one of kinds.values()) seedsOf(one);
}

function recordGolden() {
  golden('relay', '.hex', text => seed('envelope', Buffer.from(text.replaceAll('\n', ''), 'hex')));
  golden('protocol', '.json', text => seed('json', text.trim()));
  golden('engineio', '.json', text => JSON.parse(text).forEach(({ body }) => seed('payload', body)));
  golden('socketio', '.json', text => JSON.parse(text).forEach(({ text: packet, attachments }) =>
    seed('packet', Buffer.concat([Buffer.from(packet), ...attachments.map(hex => Buffer.from(`\x1eb${Buffer.from(hex, 'hex').toString('latin1')}`, 'latin1'))]))));
}

/** A client's frame; the key masks nothing, so that the fuzzer sees what it changes. */
function frame(opcode, payload, { final = true, reserved = 0, key = [0, 0, 0, 0] } = {}) {
  const bytes = Buffer.from(payload);
  const first = (final ? 0x80 : 0) | (reserved << 4) | opcode;
  const length = bytes.length < 126 ? [0x80 | bytes.length] : [0xfe, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from([first, ...length, ...key]), bytes.map((byte, at) => byte ^ key[at % 4])]);
}

function closeFrame(code, reason = '') {
  return frame(8, Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]));
}

const requestHead = 'POST /api/login/simple HTTP/1.1\r\nHost: edge.example\r\n';
const byHand = {
  head: [
    'GET / HTTP/1.0\r\n\r\n', '\r\nGET //socket.io/?EIO=4 HTTP/1.1\r\nHost: [::1]:1080\r\nOrigin: null\r\n\r\n',
    'GET /a%20b/%7Ec?x=%2f&y HTTP/1.1\r\nhost: a\r\nConnection: close, keep-alive\r\n\r\n', 'GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n', 'GET / HTTP/2.0\r\nHost: a\r\n\r\n',
    'GET / HTTP/1.1\nHost: a\n\n', 'GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n',
  ],
  body: [
    `${requestHead}Content-Length: 5\r\n\r\nhelloGET / HTTP/1.1`, `${requestHead}Content-Length: 50\r\n\r\nhello`,
    `${requestHead}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`, `${requestHead}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET`,
    `${requestHead}Transfer-Encoding: chunked\r\n\r\n5;a="b"\r\nhello\r\n01\r\nx\r\n0;c\r\nA: b\r\nC: d\r\n\r\n`,
    `${requestHead}Transfer-Encoding: chunked\r\n\r\nffffffff\r\nhello`, `${requestHead}Transfer-Encoding: chunked\r\n\r\n5\r\nhello0\r\n\r\n`,
    'PUT /x HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n',
  ],
  target: [
    '/', '/api/login/poll/abcdef?useCookie=true', '/login.html?token=abc&x=%41', '/a//b/./c/../d', '/a%2e%2e/%2e/b', '/%2f%5c%00', '//evil/x',
    '/oct/socket.io/?EIO=4&transport=polling&t=a.b', 'https://ann:word@host/api/session/poll/x#y',
  ],
  json: ['{"user":"Ann","email":"ann@example.org","token":"x"}', '{"apiKey":"0123456789abcdef","user":"Ann"}', '{"user":"\\u202eann"}', '[]', '{"uptime":1.5,"status":"ok","version":"1"}'],
  payload: ['b', 'bAA', 'bAA==\x1e4x', '2probe\x1e', '9', 'bAB\x00D', `4${'x'.repeat(60)}`, `b${'AAAA'.repeat(30)}\x1e2`, `b${'AAAA'.repeat(13)}%%%%`],
  packet: ['51-["message",{"num":0,"_placeholder":true}]\x1eb123', 'T51-["message",{"_pl\x1ebxx', '51-["message",{"_placeholder":true,"num":0}]\x1eBxx',
    '52-/a,7["x"]\x1eb1\x1eb2\x1e0/a,', '5999-["message"]', '2', '0/?x,[]', '41'],
  frames: [
    Buffer.concat([frame(1, 'Hello', { final: false }), frame(9, 'ping'), frame(0, ' World'), frame(2, Buffer.alloc(200, 7)), closeFrame(1000, 'bye')]),
    frame(1, 'κόσμε', { key: [1, 2, 3, 4] }), frame(1, Buffer.from([0xed, 0xa0, 0x80])), frame(1, 'x', { reserved: 4 }), frame(3, ''), frame(0, 'x'),
    frame(9, Buffer.alloc(126)), frame(8, 'x'), closeFrame(1005), closeFrame(4999), frame(2, Buffer.alloc(60, 1)), frame(10, ''),
    Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4, 5]), Buffer.from([0x81, 5, 104, 101, 108, 108, 111]),
    Buffer.concat([frame(2, Buffer.alloc(40), { final: false }), frame(0, Buffer.alloc(40), { final: false }), frame(0, Buffer.alloc(230))]),
  ],
  handshake: [
    'GET\nUpgrade\nwebsocket\ndGhlIHNhbXBsZSBub25jZQ==\n13', 'GET\nkeep-alive, upgrade\nh2c, WebSocket\ndGhlIHNhbXBsZSBub25jZQ==\n 13 ',
    'POST\nUpgrade\nwebsocket\ndGhlIHNhbXBsZSBub25jZQ==\n13', 'GET\nUpgrade\nwebsocket\ndGhlIHNhbXBsZSBub25jZQ\n8', 'GET\nclose\nh2c\n\n',
  ],
  fields: [
    'a=b; oct-jwt=eyJ.e.x; c=d', 'oct-jwt=', 'https://pad.example', 'HTTPS://PAD.example:443/', 'http://[::1]:3000', 'null', '10.0.0.1, 127.0.0.2',
    '[2001:db8::1]:80', '::ffff:10.0.0.1', 'unknown, 127.0.0.1', 'http, https', 'bytes=0-99', 'bytes=-5', 'bytes=5-', 'bytes=0-0,5-6', 'bytes=99999999999999999999-',
  ],
  token: [
    'l', 'r', 'l\0\x05A', 'l\x01\x00B\x00\x00e', 't', 'teyJhbGciOiJub25lIn0.e30.', 'teyJhbGciOiJIUzI1NiIsImtpZCI6ImsxIn0.e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'c{"aud":"login","iat":1790000000,"exp":1790000100,"jti":"j","id":"u","name":"Ann","authProvider":"x"}',
    'c{"aud":"room","iat":1790000000,"exp":1790000100,"jti":"j","room":"r","instance":"i","participant":"p","host":true,"user":{"id":"u","name":"Ann","authProvider":"x","email":null}}',
    'c{}', 'c',
  ],
  settings: [
    'CT_BIND_ADDRESS=127.0.0.1\nCT_HTTP_PORT=0\nCT_HTTPS_PORT=1443', '--http-port=80\n--https=false\nCT_PATH_PREFIX=/oct', 'OCT_API_KEY=ann:S3cretS3cretS3cret,bob:0123456789abcdef',
    'OCT_API_KEY_FILE=S3cretS3cretS3cret', '--api-key-file=ann:S3cretS3cretS3cret\nOCT_JWT_PRIVATE_KEY=S3cretS3cretS3cretS3cretS3cretS3cret',
    'CT_SERVER_URL=https://pad.example:443/oct/\nOCT_CORS_ALLOWED_ORIGINS=https://a, http://b:80\nCT_TRUSTED_PROXIES=10.0.0.0/8, ::1', 'CT_MESSAGE_LIMIT=64k\nCT_MESSAGE_HARD_LIMIT=1M\nCT_REPLAY_TOTAL=1G',
    'CT_HTP_PORT=1\nCT_HTTP_PORT="1080"\nCT_PRIVATE_PORT=\'3001\'', 'OCT_ACTIVATE_SIMPLE_LOGIN=\u201ctrue\u201d\nOCT_LOGIN_PAGE_URL=/x?y\nLOG_LEVEL=debug',
    '--help', '--check-config\n--http-port', '--nonsense=1', 'CT_LOGIN_FIRST_LOCK=500ms\nCT_LOGIN_LONGEST_LOCK=15m\nOCT_LOGIN_SUCCESS_URL=https://u:S3cretS3cretS3cret@h/',
  ],
};

fs.rmSync(path.join(here, 'seeds'), { recursive: true, force: true });
await record();
recordGolden();
for (const [target, list] of Object.entries(byHand)) for (const one of list) seed(target, one);
console.log(numbers);
process.exit(0);

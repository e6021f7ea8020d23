// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// demo.mjs URL: a host shares a file through the server at URL, a guest receives it and every edit.
// Ends with 0 only if the guest has the host's text in the end.

import { webcrypto } from 'node:crypto';
import { ConnectionProvider, initializeProtocol, SocketIoTransportProvider } from 'open-collaboration-protocol';
import { OpenCollaborationYjsProvider } from 'open-collaboration-yjs';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

// The client uses the global object, too, which Node 18 does not have.
globalThis.crypto ??= webcrypto;
initializeProtocol({ cryptoModule: webcrypto });

const fileName = 'hello.md';
const filePath = `demo/${fileName}`;
const firstText = '# Hello\n\nThis file lives in the host\'s memory only.\n';
const edits = ['\nThe host adds a line.\n', 'And another one,\n', 'which the guest sees while it is written.\n'];
const patience = 30_000;

function say(who, text) {
  console.log(`${who.padEnd(6)}  ${text}`);
}

function showFile(text) {
  for (const line of text.trimEnd().split('\n')) console.log(`        | ${line}`);
}

/** `promise`, or an error naming `what` when it takes too long. */
function within(promise, what) {
  let timer;
  const expired = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${patience / 1000} s`)), patience);
  });
  return Promise.race([promise, expired]).finally(() => clearTimeout(timer));
}

/** Sends the name to the form that the server offers, as an IDE does for its user. */
async function fillIn(url, user, token, { providers }) {
  const form = providers.find(({ type, fields }) => type === 'form' && fields.some(field => field.name === 'user'));
  if (!form) throw new Error('the server offers no login by name (OCT_ACTIVATE_SIMPLE_LOGIN=true switches it on)');
  const answer = await fetch(url + form.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, user }),
  });
  if (!answer.ok) throw new Error(`the login was refused: ${await answer.text()}`);
}

/** A client that is logged in as `user`. */
async function logIn(url, who, user) {
  let failure;
  const client = new ConnectionProvider({
    url,
    client: 'codetogether-demo',
    fetch,
    transports: [SocketIoTransportProvider],
    authenticationHandler: (token, metadata) => fillIn(url, user, token, metadata).then(() => true, error => {
      failure = error;
      return false;
    }),
  });
  await within(client.login({}), 'The login').catch(error => { throw failure ?? error; });
  say(who, `is logged in as ${user}`);
  return client;
}

/** A document whose changes travel over `connection`. */
function share(connection) {
  const doc = new Y.Doc();
  const provider = new OpenCollaborationYjsProvider(connection, doc, new Awareness(doc));
  provider.connect();
  return doc.getText(fileName);
}

async function startHost(url) {
  const client = await logIn(url, 'host', 'Hana');
  const { roomId, roomToken } = await within(client.createRoom({}), 'Creating the session');
  const connection = await client.connect(roomToken);
  const self = await within(new Promise(resolve => connection.peer.onInfo((_, info) => resolve(info))), 'The connection');
  say('host', `has opened the session ${roomId}`);

  const workspace = { name: 'demo', folders: ['demo'] };
  connection.peer.onJoinRequest((_, user) => {
    say('host', `lets ${user.name} in`);
    return { workspace };
  });
  connection.room.onJoin((_, guest) => connection.peer.init(guest.id, {
    protocol: '0.3.1', host: self, guests: [guest], permissions: { readonly: false }, capabilities: {}, workspace,
  }));
  const text = share(connection);
  text.insert(0, firstText);
  connection.fs.onReadFile((_, path) => {
    if (path !== filePath) throw new Error(`there is no file ${path}`);
    return { content: new TextEncoder().encode(text.toString()) };
  });
  return { connection, roomId, text };
}

async function startGuest(url, roomId) {
  const client = await logIn(url, 'guest', 'Gus');
  const room = await within(client.joinRoom({ roomId, reporter: info => say('guest', `is told: ${info.message}`) }), 'Joining');
  const connection = await client.connect(room.roomToken, room.host);
  connection.peer.onInfo(() => {});
  await within(new Promise(resolve => connection.peer.onInit(resolve)), 'The host\'s welcome');
  say('guest', `is in ${room.host.name}'s workspace "${room.workspace.name}"`);
  return { connection, host: room.host };
}

async function receiveFile({ connection, host }) {
  const { content } = await within(connection.fs.readFile(host.id, filePath), 'Reading the file');
  say('guest', `reads ${filePath} from the host (${content.length} bytes):`);
  const received = new TextDecoder().decode(content);
  showFile(received);
  return received;
}

/** Calls `check` at each change of the guest's text, until it gives true. */
function whenGuestHas(text, check, what) {
  return within(new Promise(resolve => {
    const look = () => {
      if (!check(text.toString())) return;
      text.unobserve(look);
      resolve();
    };
    text.observe(look);
    look();
  }), what);
}

async function showEdits(host, guest) {
  const text = share(guest.connection);
  await whenGuestHas(text, now => now === host.text.toString(), 'The shared document');
  text.observe(event => {
    for (const { insert } of event.changes.delta) if (insert) say('guest', `sees an edit: ${JSON.stringify(insert)}`);
  });
  for (const edit of edits) {
    say('host', `types ${JSON.stringify(edit)}`);
    host.text.insert(host.text.length, edit);
    await whenGuestHas(text, now => now.endsWith(edit), 'The edit');
  }
  return text.toString();
}

async function run(url) {
  const host = await startHost(url);
  const guest = await startGuest(url, host.roomId);
  const received = await receiveFile(guest);
  const edited = await showEdits(host, guest);
  say('guest', `has in the end:`);
  showFile(edited);
  const closed = within(new Promise(resolve => guest.connection.room.onClose(resolve)), 'The end of the session');
  await host.connection.room.leave();
  await closed;
  say('guest', 'is told that the host has closed the session');
  return received === firstText && edited === firstText + edits.join('');
}

const [url] = process.argv.slice(2);
if (!url) {
  console.error('usage: node demo.mjs URL');
  process.exit(64);
}
run(url.replace(/\/+$/, '')).then(isRight => {
  console.log(isRight ? 'The guest has the host\'s text: everything went through the server.' : 'THE GUEST HAS ANOTHER TEXT THAN THE HOST.');
  process.exit(isRight ? 0 : 1);
}, error => {
  console.error(`The demo failed: ${error.message}`);
  process.exit(1);
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server says last arrives, also at a client that is talking itself: a connection closed
// with unread input is reset, and its last words are lost.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { loginToken } from './support/login.mjs';
import { envelope, rawGuest, rawHost } from './support/raw.mjs';
import { kinds } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

const rooms = 20;
let edge;
let token;

/** Talks without a pause until its connection ends. */
function chatter(peer, target) {
  const padding = Buffer.alloc(20_000);
  const timer = setInterval(() => {
    for (let index = 0; index < 5; ++index) peer.send(envelope.notification(target, { index, padding }));
  }, 1);
  peer.socket.on('disconnect', () => clearInterval(timer));
}

describe('the last words', () => {
  before(async () => {
    edge = await Edge.start({ CT_SESSION_ROOMS_PER_USER: '1000' });
    token = await loginToken(edge.url);
  });
  after(() => edge?.stop());

  for (const kind of kinds) {
    it(`reach a guest that is talking, over ${kind}`, async () => {
      for (let times = 0; times < rooms; ++times) {
        const host = await rawHost(edge.url, { token, kind });
        const guest = await rawGuest(edge.url, host.roomId, { token, kind });
        chatter(guest, host.id);
        await until(() => host.ofKind('notification').length > times % 7, { what: 'the talk' });
        host.send(envelope.leave());
        await until(() => guest.disconnects.length, { what: 'the end' });
        assert.equal(guest.ofMethod('room/closed').length, 1, `room ${times}`);
        assert.deepEqual(guest.disconnects, ['io server disconnect']);
        guest.close();
        host.close();
      }
    });
  }
});

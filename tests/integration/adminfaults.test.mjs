// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The admin API where things go wrong: a database that refuses, two at once, names of files that are none.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AdminClient, base, settings, signedIn } from './support/adminapi.mjs';
import { temporaryCredentials } from './support/basic.mjs';
import { Edge } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { rawHost } from './support/raw.mjs';
import { rows } from './support/records.mjs';

const kind = 'websocket';

describe('a change whose audit entry the database refuses', () => {
  it('is not made, whatever it is', async () => {
    const edge = await Edge.start(settings);
    const client = await signedIn(edge);
    const host = await rawHost(edge.url, { kind });
    const { token } = await client.ask('makeToken', {}, { body: { name: 'stays', days: 1 } });
    rows(edge.stateDir, "CREATE TRIGGER no_admins BEFORE INSERT ON audit WHEN NEW.kind LIKE 'admin.%' BEGIN SELECT RAISE(ABORT, 'not today'); END");
    for (const [id, values, options] of [
      ['endSession', { session: host.roomId }],
      ['makeToken', {}, { body: { name: 'another', days: 1 } }],
      ['revokeToken', { token: token.id }],
      ['reloadConfiguration'],
    ]) {
      const { status, body } = await client.call(id, values, options);
      assert.equal(status, 500, id);
      assert.match(JSON.parse(body).detail, /Nothing was changed.*audit/, id);
      assert.ok(!body.includes('not today') && !body.includes(edge.stateDir), body);
    }
    assert.deepEqual(host.disconnects, []);
    assert.deepEqual((await client.ask('listSessions')).sessions.map(session => session.id), [host.roomId]);
    assert.deepEqual((await client.ask('listTokens')).tokens.map(one => one.name), ['stays']);
    assert.match(edge.log('server.log'), /A record was refused by the database.*not today/);
    rows(edge.stateDir, 'DROP TRIGGER no_admins');
    assert.equal((await client.call('endSession', { session: host.roomId })).status, 204);
    host.close();
    await edge.stop();
  });
});

describe('credentials that two change at once', () => {
  it('are those of one of them, and the other is told', async () => {
    const edge = await Edge.start();
    const first = temporaryCredentials(edge.log('server.log'));
    const client = new AdminClient(edge.url);
    await client.signIn(first.user, first.password);
    const { headers: { etag } } = await client.call('getCredentials');
    const answers = await Promise.all(['one', 'two'].map(user =>
      client.call('setCredentials', {}, { body: { user, password: 'correct horse' }, headers: { 'if-match': etag } })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    await edge.stop();
  });
});

describe('the logs by the admin API', () => {
  let edge;
  let client;
  before(async () => {
    edge = await Edge.start(settings);
    client = await signedIn(edge);
  });
  after(() => edge?.stop());

  it('are the only files that are read', async () => {
    fs.symlinkSync('/etc/hostname', path.join(edge.logDir, 'link.log'));
    for (const log of ['none.log', 'link.log', '..', '../edge.sqlite', 'edge.sqlite', 'server.log/..', '/etc/passwd', 'server.log\0', '.log', '']) {
      for (const id of ['readLog', 'downloadLog']) {
        const status = (await send(edge.url, 'GET', `${base}/logs/${encodeURIComponent(log)}${id === 'readLog' ? '' : '/file'}`, { headers: { cookie: client.cookie } })).status;
        assert.ok([400, 403, 404].includes(status), `${id} ${log}: ${status}`);
      }
    }
    for (const query of [{ from: '-1' }, { from: 'x' }, { limit: 0 }, { limit: 1001 }]) {
      assert.equal((await client.call('readLog', { log: 'server.log' }, { query })).status, 400);
    }
  });
});

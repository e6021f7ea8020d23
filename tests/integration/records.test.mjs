// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is kept of sessions, and that nothing of it is lost when the server or its disk fails.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { disposeAll, joinRoom, roomOf } from './support/client.mjs';
import { Edge, runToEnd, temporaryFolder } from './support/edge.mjs';
import { postJson, send } from './support/http.mjs';
import { setKeyPool } from './support/keys.mjs';
import { valueOf } from './support/prometheus.mjs';
import { onSmallDisk, rows, rowsIfAny } from './support/records.mjs';
import { pause, until } from './support/wait.mjs';

const sessionsOf = edge => rowsIfAny(edge.stateDir, 'SELECT * FROM sessions');
const auditOf = (edge, room) =>
  rowsIfAny(edge.stateDir, `SELECT kind, actor FROM audit WHERE subject = '${room}' ORDER BY entry`).map(row => `${row.kind} ${row.actor}`);

before(() => setKeyPool(4));

describe('the records', () => {
  let edge;
  before(async () => (edge = await Edge.start({ CT_SEAT_GRACE: '1' })));
  after(() => edge?.stop());

  it('keep who was in a session, from when to when', async () => {
    const begun = Date.now();
    const [host, first, second] = await roomOf(edge.url, 2);
    await first.connection.room.leave();
    await until(() => host.left.length === 1);
    await host.connection.room.leave();
    const id = host.room.roomId;
    const [session] = await until(() => {
      const found = rowsIfAny(edge.stateDir, `SELECT * FROM sessions WHERE session = '${id}' AND ended_ms IS NOT NULL`);
      return found.length && found;
    });
    assert.equal(session.host_user, 'Hana Host');
    assert.equal(session.host_provider, 'Unverified');
    assert.equal(session.most_participants, 3);
    assert.ok(session.started_ms >= begun && session.ended_ms >= session.started_ms && session.ended_ms <= Date.now());
    const people = rows(edge.stateDir, `SELECT * FROM participations WHERE session = '${id}' ORDER BY joined_ms`);
    assert.deepEqual(people.map(row => row.user_name), ['Hana Host', 'Guest 0', 'Guest 1']);
    assert.deepEqual(people.map(row => row.is_host), [1, 0, 0]);
    for (const row of people) {
      assert.equal(row.address, '127.0.0.1');
      assert.equal(row.client, 'OCT_CODE_tests@1.0');
      assert.ok(row.left_ms >= row.joined_ms);
    }
    assert.deepEqual(auditOf(edge, id), ['session.created Hana Host', 'session.joined Guest 0', 'session.joined Guest 1',
      'session.left Guest 0', 'session.ended Hana Host']);
    disposeAll([host, first, second]);
  });

  it('keep who was refused and which logins were locked', async () => {
    const strict = await Edge.start({ OCT_API_KEY: 'ann:0123456789abcdef', CT_LOGIN_FAILURES_TO_LOCK: '2' });
    for (let round = 0; round < 3; ++round) {
      const { pollToken } = await (await send(strict.url, 'POST', '/api/login/initial')).json();
      await postJson(strict.url, '/api/login/apikey', { token: pollToken, apiKey: 'wrong wrong wrong' });
    }
    const [lock] = await until(() => {
      const found = rowsIfAny(strict.stateDir, 'SELECT * FROM audit WHERE kind = \'login.locked\'');
      return found.length && found;
    });
    assert.equal(lock.address, '127.0.0.1');
    assert.doesNotMatch(JSON.stringify(lock), /wrong/);
    await strict.stop();
  });

  it('are not touched by a program that is older than they are', async () => {
    const stateDir = temporaryFolder();
    await (await Edge.start({}, { stateDir })).stop();
    rows(stateDir, 'INSERT INTO schema_versions VALUES (9999, 1)');
    const ended = await runToEnd({ CT_STATE_DIR: stateDir, CT_HTTP_PORT: '0', CT_HTTPS_PORT: '0', CT_PRIVATE_PORT: '0' });
    assert.equal(ended.code, 69, ended.output);
    assert.match(ended.output, /edge\.sqlite was written by a newer version .*schema 9999/);
    fs.rmSync(stateDir, { recursive: true });
  });
});

describe('a server that is killed', () => {
  // Commits come in groups; what is younger than this at the kill may or may not be there.
  const commitTime = 500;

  it('has kept every event that was older than a commit takes, and once only', async () => {
    const stateDir = temporaryFolder();
    for (let round = 0; round < 3; ++round) await trafficUntilKilled(stateDir, round);
    const edge = await Edge.start({}, { stateDir });
    const open = rows(stateDir, 'SELECT * FROM sessions WHERE ended_ms IS NULL');
    assert.deepEqual(open, []);
    assert.deepEqual(rows(stateDir, 'SELECT * FROM participations WHERE left_ms IS NULL'), []);
    assert.deepEqual(rows(stateDir, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
    assert.doesNotMatch(edge.output, /does not fit the one before/);
    await edge.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  async function trafficUntilKilled(stateDir, round) {
    const edge = await Edge.start({}, { stateDir });
    const program = fileURLToPath(new URL('support/traffic.mjs', import.meta.url));
    const traffic = spawn(process.execPath, [program, edge.url, round], { stdio: ['ignore', 'pipe', 'inherit'] });
    let ledger = '';
    traffic.stdout.on('data', data => (ledger += data));
    await until(() => ledger.split('\n').length > 20, { timeout: 60_000, what: 'traffic' });
    await pause(commitTime + 150 * round);
    const killed = Date.now();
    edge.signal('SIGKILL');
    await edge.ended;
    traffic.kill('SIGKILL');
    await once(traffic, 'close');
    compare(stateDir, ledger.trim().split('\n').map(line => JSON.parse(line)), killed - commitTime);
  }

  function compare(stateDir, ledger, certain) {
    const times = new Map();
    const sql = 'SELECT subject, kind, actor, COUNT(*) AS times FROM audit WHERE length(subject) > 0 GROUP BY subject, kind, actor';
    for (const row of rows(stateDir, sql)) times.set(`${row.subject} ${row.kind} ${row.actor}`, row.times);
    const due = ledger.filter(entry => entry.at < certain);
    assert.ok(due.length >= 8, `only ${due.length} events happened`);
    for (const entry of due) assert.equal(times.get(`${entry.room} ${entry.kind} ${entry.actor}`), 1, JSON.stringify(entry));
    assert.ok([...times.values()].every(count => count === 1));
  }
});

describe('a full disk', () => {
  it('stops no session, is said once, and costs no record that found room to wait', async () => {
    const folder = temporaryFolder();
    const logs = temporaryFolder();
    const edge = await Edge.start({ CT_LOG_DIR: logs, CT_STATE_DIR: folder, CT_PROMETHEUS_ENABLED: 'true' },
      { stateDir: folder, wrapper: onSmallDisk(folder, '2m') });
    const filler = path.join(edge.stateDir, 'filler');
    fillUp(filler);
    const [host, guest] = await roomOf(edge.url, 1);
    const degraded = await until(async () => (await healthOf(edge.privateUrl)).degraded, { what: 'degraded health' });
    assert.match(degraded, /edge\.sqlite/);
    assert.ok(await figureOf(edge, 'failures_total') > 0);
    await until(async () => await figureOf(edge, 'records_waiting') > 0, { what: 'records that wait' });
    const open = await healthOf(edge.url);
    assert.equal(open.status, 'ok');
    assert.equal(open.degraded, undefined);
    const second = await joinRoom(edge.url, host.room.roomId, { user: 'Late Guest' });
    await until(() => host.joined.length === 2);

    fs.rmSync(filler);
    await until(async () => !(await healthOf(edge.privateUrl)).degraded, { timeout: 40_000, what: 'recovery' });
    const expected = ['session.created Hana Host', 'session.joined Guest 0', 'session.joined Late Guest'];
    assert.deepEqual(auditOf(edge, host.room.roomId), expected);
    assert.equal(edge.log('server.log').match(/Records can't be written/g).length, 1);
    assert.equal(edge.log('server.log').match(/Records are being written again/g).length, 1);
    assert.equal(sessionsOf(edge).length, 1);
    assert.deepEqual(rowsIfAny(edge.stateDir, 'SELECT name, SUM(value) AS value FROM totals GROUP BY name'), [{ name: 'sessions.hosted', value: 1 }]);
    await until(async () => await figureOf(edge, 'records_waiting') === 0, { what: 'no record that waits' });
    assert.ok(await figureOf(edge, 'records_total{result="written"}') >= 4);
    assert.equal(await figureOf(edge, 'records_total{result="dropped"}'), 0);
    disposeAll([host, guest, second]);
    await edge.stop();
    for (const path of [folder, logs]) fs.rmSync(path, { recursive: true });
  });

  /** Leaves not one byte. */
  function fillUp(file) {
    const descriptor = fs.openSync(file, 'w');
    for (const size of [65_536, 4_096, 1]) {
      try {
        for (;;) fs.writeSync(descriptor, Buffer.alloc(size, 1));
      } catch (error) {
        assert.equal(error.code, 'ENOSPC');
      }
    }
    fs.closeSync(descriptor);
  }

  async function figureOf({ url }, series) {
    return valueOf((await send(url, 'GET', '/metrics')).body, `codetogether_store_${series}`);
  }

  async function healthOf(url) {
    return (await send(url, 'GET', '/ct-health/ready')).json();
  }
});

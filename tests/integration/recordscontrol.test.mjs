// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The audit and the dashboard's credentials in the hands of whoever runs the server.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { base } from './support/adminapi.mjs';
import { getAs } from './support/basic.mjs';
import { askCtl, ctl, ctlOf, sendControl } from './support/control.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { envelope, rawHost } from './support/raw.mjs';
import { rows } from './support/records.mjs';
import { until } from './support/wait.mjs';

const sqlite = (stateDir, sql) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', path.join(stateDir, 'edge.sqlite'), sql]);

describe('codetogether-ctl audit', () => {
  let edge;
  let room;
  before(async () => {
    edge = await Edge.start();
    const host = await rawHost(edge.url, { kind: 'websocket' });
    room = host.roomId;
    host.send(envelope.leave());
    host.close();
    await until(async () => (await askCtl(edge, ['audit', 'show', '--kind=session.ended'])).entries.length === 1);
  });
  after(() => edge?.stop());

  it('shows entries, the newest first', async () => {
    const { entries } = await askCtl(edge, ['audit']);
    assert.deepEqual(entries.map(({ kind }) => kind), ['session.ended', 'session.created', 'server.started']);
    assert.deepEqual(entries.map(({ entry }) => entry), [3, 2, 1]);
    assert.ok(Math.abs(entries[0].at - Date.now()) < 60_000);
    const { output } = await ctlOf(edge, ['audit', 'show']);
    assert.match(output, new RegExp(`^3  \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z  session\\.ended  Hana Host  .*${room}`, 'm'));
  });

  it('filters them', async () => {
    const kindsOf = async (...flags) => (await askCtl(edge, ['audit', 'show', ...flags])).entries.map(({ kind }) => kind);
    assert.deepEqual(await kindsOf('--kind=session'), ['session.ended', 'session.created']);
    assert.deepEqual(await kindsOf('--kind=session_'), []);
    assert.deepEqual(await kindsOf('--kind', 'session.created'), ['session.created']);
    assert.deepEqual(await kindsOf('--subject', room), ['session.ended', 'session.created']);
    assert.deepEqual(await kindsOf('--actor=Hana Host', '--limit=1'), ['session.ended']);
    assert.deepEqual(await kindsOf('--actor=Hana & Co%'), []);
    assert.deepEqual(await kindsOf('--since=1h', '--limit=2'), ['session.ended', 'session.created']);
    assert.deepEqual(await kindsOf('--until=1h'), []);
    assert.deepEqual(await kindsOf('--until=2020-01-31'), []);
    assert.equal((await kindsOf('--since=2020-01-31T12:00')).length, 3);
    assert.equal((await ctlOf(edge, ['audit', 'show', '--since=yesterday'])).code, 64);
    for (const query of ['limit=1001', 'limit=x', 'since=-1', 'before=1e3'])
      assert.equal((await sendControl(edge, 'GET', `${base}/audit?${query}`)).status, 400, query);
    const page = await (await sendControl(edge, 'GET', `${base}/audit?before=3&limit=1`)).json();
    assert.deepEqual(page.entries.map(({ entry }) => entry), [2]);
  });

  it('verifies the chain of all entries', async () => {
    assert.deepEqual(await askCtl(edge, ['audit', 'verify']), { sound: true, checked: 3, fault: '' });
    const { code, output } = await ctlOf(edge, ['audit', 'verify']);
    assert.equal(code, 0);
    assert.match(output, /sound: 3 entries/);
  });

  for (const [what, sql, said] of [
    ['a changed entry', "UPDATE audit SET actor = 'Nobody' WHERE entry = 2", /Entry 2 does not fit the one before it \(1\)/],
    ['a removed entry', 'DELETE FROM audit WHERE entry = 2', /Entry 3 does not fit the one before it \(1\)/],
    ['a removed beginning', 'DELETE FROM audit WHERE entry = 1', /Entry 2 does not fit/],
    ['a removed end', 'DELETE FROM audit WHERE entry = 3', /Entry 4 does not fit the one before it \(2\)/],
    ['no entries at all', 'DELETE FROM audit', /Entry 4 does not fit the one before it \(0\)/],
  ]) {
    it(`finds ${what}`, async () => {
      const stateDir = temporaryFolder();
      fs.copyFileSync(path.join(edge.stateDir, 'edge.sqlite'), path.join(stateDir, 'edge.sqlite'));
      fs.copyFileSync(path.join(edge.stateDir, 'edge.sqlite-wal'), path.join(stateDir, 'edge.sqlite-wal'));
      sqlite(stateDir, `DROP TRIGGER audit_rows_stay; DROP TRIGGER audit_rows_are_final; ${sql}`);
      const forged = await Edge.start({}, { stateDir });
      try {
        const { code, output } = await ctlOf(forged, ['audit', 'verify']);
        assert.equal(code, 65);
        assert.match(output, /NOT sound/);
        assert.match(output, said);
        assert.equal((await ctlOf(forged, ['audit', 'verify', '--json'])).code, 65);
      } finally {
        await forged.stop();
        fs.rmSync(stateDir, { recursive: true });
      }
    });
  }
});

describe('codetogether-ctl audit', () => {
  it('finds an end that is removed while the server runs', async () => {
    const edge = await Edge.start();
    try {
      await until(() => rows(edge.stateDir, 'SELECT * FROM audit').length === 1);
      sqlite(edge.stateDir, 'DROP TRIGGER audit_rows_stay; DELETE FROM audit');
      const { code, output } = await ctlOf(edge, ['audit', 'verify']);
      assert.equal(code, 65);
      assert.match(output, /The chain ends with entry 0, but there was an entry 1/);
    } finally {
      await edge.stop();
    }
  });
});

describe('codetogether-ctl credentials', () => {
  let stateDir;
  let edge;
  before(() => (stateDir = temporaryFolder()));
  after(async () => {
    await edge?.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  const start = async settings => {
    await edge?.stop();
    edge = await Edge.start(settings, { stateDir });
  };
  const opens = async (user, password) => (await getAs(edge.url, '/dashboard/state.json', user, password)).status === 200;
  const passwordOf = text => /^password: (\S+)$/m.exec(text)[1];

  it('sets a user and a password, which count at once and are kept as a hash', async () => {
    await start();
    const { code, output, complaint } = await ctlOf(edge, ['credentials', 'set', '--user=root'], { input: 'correct horse\n' });
    assert.equal(code, 0, complaint);
    assert.match(output, /Dashboard and logs open for root from now on/);
    assert.ok(await opens('root', 'correct horse'));
    assert.ok(!await opens('ctuser', 'correct horse'));
    const [kept] = rows(stateDir, 'SELECT account, hash FROM credentials');
    assert.equal(kept.account, 'root');
    assert.match(kept.hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const [entry] = (await askCtl(edge, ['audit', '--kind=credentials'])).entries;
    assert.deepEqual([entry.kind, entry.actor, entry.subject, entry.detail], ['credentials.set', 'local operator', 'dashboard', 'user ctuser → root']);
    await start();
    assert.ok(await opens('root', 'correct horse'), 'after a restart');
    assert.doesNotMatch(edge.log('server.log'), /correct horse/);
  });

  it('refuses what is no password', async () => {
    for (const [flags, input] of [[[], 'short\n'], [[], ''], [['--user=a:b'], 'long enough\n'], [['--user=a\tb'], 'long enough\n']])
      assert.equal((await ctlOf(edge, ['credentials', 'set', ...flags], { input })).code, 64);
    for (const body of ['{"user":"x","password":"short"}', '{"user":"x"}']) {
      const { status } = await sendControl(edge, 'PUT', `${base}/credentials`, { body });
      assert.ok([400, 422].includes(status), `${body}: ${status}`);
    }
    assert.ok(await opens('root', 'correct horse'));
  });

  it('resets a lost password', async () => {
    const { code, output } = await ctlOf(edge, ['credentials', 'reset']);
    assert.equal(code, 0);
    const password = passwordOf(output);
    assert.match(password, /^[A-Za-z0-9]{24}$/);
    assert.ok(await opens('ctuser', password));
    assert.ok(!await opens('root', 'correct horse'));
    assert.equal(rows(stateDir, 'SELECT * FROM credentials').length, 1);
  });

  it('says so where the environment sets them, and stores nothing', async () => {
    await start({ CT_DASHBOARD_USER: 'boss', CT_DASHBOARD_PASSWORD: 'from the environment' });
    const { code, complaint } = await ctlOf(edge, ['credentials', 'set'], { input: 'another password\n' });
    assert.notEqual(code, 0);
    assert.match(complaint, /managed by the settings. Change CT_DASHBOARD_USER and CT_DASHBOARD_PASSWORD/);
    assert.ok(await opens('boss', 'from the environment'));
    assert.ok(!await opens('ctuser', 'another password'));
  });

  it('resets it while no server runs, too', async () => {
    await edge.stop();
    const { code, output, complaint } = await ctl([`--state-dir=${stateDir}`, 'credentials', 'reset', '--user=late', '--json']);
    assert.equal(code, 0, complaint);
    assert.deepEqual(JSON.parse(output), { user: 'late', source: 'stored', managedByEnvironment: false, revision: 0 });
    await start();
    assert.ok(await opens('late', passwordOf(complaint)));
    assert.equal((await askCtl(edge, ['audit', '--kind=credentials', '--limit=1'])).entries[0].detail, 'user late');
    assert.equal((await askCtl(edge, ['audit', 'verify'])).sound, true);
    assert.equal((await ctl(['--state-dir=/nonexistent', 'credentials', 'reset'])).code, 69);
  });
});

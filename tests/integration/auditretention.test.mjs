// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// D-06: audit entries that are too old are purged, and what remains of the chain still tells whether anybody has been at it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settings as administrator, signedIn } from './support/adminapi.mjs';
import { askCtl, ctlOf } from './support/control.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { rows } from './support/records.mjs';
import { until } from './support/wait.mjs';
import { secret, Webhook } from './support/webhook.mjs';

const day = 86_400_000;
const file = stateDir => path.join(stateDir, 'edge.sqlite');
const sqlite = (stateDir, sql) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', file(stateDir)], { input: sql });
const numbers = stateDir => rows(stateDir, 'SELECT entry FROM audit ORDER BY entry').map(row => row.entry);
const withoutTriggers = (stateDir, sql) => {
  const triggers = rows(stateDir, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'");
  assert.equal(triggers.length, 5);
  sqlite(stateDir, `BEGIN; ${triggers.map(({ name }) => `DROP TRIGGER ${name};`).join(' ')} ${sql}; ${triggers.map(trigger => `${trigger.sql};`).join('\n')} COMMIT;`);
};

/** The database of a server that has run for long: `count` entries, the first `days` ago, the last an hour later, and one of
 * today. */
async function longRun(count, days) {
  const stateDir = temporaryFolder();
  await (await Edge.start({}, { stateDir })).stop();
  const begin = Date.now() - days * day;
  let hash = '';
  const values = Array.from({ length: count + 1 }, (_, number) => {
    const at = number < count ? begin + Math.floor(number * 3_600_000 / count) : Date.now();
    const fields = ['longago', String(number + 1), String(at), 'session.created', 'Hana', '127.0.0.1', `room-${number}`, ''];
    hash = createHash('sha256').update(`${hash}\n${JSON.stringify(fields)}`).digest('hex');
    return `(${number + 1}, 'longago', ${fields[1]}, ${fields[2]}, ${fields.slice(3).map(field => `'${field}'`).join(', ')}, '${hash}')`;
  });
  withoutTriggers(stateDir, `DELETE FROM audit; INSERT INTO audit (entry, boot, sequence, at_ms, kind, actor, address, subject, detail, hash) VALUES ${values.join(',\n')};
    UPDATE sqlite_sequence SET seq = ${count + 1} WHERE name = 'audit'`);
  return stateDir;
}

describe('retention of the audit', () => {
  let stateDir;
  let edge;
  before(async () => {
    stateDir = await longRun(2_500, 40);
    edge = await Edge.start({ ...administrator, CT_AUDIT_RETENTION_DAYS: '30' }, { stateDir });
  });
  after(async () => {
    await edge?.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('purges what is too old, and tells of it', async () => {
    await until(() => edge.log('server.log').includes('INFO 2500 audit entries older than 30 days were purged (CT_AUDIT_RETENTION_DAYS)'));
    assert.ok(numbers(stateDir)[0] > 2_500);
    const purges = rows(stateDir, "SELECT * FROM audit WHERE kind = 'audit.purged' ORDER BY entry");
    assert.deepEqual(purges.map(row => row.subject), ['1-1000', '1001-2000', '2001-2500']);
    for (const { actor, detail } of purges) {
      assert.equal(actor, '');
      assert.match(detail, /^(1000|500) entries older than 30 days are gone; what follows fits the hash [0-9a-f]{64}$/);
    }
  });

  it('leaves a chain that is sound, and says where it begins', async () => {
    const { sound, checked, fault, purged } = await askCtl(edge, ['audit', 'verify']);
    assert.deepEqual([sound, checked, fault], [true, numbers(stateDir).length, '']);
    assert.deepEqual([purged.upTo, purged.entries], [2_500, 2_500]);
    assert.ok(Math.abs(Date.now() - purged.at) < 60_000);
    const { output } = await ctlOf(edge, ['audit', 'verify']);
    assert.match(output, /^The audit is sound: \d+ entries, each fits the one before; it begins behind entry 2500; 2500 older ones were purged, the last on \d{4}-\d\d-\d\dT/);
    assert.match((await ctlOf(edge, ['audit', 'show'])).output, /\nThe audit does not go back further: it begins behind entry 2500; /);
  });

  it('shows and exports what is there, page by page', async () => {
    const client = await signedIn(edge);
    const found = [];
    let before;
    do {
      const page = await client.ask('listAudit', {}, { query: { limit: 2, ...(before ? { before } : {}) } });
      assert.equal(page.purged.upTo, 2_500);
      found.push(...page.entries.map(({ entry }) => entry));
      before = page.next;
    } while (before);
    assert.deepEqual(found.reverse(), numbers(stateDir));
    const { headers, body } = await client.call('exportAudit', {}, { query: { format: 'ndjson' } });
    assert.equal(JSON.parse(headers['x-audit-purged']).entries, 2_500);
    assert.equal(body.trim().split('\n').length, numbers(stateDir).length);
    assert.equal((await client.ask('verifyAudit')).purged.upTo, 2_500);
  });

  it('lets nobody else delete', async () => {
    const [oldest] = numbers(stateDir);
    assert.throws(() => sqlite(stateDir, `DELETE FROM audit WHERE entry = ${oldest};`), /never deleted but by a purge/);
    assert.throws(() => sqlite(stateDir, `UPDATE audit_anchor SET last_entry = ${oldest}, hash = (SELECT hash FROM audit WHERE entry = ${oldest});`), /where a purge that it tells of has left it/);
    assert.equal(numbers(stateDir)[0], oldest);
  });

  for (const [what, sql, said] of [
    ['a changed entry', "UPDATE audit SET subject = subject || 'x' WHERE entry = 2502", /Entry 2502 does not fit the one before it \(2501\)/],
    ['a removed beginning', 'DELETE FROM audit WHERE entry = 2501', /Entry 2502 does not fit the one before it \(2500\)/],
    ['a removed beginning, with its anchor', 'UPDATE audit_anchor SET last_entry = 2501, hash = (SELECT hash FROM audit WHERE entry = 2501); DELETE FROM audit WHERE entry = 2501',
      /The chain begins behind entry 2501, but no entry tells of a purge up to there/],
    ['a removed entry', 'DELETE FROM audit WHERE entry = 2502', /Entry 2503 does not fit the one before it \(2501\)/],
  ]) {
    it(`finds ${what}`, async () => {
      const copy = temporaryFolder();
      for (const name of ['edge.sqlite', 'edge.sqlite-wal']) fs.copyFileSync(path.join(edge.stateDir, name), path.join(copy, name));
      withoutTriggers(copy, sql);
      const forged = await Edge.start({}, { stateDir: copy });
      try {
        const { code, output } = await ctlOf(forged, ['audit', 'verify']);
        assert.equal(code, 65);
        assert.match(output, said);
      } finally {
        await forged.stop();
        fs.rmSync(copy, { recursive: true });
      }
    });
  }

  it('finds a flipped byte in the file', async () => {
    const copy = temporaryFolder();
    fs.copyFileSync(path.join(edge.stateDir, 'edge.sqlite'), path.join(copy, 'edge.sqlite'));
    fs.copyFileSync(path.join(edge.stateDir, 'edge.sqlite-wal'), path.join(copy, 'edge.sqlite-wal'));
    sqlite(copy, 'PRAGMA wal_checkpoint(TRUNCATE);');
    const bytes = fs.readFileSync(file(copy));
    const at = bytes.lastIndexOf('entries older than 30 days are gone');
    assert.ok(at > 0);
    bytes[at] ^= 1;
    fs.writeFileSync(file(copy), bytes);
    const forged = await Edge.start({}, { stateDir: copy });
    try {
      assert.equal((await ctlOf(forged, ['audit', 'verify'])).code, 65);
    } finally {
      await forged.stop();
      fs.rmSync(copy, { recursive: true });
    }
  });

  it('goes on after a restart', async () => {
    await edge.stop();
    edge = await Edge.start({ ...administrator, CT_AUDIT_RETENTION_DAYS: '30' }, { stateDir });
    assert.equal((await askCtl(edge, ['audit', 'verify'])).sound, true);
    assert.doesNotMatch(edge.log('server.log'), /does not fit/);
  });
});

describe('retention of the audit', () => {
  it('keeps all for ever unless it is set', async () => {
    const stateDir = await longRun(3, 4_000);
    const edge = await Edge.start({}, { stateDir });
    await until(() => numbers(stateDir).length >= 5);
    assert.deepEqual(numbers(stateDir).slice(0, 5), [1, 2, 3, 4, 5]);
    assert.deepEqual(await askCtl(edge, ['audit', 'verify']), { sound: true, checked: 5, fault: '' });
    await edge.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('takes nothing that a receiver does not have', async () => {
    const stateDir = await longRun(150, 40);
    const webhook = await Webhook.start();
    webhook.mode = 503;
    const edge = await Edge.start({ ...administrator, CT_AUDIT_RETENTION_DAYS: '30', CT_AUDIT_WEBHOOK_URL: webhook.url, CT_AUDIT_WEBHOOK_SECRET: secret, CT_AUDIT_CA: webhook.certificate }, { stateDir });
    await until(() => webhook.requests.length >= 2);
    assert.equal(numbers(stateDir).filter(entry => entry <= 150).length, 150);
    webhook.mode = 'take';
    await until(() => numbers(stateDir)[0] > 150, { timeout: 60_000 });
    assert.deepEqual(webhook.entries.map(({ entry }) => entry).slice(0, 150), Array.from({ length: 150 }, (_, number) => number + 1));
    assert.equal((await askCtl(edge, ['audit', 'verify'])).sound, true);
    await edge.stop();
    await webhook.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('purges nothing that somebody has changed, and says so', async () => {
    const stateDir = temporaryFolder();
    await (await Edge.start({}, { stateDir })).stop();
    const there = numbers(stateDir);
    withoutTriggers(stateDir, "UPDATE audit SET at_ms = 0, subject = 'another' WHERE entry = 1");
    const edge = await Edge.start({ ...administrator, CT_AUDIT_RETENTION_DAYS: '30' }, { stateDir });
    const client = await signedIn(edge);
    const part = await until(async () => (await client.ask('getHealth')).parts.find(one => one.name === 'audit-retention' && !one.good));
    assert.match(part.detail, /^Entry 1 does not fit the one before it \(0\)/);
    assert.deepEqual(numbers(stateDir).slice(0, there.length), there);
    const verified = await ctlOf(edge, ['audit', 'verify']);
    assert.equal(verified.code, 65);
    assert.match(verified.output, /Entry 1 does not fit/);
    assert.match(edge.log('server.log'), /WARN No audit entry is purged, though some are older than 30 days \(CT_AUDIT_RETENTION_DAYS\): Entry 1 does not fit/);
    await edge.stop();
    fs.rmSync(stateDir, { recursive: true });
  });
});

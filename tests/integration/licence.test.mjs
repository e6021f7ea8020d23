// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Licences and the limit they set, against a server that was built with the public key of this
// build's tests: its states, its seats, and what real clients are told.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { AdminClient } from './support/adminapi.mjs';
import { disposeAll, hostRoom, joinRoom, provider } from './support/client.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { createRoom, loginToken } from './support/login.mjs';
import { valueOf } from './support/prometheus.mjs';
import { roomHeaders } from './support/raw.mjs';
import { rows } from './support/records.mjs';
import { openSocket } from './support/sockets.mjs';
import { until } from './support/wait.mjs';

const { CT_LICENSE_BIN: program, CT_LICENSE_KEY: privateKey, CT_LICENSE_PUBLIC_KEY: publicKey } = process.env;
let folder;
let edge;
let peers = [];

before(() => (folder = temporaryFolder()));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
afterEach(() => disposeAll(peers.splice(0)));

const day = offset => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/');

/** The licence's five variables. */
function issue(lastDay, connections, { licensee = 'Größe AG', key = privateKey } = {}) {
  const text = execFileSync(program, ['sign', '--key', key, '--licensee', licensee, '--max-connections', String(connections), '--expiration', lastDay], { encoding: 'utf8' });
  return Object.fromEntries(text.trim().split('\n').map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]).filter(([, value]) => value !== ''));
}

const settings = { CT_PROMETHEUS_ENABLED: 'true' };
const start = (licence, more) => Edge.start({ ...settings, ...licence }, more);
const series = async name => valueOf((await send(edge.url, 'GET', '/metrics')).body, `codetogether_${name}`);
const logged = pattern => assert.match(edge.log('server.log'), pattern);

describe('a licence', () => {
  afterEach(() => edge?.stop());

  it('that is valid is said so in the line that operators look for', async () => {
    const licence = issue(day(400), 250);
    edge = await start(licence);
    logged(/root INFO Valid CodeTogether license installed$/m);
    assert.equal(await series('licence_state{state="valid"}'), 1);
    assert.equal(await series('seats_limit'), 250);
    const left = await series('licence_left_seconds') / 86_400;
    assert.ok(left > 399 && left <= 401, `${left} days`);
    const kept = path.join(edge.stateDir, 'licensing.properties');
    await until(() => fs.existsSync(kept), { what: 'the licence file' });
    assert.equal(fs.statSync(kept).mode & 0o777, 0o640);
    assert.match(fs.readFileSync(kept, 'utf8'), /^CT_LICENSEE=Größe AG$/m);
    assert.ok(!edge.log('server.log').includes(licence.CT_SIGNATURE));
  });

  it('is found in its file when nothing else is set, and read again on SIGHUP', async () => {
    const file = path.join(folder, 'licensing.properties');
    edge = await start({ CT_LICENSE_FILE: file });
    logged(/root INFO No CodeTogether license installed: community mode, with any number of connections at once$/m);
    assert.equal(await series('seats_limit'), 0);
    const more = ['--key', privateKey, '--licensee', 'A', '--max-connections', '7', '--expiration', day(400), '--output', file];
    execFileSync(program, ['sign', ...more]);
    edge.signal('SIGHUP');
    await until(async () => await series('seats_limit') === 7, { what: 'the new limit' });
    await until(() => /root INFO Valid CodeTogether license installed$/m.test(edge.log('server.log')), { what: 'the line of it' });
  });

  it('is put in and taken out by the admin API, at once and for good', async () => {
    const stateDir = path.join(folder, 'installed');
    const admin = { CT_DASHBOARD_USER: 'ada', CT_DASHBOARD_PASSWORD: 'a good password' };
    edge = await start(admin, { stateDir });
    let client = new AdminClient(edge.url);
    await client.signIn('ada', 'a good password');
    const licence = issue(day(400), 7);
    const texts = { licensee: licence.CT_LICENSEE, maxConnections: '7', expiration: licence.CT_EXPIRATION, locator: '', signature: licence.CT_SIGNATURE };
    const preview = await client.ask('previewLicence', {}, { body: texts });
    assert.deepEqual([preview.state, preview.limit, preview.checks.filter(check => !check.passed)], ['valid', 7, []]);
    assert.equal(await series('seats_limit'), 0);
    const change = async (id, options) => client.ask(id, {}, { headers: { 'if-match': (await client.call('getLicence')).headers.etag }, ...options });
    const installed = await change('installLicence', { body: texts });
    assert.deepEqual([installed.state, installed.texts.licensee], ['valid', 'Größe AG']);
    assert.equal(await series('seats_limit'), 7);
    await edge.stop();
    edge = await start(admin, { stateDir });
    assert.equal(await series('seats_limit'), 7);
    client = new AdminClient(edge.url);
    await client.signIn('ada', 'a good password');
    assert.equal((await change('removeLicence')).state, 'none');
    assert.equal(await series('seats_limit'), 0);
    assert.equal(fs.existsSync(path.join(stateDir, 'licensing.properties')), false);
    const details = rows(stateDir, "SELECT detail FROM audit WHERE kind LIKE 'admin.licence.%' ORDER BY entry").map(row => row.detail);
    const name = `Größe AG, 7 connections, until ${licence.CT_EXPIRATION}`;
    assert.deepEqual(details, [`none → ${name}`, `${name} → none`]);
  });

  it('that expires soon is valid, with a warning', async () => {
    edge = await start(issue(day(10), 250));
    logged(/root INFO Valid CodeTogether license installed$/m);
    logged(/root WARN The CodeTogether license expires soon: its last day is \d{4}\/\d{2}\/\d{2}, (9|10) days from now$/m);
    assert.equal(await series('licence_state{state="expiring"}'), 1);
  });

  it('that has expired keeps its limit, and the server runs', async () => {
    edge = await start(issue(day(-2), 2));
    logged(/root WARN The CodeTogether license has expired: its last day was \d{4}\/\d{2}\/\d{2}\. Sessions go on, with 2 connections at once$/m);
    assert.equal(await series('licence_state{state="expired"}'), 1);
    const host = await hostRoom(edge.url);
    peers.push(host, await joinRoom(edge.url, host.room.roomId));
  });

  it('that was tampered with is invalid, whatever was changed', async () => {
    edge = await start({ ...issue(day(400), 25), CT_MAXCONNECTIONS: '250' });
    logged(/root WARN The CodeTogether license is invalid: CT_SIGNATURE does not fit the other values/);
    assert.equal(await series('licence_state{state="invalid"}'), 1);
    assert.doesNotMatch(edge.log('server.log'), /Valid CodeTogether license/);
  });

  it('of another issuer is invalid', async () => {
    const key = path.join(folder, 'other.pem');
    execFileSync(program, ['keygen', key]);
    edge = await start(issue(day(400), 250, { key }));
    assert.equal(await series('licence_state{state="invalid"}'), 1);
  });
});

describe('a licence for three connections', () => {
  before(async () => (edge = await start({ ...issue(day(400), 3), CT_WORKERS: '4' })));
  after(() => edge?.stop());

  it('lets three in, tells the fourth why not, and has a seat again when one leaves', async () => {
    const host = await hostRoom(edge.url);
    peers.push(host);
    const guest = await joinRoom(edge.url, host.room.roomId, { user: 'First' });
    peers.push(guest, await joinRoom(edge.url, host.room.roomId, { user: 'Second' }));
    await until(async () => await series('seats_used') === 3, { what: 'three seats' });
    const sentence = /All 3 connections that this server may have at once are in use\. Try again when somebody has left\./;
    await assert.rejects(provider(edge.url, { user: 'Third' }).joinRoom({ roomId: host.room.roomId }), sentence);
    await assert.rejects(provider(edge.url, { user: 'Other Host' }).createRoom({}), sentence);
    assert.equal(await series('joins_total{result="no_seat"}'), 2);
    assert.match(edge.log('sessions.log'), /refused.*Third.*All 3 connections/);
    logged(/Refused a client at 127\.0\.0\.1: All 3 connections/);
    peers.splice(peers.indexOf(guest), 1);
    guest.dispose();
    await until(async () => await series('seats_used') === 2, { what: 'the free seat' });
    peers.push(await joinRoom(edge.url, host.room.roomId, { user: 'Third' }));
    assert.equal(await series('seats_used'), 3);
  });

  it('never has more, however many come at once to however many workers', async () => {
    await until(async () => await series('seats_used') === 0, { what: 'an empty server' });
    const token = await loginToken(edge.url, 'Hana');
    const rooms = await Promise.all(Array.from({ length: 12 }, () => createRoom(edge.url, token)));
    const sockets = await Promise.all(rooms.map(async ({ roomToken }) => openSocket(edge.url, await roomHeaders(roomToken), { reconnection: false, kind: 'websocket' })));
    const verdicts = await Promise.all(sockets.map(socket => new Promise(resolve => {
      socket.on('message', () => resolve('seated'));
      socket.on('connect_error', error => resolve(error.message));
    })));
    assert.equal(verdicts.filter(verdict => verdict === 'seated').length, 3, verdicts.join('\n'));
    for (const verdict of verdicts.filter(entry => entry !== 'seated')) assert.match(verdict, /All 3 connections/);
    assert.equal(await series('seats_used'), 3);
    for (const socket of sockets) socket.disconnect();
    await until(async () => await series('seats_used') === 0, { what: 'all seats back' });
  });
});

describe('codetogether-license', () => {
  const run = (...flags) => spawnSync(program, flags, { encoding: 'utf8' });

  it('makes keys, signs with them, and knows its own signature', () => {
    const key = path.join(folder, 'own.pem');
    const made = run('keygen', key);
    assert.equal(made.status, 0, made.stderr);
    assert.equal(fs.statSync(key).mode & 0o777, 0o600);
    assert.equal(run('keygen', key).status, 73);
    const own = made.stdout.trim().split('\n').at(-1);
    const file = path.join(folder, 'own.properties');
    const signed = run('sign', '--key', key, '--licensee', 'Own', '--max-connections', '5', '--expiration', day(90), '--output', file);
    assert.equal(signed.status, 0, signed.stderr);
    assert.match(run('verify', '--public-key', own, file).stdout, /^Valid, (89|90) days left$/m);
    assert.equal(run('verify', '--public-key', publicKey, file).status, 65);
    assert.match(run('show', file).stdout, /Licensee: +Own\nConnections: +5\n/);
  });

  it('says what is wrong, with the exit code for it', () => {
    assert.equal(run().status, 64);
    assert.equal(run('frobnicate', 'x').status, 64);
    assert.equal(run('show', path.join(folder, 'nothing')).status, 66);
    assert.equal(run('verify', '--public-key', 'x', path.join(folder, 'nothing')).status, 64);
    const bad = ['sign', '--key', privateKey, '--licensee', 'A', '--max-connections', '5', '--expiration'];
    assert.equal(run(...bad, '2026/13/01').status, 64);
    const none = path.join(folder, 'none.pem');
    fs.writeFileSync(none, 'no key');
    assert.equal(run('sign', '--key', none, '--licensee', 'A', '--max-connections', '5', '--expiration', day(1)).status, 65);
    assert.equal(run('--help').status, 0);
  });
});

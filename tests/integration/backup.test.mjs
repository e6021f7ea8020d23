// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole state in a folder, and back on a machine that has lost everything.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { getAs } from './support/basic.mjs';
import { askCtl, ctl, ctlOf } from './support/control.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { asUser, loginToken } from './support/login.mjs';
import { rawHost } from './support/raw.mjs';
import { rows } from './support/records.mjs';
import { until } from './support/wait.mjs';

describe('codetogether-ctl backup and restore', () => {
  let folder;
  let edge;
  let host;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(async () => {
    host?.close();
    await edge?.stop();
    edge = undefined;
    fs.rmSync(folder, { recursive: true });
  });
  const at = (...names) => path.join(folder, ...names);
  const manifestOf = () => JSON.parse(fs.readFileSync(at('backup', 'manifest.json'), 'utf8'));
  function forge(change) {
    const manifest = manifestOf();
    change(manifest);
    fs.writeFileSync(at('backup', 'manifest.json'), JSON.stringify(manifest));
  }

  it('bring everything back when the machine is lost', async () => {
    const ini = at('etc', 'edge.ini');
    fs.mkdirSync(at('etc'));
    fs.writeFileSync(ini, '[server]\nserver-owner=Backed Up\n');
    const settings = { CT_INI_FILE: ini, CT_LOG_DIR: at('log') };
    edge = await Edge.start(settings, { stateDir: at('state') });
    const login = await loginToken(edge.url, 'Ada');
    host = await rawHost(edge.url, { kind: 'websocket', token: login, reconnection: false });
    await ctlOf(edge, ['credentials', 'set'], { input: 'correct horse\n' });
    await until(() => rows(edge.stateDir, 'SELECT * FROM sessions').length === 1);
    const made = await ctlOf(edge, [`--ini-file=${ini}`, 'backup', at('backup')]);
    assert.equal(made.code, 0, made.complaint);
    assert.match(made.output, /files are in .*backup: keep them as safe/);
    // The backup is of that moment, with a session that runs.
    assert.equal(fs.statSync(at('backup')).mode & 0o777, 0o700);
    await host.settle();
    const ca = edge.ca;
    edge.signal('SIGKILL');
    await edge.ended;
    host.close();
    for (const name of ['state', 'etc', 'log']) fs.rmSync(at(name), { recursive: true });

    const elsewhere = await ctl([`--state-dir=${at('state')}`, 'restore', at('backup')]);
    assert.equal(elsewhere.code, 77, 'only by its word it would write there');
    assert.match(elsewhere.complaint, /would write .*edge\.ini, beyond the folders/);
    assert.equal(fs.existsSync(at('state')), false);
    const back = await ctl([`--state-dir=${at('state')}`, `--ini-file=${ini}`, 'restore', at('backup')]);
    assert.equal(back.code, 0, back.complaint);
    assert.match(back.output, /^\d+ files are back\.\n$/);
    assert.equal(fs.statSync(at('state')).mode & 0o777, 0o700);
    assert.equal(fs.statSync(at('state', 'token-keys')).mode & 0o777, 0o600);
    edge = await Edge.start(settings, { stateDir: at('state') });
    assert.deepEqual(edge.ca, ca, 'the certificate');
    assert.equal((await asUser(edge.url, login, '/api/session/create')).status, 200, 'the login');
    assert.equal((await getAs(edge.url, '/dashboard/state.json', 'ctuser', 'correct horse')).status, 200, 'the credentials');
    assert.match(edge.log('server.log'), /services now available/);
    const [session] = rows(edge.stateDir, 'SELECT host_user, ended_ms FROM sessions ORDER BY started_ms LIMIT 1');
    assert.equal(session.host_user, 'Ada');
    assert.ok(session.ended_ms > 0, 'what ran then is closed');
    assert.equal((await askCtl(edge, ['audit', 'verify'])).sound, true);
    assert.equal(fs.statSync(at('etc')).mode & 0o005, 0o005, 'for a server of another user');
    assert.equal(fs.readFileSync(ini, 'utf8'), '[server]\nserver-owner=Backed Up\n');
  });

  it('leave a server and a state that are there alone', async () => {
    edge = await Edge.start();
    assert.equal((await ctlOf(edge, ['backup', at('backup')])).code, 0);
    assert.deepEqual(fs.readdirSync(at('backup', 'state')).filter(name => /lock|ports|token$|log/.test(name)), []);
    const again = await ctlOf(edge, ['backup', at('backup')]);
    assert.equal(again.code, 69);
    assert.match(again.complaint, /is there already/);
    assert.equal((await ctlOf(edge, ['backup', path.join(edge.stateDir, 'backup')])).code, 64);
    assert.equal((await ctlOf(edge, ['backup'])).code, 64);
    const running = await ctlOf(edge, ['restore', at('backup')]);
    assert.equal(running.code, 69);
    assert.match(running.complaint, /A server uses the state folder/);
    assert.equal((await ctl([`--state-dir=${at('state')}`, 'restore', at('backup')])).code, 0);
    const second = await ctl([`--state-dir=${at('state')}`, 'restore', at('backup')]);
    assert.equal(second.code, 69);
    assert.match(second.complaint, /holds a state already/);
  });

  it('write nothing of a backup that is damaged, or that points elsewhere', async () => {
    edge = await Edge.start();
    assert.equal((await ctlOf(edge, ['backup', at('backup')])).code, 0);
    const manifest = JSON.parse(fs.readFileSync(at('backup', 'manifest.json'), 'utf8'));
    const refused = async said => {
      const { code, complaint } = await ctl([`--state-dir=${at('state')}`, 'restore', at('backup')]);
      assert.ok([65, 69].includes(code), String(code));
      assert.match(complaint, said);
      assert.equal(fs.existsSync(at('state')), false);
    };
    const keys = fs.readFileSync(at('backup', 'state', 'token-keys'));
    fs.writeFileSync(at('backup', 'state', 'token-keys'), 'x'.repeat(keys.length));
    await refused(/token-keys of the backup has been changed/);
    fs.rmSync(at('backup', 'state', 'token-keys'));
    await refused(/token-keys can't be read/);
    fs.writeFileSync(at('backup', 'state', 'token-keys'), keys);
    for (const file of [{ name: 'state/../../evil' }, { name: 'evil' }, { name: 'outside/0', origin: 'evil' }, { name: 'outside/0', origin: '/a/../b' }]) {
      const forged = { ...manifest, files: [...manifest.files, { origin: '', sha256: '', ...file }] };
      fs.writeFileSync(at('backup', 'manifest.json'), JSON.stringify(forged));
      await refused(/has no place/);
    }
    fs.writeFileSync(at('backup', 'manifest.json'), '{');
    await refused(/is damaged/);
    fs.rmSync(at('backup', 'manifest.json'));
    await refused(/holds no backup/);
  });

  it('leave nothing of a backup that can\'t be brought back whole', async () => {
    edge = await Edge.start();
    assert.equal((await ctlOf(edge, ['backup', at('backup')])).code, 0);
    fs.mkdirSync(at('backup', 'outside'), { recursive: true });
    const { sha256 } = manifestOf().files[0];
    fs.copyFileSync(at('backup', manifestOf().files[0].name), at('backup', 'outside', 'x'));
    forge(manifest => manifest.files.push({ name: 'outside/x', origin: '/dev/null/x', sha256 }));
    const { code, complaint } = await ctl([`--state-dir=${at('state')}`, '--outside', 'restore', at('backup')]);
    assert.equal(code, 69, complaint);
    assert.match(complaint, /\/dev\/null/);
    const left = fs.readdirSync(at('state'), { recursive: true }).filter(name => fs.statSync(at('state', name)).isFile());
    assert.deepEqual(left, []);
  });

  it('give the state to the owner of its folder, and to nobody else', async () => {
    edge = await Edge.start();
    fs.mkdirSync(path.join(edge.stateDir, 'clients', 'vscode'), { recursive: true });
    fs.writeFileSync(path.join(edge.stateDir, 'clients', 'vscode', 'a.vsix'), 'x');
    assert.equal((await ctlOf(edge, ['backup', at('backup')])).code, 0);
    // As it comes from a disk or an archive that knows no rights.
    for (const name of fs.readdirSync(at('backup', 'state'))) fs.chmodSync(at('backup', 'state', name), 0o777);
    fs.mkdirSync(at('state'));
    const isRoot = process.getuid() === 0;
    if (isRoot) fs.chownSync(at('state'), 65534, 65534);
    assert.equal((await ctl([`--state-dir=${at('state')}`, 'restore', at('backup')])).code, 0);
    for (const name of fs.readdirSync(at('state'), { recursive: true })) {
      const { mode, uid, gid } = fs.statSync(at('state', name));
      assert.equal(mode & 0o077, 0, name);
      if (isRoot) assert.deepEqual([uid, gid], [65534, 65534], name);
    }
  });

  it('know the service\'s server, its settings and their file', async () => {
    edge = await Edge.start();
    const service = at('service');
    fs.writeFileSync(at('keys'), 'ann:0123456789abcdef', { mode: 0o600 });
    fs.writeFileSync(service, `# of the service\nCT_STATE_DIR=${edge.stateDir}\nCT_HTTP_PORT=${edge.ports.http}\nOCT_API_KEY_FILE=${at('keys')}\n`);
    assert.equal((await ctl([`--environment-file=${service}`, 'status'])).code, 0);
    assert.equal((await ctl([`--environment-file=${service}`, 'backup', at('backup')])).code, 0);
    assert.equal(fs.readFileSync(at('backup', 'outside', '0'), 'utf8'), fs.readFileSync(service, 'utf8'));
    assert.ok(manifestOf().files.some(({ origin }) => origin === at('keys')), 'what a secret is read from');
    fs.rmSync(service);
    const back = await ctl([`--environment-file=${service}`, `--state-dir=${at('state')}`, 'restore', at('backup')]);
    assert.equal(back.code, 0, back.complaint);
    assert.match(fs.readFileSync(service, 'utf8'), /^# of the service/);
  });

  it('say so when wrong settings hide what else there is to keep', async () => {
    edge = await Edge.start();
    fs.writeFileSync(at('edge.ini'), '[network]\nhttp-port=many\n');
    const { code, complaint } = await ctlOf(edge, [`--ini-file=${at('edge.ini')}`, 'backup', at('backup')]);
    assert.equal(code, 0);
    assert.match(complaint, /settings are wrong, so they and the files they name are not in the backup:\nCT_HTTP_PORT/);
    assert.ok(manifestOf().files.length > 1);
  });
});

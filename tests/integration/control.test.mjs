// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What whoever runs a server asks of it: codetogether-ctl, and who may use it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { base } from './support/adminapi.mjs';
import { askCtl, controlToken, ctl, ctlOf, sendControl } from './support/control.mjs';
import { Edge, environmentWith, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { envelope, rawGuest, rawHost } from './support/raw.mjs';
import { rowsIfAny } from './support/records.mjs';
import { until } from './support/wait.mjs';

const kind = 'websocket';
const root = fileURLToPath(new URL('../../', import.meta.url));

describe('codetogether-ctl', () => {
  let edge;
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('tells version, state, the six figures, licence and seats', async () => {
    const host = await rawHost(edge.url, { kind });
    const guest = await rawGuest(edge.url, host.roomId, { kind });
    const { health, figures, licence, pid } = await askCtl(edge, ['status']);
    assert.equal(health.status, 'ok');
    assert.match(health.version, /^\d+\.\d+\.\d+/);
    assert.equal(health.degraded, undefined);
    assert.equal(pid, edge.pid);
    const { usersOnline, sessionsActive, sessionConnections, sessionsHosted, clientDownloads } = figures;
    assert.deepEqual([usersOnline, sessionsActive, sessionConnections, sessionsHosted, clientDownloads], [2, 1, 2, 1, 0]);
    assert.ok(figures.serverLagMicroseconds >= 0);
    assert.deepEqual([licence.state, licence.seatsUsed, licence.seatsLimit], ['none', 2, 0]);
    const { output } = await ctlOf(edge, ['status']);
    assert.match(output, /^State: +ready$/m);
    assert.match(output, /^Users online: +2$/m);
    assert.match(output, /^Seats: +2, no limit$/m);
    host.send(envelope.leave());
    for (const peer of [guest, host]) peer.close();
  });

  it('A-36: lists what runs in the columns of the original', async () => {
    const first = await askCtl(edge, ['list']);
    const [process] = first.processes;
    assert.match(process.uid, /^[A-Za-z0-9]{4}$/);
    assert.equal(process.pid, edge.pid);
    assert.equal(process.logFile, path.join(edge.logDir, 'server.log'));
    const [row] = (await ctlOf(edge, ['list'])).output.split('\n').filter(line => line.includes('[0]'));
    const form = /^data: +\[0\] (\S{4}) +(\S+\/codetogether-edge) +codetogether-edge (--hostname 127\.0\.0\.1 --port (\d+)) +(\d+) +(\d+) +(\S+server\.log) +0:0:0:(\d+\.\d{3})$/;
    const [, uid, , , port, supervisor, pid] = form.exec(row);
    assert.equal(uid, process.uid);
    assert.equal(Number(supervisor), globalThis.process.pid);
    assert.equal(Number(port), edge.ports.private);
    assert.equal(Number(pid), edge.pid);
    // The process that the row names has the port.
    const holders = execFileSync('ss', ['-H', '-ltnp', `sport = :${port}`], { encoding: 'utf8' });
    assert.match(holders, new RegExp(`127\\.0\\.0\\.1:${port} .*pid=${pid},`));
    const later = await until(async () => {
      const [now] = (await askCtl(edge, ['list'])).processes;
      return now.uptimeMilliseconds > process.uptimeMilliseconds && now;
    });
    assert.equal(later.uid, process.uid);
  });

  it('shows the licence', async () => {
    const { state, seatsLimit } = await askCtl(edge, ['license', 'show']);
    assert.deepEqual([state, seatsLimit], ['none', 0]);
    assert.match((await ctlOf(edge, ['license', 'show'])).output, /^State: +none$/m);
  });

  it('says what is wrong with a call, by sysexits', async () => {
    for (const [words, code, said] of [
      [[], 64, /A command is missing/],
      [['restart'], 64, /There is no command "restart"$/m],
      [['status', '--nonsense'], 64, /nonsense/],
    ]) {
      const outcome = await ctlOf(edge, words);
      assert.equal(outcome.code, code);
      assert.match(outcome.complaint, said);
      assert.equal(outcome.output, '');
    }
  });

  it('lists its commands to whoever asks for help', async () => {
    const { code, output } = await ctl(['help']);
    assert.equal(code, 0);
    assert.match(output, /^usage: codetogether-ctl/);
    assert.equal(output, (await ctl(['--help'])).output);
  });

  it('finds the server by its settings, too', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'edge.ini'), `[server]\nstate-dir="${edge.stateDir}"\n`);
    const named = await ctl([`--ini-file=${folder}/edge.ini`, 'status']);
    assert.equal(named.code, 0, named.complaint);
    const inEnvironment = await ctl(['status'], { settings: { CT_STATE_DIR: edge.stateDir } });
    assert.equal(inEnvironment.code, 0, inEnvironment.complaint);
    fs.writeFileSync(path.join(folder, 'edge.ini'), '[network]\nhttp-port=many\n');
    const broken = await ctl([`--ini-file=${folder}/edge.ini`, 'status']);
    assert.equal(broken.code, 78);
    assert.match(broken.complaint, /CT_HTTP_PORT[\s\S]*--state-dir/);
    fs.rmSync(folder, { recursive: true });
  });

  it('says so when no server runs', async () => {
    const folder = temporaryFolder();
    const { code, complaint } = await ctl([`--state-dir=${folder}`, 'status']);
    assert.equal(code, 69);
    assert.match(complaint, /No server is running with its state in/);
    // One that was killed has left its ports behind.
    fs.writeFileSync(path.join(folder, 'ports.json'), JSON.stringify({ ...edge.ports, pid: 2 ** 22 + 1 }));
    fs.writeFileSync(path.join(folder, 'control-token'), 'x'.repeat(43));
    assert.equal((await ctl([`--state-dir=${folder}`, 'status'])).code, 69);
    fs.writeFileSync(path.join(folder, 'ports.json'), JSON.stringify({ ...edge.ports, pid: edge.pid }));
    assert.equal((await ctl([`--state-dir=${folder}`, 'status'])).code, 77, 'another token');
    fs.rmSync(folder, { recursive: true });
  });

  it('sends nobody what is not a server\'s token', async () => {
    const folder = temporaryFolder();
    const at = name => path.join(folder, name);
    let asked = 0;
    const listener = http.createServer((request, response) => { ++asked; response.end(); }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    try {
      fs.writeFileSync(at('ports.json'), JSON.stringify({ private: listener.address().port, pid: process.pid }));
      fs.writeFileSync(at('secret'), `${'s'.repeat(43)}\n`);
      for (const [what, plant] of [
        ['a link', file => fs.symlinkSync(at('secret'), file)],
        ['a pipe', file => execFileSync('mkfifo', [file])],
        ['several lines', file => fs.writeFileSync(file, `root:${'x'.repeat(20)}\nbin:${'x'.repeat(18)}\n`)],
        ['another alphabet', file => fs.writeFileSync(file, '-'.repeat(43))],
      ]) {
        plant(at('control-token'));
        const { code, complaint } = await ctl([`--state-dir=${folder}`, 'status']);
        assert.equal(code, 77, `${what}: ${complaint}`);
        assert.match(complaint, /control-token/, what);
        fs.rmSync(at('control-token'));
      }
      assert.equal(asked, 0);
      fs.renameSync(at('secret'), at('control-token'));
      await ctl([`--state-dir=${folder}`, 'status']);
      assert.equal(asked, 1);
      fs.rmSync(at('ports.json'));
      execFileSync('mkfifo', [at('ports.json')]);
      assert.equal((await ctl([`--state-dir=${folder}`, 'status'])).code, 77);
    } finally {
      listener.close();
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('does not take a server that it may not see for none', async () => {
    const folder = temporaryFolder();
    fs.chmodSync(folder, 0o755);
    const stateDir = path.join(folder, 'state');
    fs.mkdirSync(stateDir, { mode: 0o700 });
    fs.writeFileSync(path.join(stateDir, 'ports.json'), JSON.stringify(edge.ports));
    // Nothing is closed to root, so it is another user who asks, of a copy that everybody may run.
    const isRoot = process.getuid() === 0;
    if (!isRoot) fs.chmodSync(stateDir, 0);
    const program = path.join(folder, 'codetogether-ctl');
    fs.copyFileSync(process.env.CT_CTL_BIN, program);
    fs.chmodSync(program, 0o755);
    const { status, stderr } = spawnSync(program, [`--state-dir=${stateDir}`, 'status'],
      { cwd: '/', encoding: 'utf8', env: environmentWith({}), ...(isRoot && { uid: 65534, gid: 65534 }) });
    assert.match(stderr, /ports\.json can't be read: Permission denied/);
    assert.equal(status, 77);
    if (!isRoot) fs.chmodSync(stateDir, 0o700);
    fs.rmSync(folder, { recursive: true });
  });

  it('has a manual page that names every command, and completes them', async () => {
    const { output } = await ctl(['--help']);
    const commands = [...output.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}/gm)].map(match => match[1]);
    assert.ok(commands.includes('status') && commands.includes('license show'));
    const page = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-P-c', path.join(root, 'packaging/reference/codetogether-ctl.1')], { encoding: 'utf8' });
    assert.equal(page.stderr, '');
    const text = page.stdout.replace(/.\x08/g, '').replaceAll('\u2010\n', '');
    const complete = (...words) => execFileSync('bash', ['-c',
      `. "$0"; COMP_WORDS=(codetogether-ctl "$@"); COMP_CWORD=$#; _codetogether_ctl; echo "\${COMPREPLY[@]}"`,
      path.join(root, 'packaging/completion/codetogether-ctl'), ...words], { encoding: 'utf8' }).trim().split(' ');
    const flags = [...output.matchAll(/--[a-z-]+/g)].map(match => match[0]);
    assert.deepEqual(complete('--').sort(), [...new Set(flags)].sort());
    for (const flag of flags) assert.ok(text.includes(flag), flag);
    for (const command of commands) {
      const [first, second] = command.split(' ');
      assert.match(text, new RegExp(`^ +${command}\\b`, 'm'));
      assert.deepEqual(complete(first), [first]);
      if (second) assert.ok(complete(first, '').includes(second), command);
    }
  });
});

describe('the admin API by the private port', () => {
  let edge;
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('is for whoever can read the token, which is the owner', async () => {
    const { mode } = fs.statSync(path.join(edge.stateDir, 'control-token'));
    assert.equal(mode & 0o777, 0o600);
    const token = controlToken(edge);
    assert.match(token, /^[A-Za-z0-9]{43}$/);
    assert.equal((await sendControl(edge, 'GET', `${base}/server`)).status, 200);
    for (const wrong of ['', 'x', `${token}x`, token.slice(1), token.toLowerCase()]) {
      for (const [method, route] of [['GET', `${base}/server`], ['POST', `${base}/server/stop`], ['POST', `${base}/server/drain`]]) {
        const answer = await sendControl(edge, method, route, { token: wrong });
        assert.equal(answer.status, 401);
        assert.ok(!answer.body.includes(token));
      }
    }
    assert.equal((await send(edge.privateUrl, 'GET', `${base}/server?token=${token}`)).status, 401);
    assert.equal((await sendControl(edge, 'GET', '/ct-health/ready')).status, 200, 'nobody was heard who should not be');
  });

  it('takes the token at no public port', async () => {
    for (const url of [edge.url, edge.httpsUrl]) {
      for (const [method, route] of [['GET', '/server'], ['POST', '/server/stop']]) {
        const { status } = await send(url, method, base + route, { ca: edge.ca, headers: { authorization: `Bearer ${controlToken(edge)}` } });
        assert.equal(status, 401, `${method} ${url}${route}`);
      }
    }
    assert.equal((await sendControl(edge, 'GET', '/ct-health/ready')).status, 200);
  });

  it('takes no rubbish', async () => {
    for (const body of ['{', '[]', 'x'.repeat(1_000), '\xff'])
      assert.equal((await sendControl(edge, 'POST', `${base}/configuration/reload`, { body })).status, 400);
  });

  it('makes another token with each start, and takes it away at the end', async () => {
    const stateDir = temporaryFolder();
    const tokens = [];
    for (let run = 0; run < 2; ++run) {
      const one = await Edge.start({}, { stateDir });
      tokens.push(controlToken(one));
      await one.stop();
      assert.equal(fs.existsSync(path.join(stateDir, 'control-token')), false);
    }
    assert.notEqual(tokens[0], tokens[1]);
    fs.rmSync(stateDir, { recursive: true });
  });
});

describe('codetogether-ctl reload', () => {
  let edge;
  let folder;
  let ini;
  const write = text => fs.writeFileSync(ini, text);
  before(async () => {
    folder = temporaryFolder();
    ini = path.join(folder, 'edge.ini');
    write('[server]\nlog-level=info\n');
    edge = await Edge.start({ CT_INI_FILE: ini });
  });
  after(async () => {
    await edge?.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('D-18: says what is in force now and what needs a restart', async () => {
    const host = await rawHost(edge.url, { kind });
    write('[server]\nserver-owner=Someone else\n[network]\nworkers=3\n');
    const answer = await askCtl(edge, ['reload']);
    assert.equal(answer.done, true);
    assert.deepEqual(answer.changed, ['OCT_SERVER_OWNER']);
    assert.deepEqual(answer.needRestart, ['CT_WORKERS']);
    assert.ok(answer.renewed.includes('The certificate'));
    assert.equal((await (await send(edge.url, 'GET', '/api/meta')).json()).owner, 'Someone else');
    await host.settle();
    assert.deepEqual(host.disconnects, []);
    host.send(envelope.leave());
    host.close();
    assert.match((await ctlOf(edge, ['reload'])).output, /^Needs a restart: +CT_WORKERS$/m);
  });

  it('changes nothing when the settings are wrong, and says why', async () => {
    write('[network]\nmax-connections=none\n');
    const { code, output } = await ctlOf(edge, ['reload']);
    assert.equal(code, 78);
    assert.match(output, /^Errors: +CT_MAX_CONNECTIONS/m);
    assert.match(output, /nothing has changed/);
    const kinds = await until(() => {
      const found = rowsIfAny(edge.stateDir, "SELECT actor FROM audit WHERE kind = 'admin.reload'");
      return found.length === 3 && found;
    });
    assert.deepEqual([...new Set(kinds.map(row => row.actor))], ['local operator']);
  });
});

describe('codetogether-ctl', () => {
  let edge;
  let host;
  afterEach(async () => {
    host?.close();
    await edge?.stop();
  });

  it('drains, and comes back when the server has ended', async () => {
    edge = await Edge.start({ CT_DRAIN_SECONDS: '600' });
    host = await rawHost(edge.url, { kind });
    assert.deepEqual(await askCtl(edge, ['drain']), { sessions: 1, patienceSeconds: 600 });
    assert.match((await ctlOf(edge, ['status'])).output, /^State: +draining/m);
    assert.equal((await send(edge.url, 'GET', '/ct-health/ready')).status, 503);
    const waited = ctlOf(edge, ['drain', '--wait']);
    // It has to be heard before there is nobody left to hear it.
    const drains = async () => (await askCtl(edge, ['audit', 'show', '--kind', 'admin.server.drain'])).entries.length;
    await until(async () => (await drains()) === 2, { timeout: 30_000, what: 'the second call' });
    host.send(envelope.leave());
    assert.equal((await waited).code, 0);
    assert.throws(() => process.kill(edge.pid, 0));
    await edge.ended;
    assert.deepEqual(edge.exit, { code: 0, signal: null });
  });

  it('stops without waiting for sessions', async () => {
    edge = await Edge.start({ CT_DRAIN_SECONDS: '600' });
    host = await rawHost(edge.url, { kind });
    assert.deepEqual(await askCtl(edge, ['stop', '--wait']), { sessions: 1, patienceSeconds: 0 });
    await edge.ended;
    assert.deepEqual(edge.exit, { code: 0, signal: null });
    await until(() => host.disconnects.length);
    assert.deepEqual(host.disconnects, ['io server disconnect']);
  });
});

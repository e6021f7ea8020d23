// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Settings files, what is said of them, and what a reload changes under a session.

import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { getAs } from './support/basic.mjs';
import { disposeAll, hostRoom, joinRoom } from './support/client.mjs';
import { Edge, edgeBinary, environmentWith, runToEnd, temporaryFolder } from './support/edge.mjs';
import { postJson, send } from './support/http.mjs';
import { asUser, beginLogin, loginToken } from './support/login.mjs';
import { rawGuest, rawHost } from './support/raw.mjs';
import { until } from './support/wait.mjs';

const secret = 'Sesame-0123456789-Sesame-0123456789';
let folder;

const fileWith = (name, text, mode = 0o600) => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text, { mode });
  return file;
};

const check = (settings, flags = []) =>
  runToEnd({ CT_STATE_DIR: path.join(folder, 'state'), CT_BIND_ADDRESS: '127.0.0.1', ...settings }, ['--check-config', ...flags]);

before(() => (folder = temporaryFolder()));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('--check-config', () => {
  it('D-28: shows every value, where it comes from, and no secret', async () => {
    const config = fileWith('check.config', `export CT_SEAT_GRACE="20"\nOCT_SERVER_OWNER="File"\nexport OCT_JWT_PRIVATE_KEY='${secret}'\n`);
    const ini = fileWith('check.ini', `[network]\nhttp-port = 8080\n[sessions]\nseat-grace = 30\n[login]\napi-key-file = ${fileWith('keys', `ann:${secret}`)}\n`);
    const { code, output } = await check({ CT_CONFIG_FILE: config, CT_INI_FILE: ini, OCT_SERVER_OWNER: '"Variable"', CT_HTTPPORT: '1' }, ['--workers=2']);
    assert.equal(code, 0, output);
    const golden = [
      'CT_HTTPPORT (environment) is no setting of this server; did you mean CT_HTTP_PORT?',
      `CT_CONFIG_FILE = ${config} (environment)`,
      `CT_STATE_DIR = ${path.join(folder, 'state')} (environment)`,
      `CT_LOG_DIR = ${path.join(folder, 'state', 'log')} (default)`,
      'CT_TIME_ZONE = UTC (default)',
      'OCT_SERVER_OWNER = Variable (environment)',
      `CT_HTTP_PORT = 8080 (${ini}, line 2)`,
      'CT_HTTPS_PORT = 1443 (default)',
      'CT_WORKERS = 2 (flag)',
      'CT_TLS_PROTOCOLS = TLSv1.2 TLSv1.3 (default)',
      `CT_SEAT_GRACE = 20s (${config}, line 1)`,
      `OCT_API_KEY = ******** (${path.join(folder, 'keys')} by OCT_API_KEY_FILE)`,
      `OCT_JWT_PRIVATE_KEY = ******** (${config}, line 3)`,
      'CT_PROXY = not set (default)',
    ];
    const lines = output.replaceAll('codetogether-edge: ', '').split('\n');
    assert.deepEqual(golden.filter(line => !lines.includes(line)), [], output);
    assert.ok(!output.includes('Sesame'));
    assert.ok(lines.filter(line => / = .* \(.*\)$/.test(line)).length > 80, 'every setting has a line');
  });

  it('B-19: reads each source where no stronger one says anything', async () => {
    const config = fileWith('order.config', 'CT_HTTP_PORT=3\nCT_HTTPS_PORT=3\nCT_PRIVATE_PORT=4\n');
    const ini = fileWith('order.ini', '[network]\nhttp-port=5\nhttps-port=5\nprivate-port=5\nworkers=5\n');
    const { output } = await check({ CT_CONFIG_FILE: config, CT_INI_FILE: ini, CT_HTTP_PORT: '2', CT_HTTPS_PORT: '2' }, ['--http-port=1']);
    for (const line of ['CT_HTTP_PORT = 1 (flag)', 'CT_HTTPS_PORT = 2 (environment)', `CT_PRIVATE_PORT = 4 (${config}, line 3)`, `CT_WORKERS = 5 (${ini}, line 5)`]) {
      assert.ok(output.includes(line), `${line}\n${output}`);
    }
  });

  it('B-21, B-27: says plainly what is taken but changes nothing, as does the start', async () => {
    const settings = { CT_PROXY: `http://ann:${secret}@proxy.example:3128`, CT_TRUST_ALL_CERTS: 'true' };
    const lines = [/CT_TRUST_ALL_CERTS is set, but has no effect: /, /CT_PROXY is set, but has no effect: /];
    const { code, output } = await check(settings);
    assert.equal(code, 0, output);
    const edge = await Edge.start(settings);
    for (const line of lines) {
      assert.match(output, line);
      assert.match(edge.log('server.log'), new RegExp(`root WARN ${line.source}`));
    }
    assert.ok(!(output + edge.log('server.log')).includes(secret));
    await edge.stop();
    const example = (await runToEnd({}, ['--print-default-config'])).output.split('\n\n');
    assert.match(example.find(part => part.includes('Variable: CT_TRUST_ALL_CERTS')), /has no effect/);
  });

  it('ends with 78 and every fault, of every file', async () => {
    const config = fileWith('bad.config', 'export CT_SEAT_GRACE="soon"\nexport CT_WORKERS=$(nproc)\n');
    const ini = fileWith('bad.ini', '[network]\nbind-address = 127.0.0.1, ::1\nhttp-port = 80 ; the usual one\n[login]\nlogin-page-url = C:\\login\n');
    const ssl = fileWith('bad.conf', 'ssl_protocols TLSv1;\n');
    const { code, output } = await check({ CT_CONFIG_FILE: config, CT_INI_FILE: ini, CT_SSL_SETTINGS_FILE: ssl, OCT_API_KEY: 'Sesame', CT_BIND_ADDRESS: '' });
    assert.equal(code, 78, output);
    for (const part of [
      `CT_SEAT_GRACE is "soon" (${config}, line 1): expected a time in seconds`,
      `CT_WORKERS (${config}, line 2): nothing is expanded`,
      `${ini}, line 2: bind-address: a comma makes a list`,
      `${ini}, line 3: http-port: a semicolon begins a comment`,
      `${ini}, line 5: login-page-url: a backslash begins an escape`,
      `${ssl}, line 1: ssl_protocols: expected TLSv1.2`,
      'OCT_API_KEY is "********" (environment): expected',
    ]) assert.ok(output.includes(part), `${part}\n${output}`);
    assert.ok(!output.includes('Sesame'));
  });

  it('A-18: takes straight quotes off and refuses curly ones by name', async () => {
    const straight = await check({ OCT_SERVER_OWNER: "'Ann'" });
    assert.match(straight.output, /^OCT_SERVER_OWNER = Ann \(environment\)$/m);
    const curly = await check({ OCT_SERVER_OWNER: '\u201cAnn\u201d' });
    assert.equal(curly.code, 78);
    assert.match(curly.output, /OCT_SERVER_OWNER is "\u201cAnn\u201d".*straight quotes/);
  });
});

describe('a start', () => {
  it('with faults ends with 78 before a port is opened or a folder made', async () => {
    const running = await Edge.start();
    const stateDir = path.join(folder, 'never');
    const settings = { CT_STATE_DIR: stateDir, CT_BIND_ADDRESS: '127.0.0.1', CT_HTTP_PORT: String(running.ports.http), CT_SEAT_GRACE: 'soon' };
    const { code, output } = await runToEnd(settings);
    // The port is taken: whoever tried it would have said so.
    assert.equal(code, 78, output);
    assert.equal(fs.existsSync(stateDir), false);
    await running.stop();
  });

  it('B-19: with nothing but codetogether.config works, and executes none of it', async () => {
    const marker = path.join(folder, 'executed');
    const config = fileWith('only.config', `# ~/.bashrc\nexport OCT_SERVER_OWNER="Of the file"\ntouch ${marker}\nPS1="$(touch ${marker})"\n`);
    const edge = await Edge.start({ CT_CONFIG_FILE: config });
    assert.equal((await (await send(edge.url, 'GET', '/api/meta')).json()).owner, 'Of the file');
    assert.equal(fs.existsSync(marker), false);
    assert.match(edge.log('server.log'), /line 3 is no assignment and is left out/);
    await edge.stop();
  });

  it('C-14: takes the flags of the reference server', async () => {
    const edge = await Edge.start({ CT_BIND_ADDRESS: '', CT_HTTP_PORT: '' }, { flags: ['start', '-p', '0', '-h', '127.0.0.1'] });
    assert.notEqual(edge.ports.http, 1080);
    assert.equal((await send(edge.url, 'GET', '/api/meta')).status, 200);
    assert.match(edge.log('server.log'), /WARN The word "start"/);
    await edge.stop();
    const { code, output } = await runToEnd({}, ['--config', 'oct.yaml']);
    assert.equal(code, 64);
    assert.match(output, /isn't read/);
  });

  it('prints an example that changes nothing', async () => {
    const { code, output } = await runToEnd({}, ['--print-default-config']);
    assert.equal(code, 0);
    const ini = fileWith('example.ini', output);
    const [plain, withExample] = [await check({}), await check({ CT_INI_FILE: ini })];
    assert.equal(withExample.code, 0);
    assert.equal(withExample.output.replace(/^CT_INI_FILE.*$/m, ''), plain.output.replace(/^CT_INI_FILE.*$/m, ''));
  });

  it('keeps its state where packaging/quickstart looks for it', async () => {
    const quickstart = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../../packaging/quickstart');
    for (const place of [{ XDG_STATE_HOME: '' }, { XDG_STATE_HOME: '/nowhere/state' }, { XDG_STATE_HOME: 'relative' }]) {
      const variables = { HOME: folder, ...place };
      const { output } = await runToEnd(variables, ['--check-config']);
      const [, stateDir] = /^CT_STATE_DIR = (.*) \(default\)$/m.exec(output);
      const stopped = spawnSync(quickstart, ['--stop'], { env: environmentWith(variables), encoding: 'utf8' });
      assert.match(stopped.stderr, new RegExp(`no server is running with its state in ${stateDir}\\n`));
    }
  });

  it('B-20: calls a CT_SERVER_URL without TLS an error, but not on this machine', async () => {
    const open = await Edge.start({ CT_SERVER_URL: 'http://edge.example' });
    assert.match(open.log('server.log'), /root ERROR CT_SERVER_URL is "http:\/\/edge.example": expected an https URL/);
    await open.stop();
    const local = await Edge.start({ CT_SERVER_URL: 'http://localhost:1080' });
    assert.doesNotMatch(local.log('server.log'), /ERROR/);
    await local.stop();
  });

  it('B-26: logs in the zone it is told, else in UTC', async () => {
    const stampOf = async edge => {
      await send(edge.url, 'GET', '/api/meta');
      return /\[[^\]]* ([+-]\d{4})\]/.exec(await until(() => edge.log('access.log'), { what: 'access.log' }))[1];
    };
    const tokyo = await Edge.start({ CT_TIME_ZONE: 'Asia/Tokyo' });
    assert.match(tokyo.log('server.log'), /root INFO Setting customized time zone >> Asia\/Tokyo$/m);
    assert.equal(await stampOf(tokyo), '+0900');
    const [hour] = /\d\d(?=:\d\d:\d\d root INFO Setting)/.exec(tokyo.log('server.log'));
    const ahead = (Number(hour) - new Date().getUTCHours() + 24) % 24;
    assert.ok(ahead === 9 || ahead === 8, hour);
    await tokyo.stop();
    const plain = await Edge.start();
    assert.doesNotMatch(plain.log('server.log'), /customized time zone/);
    assert.equal(await stampOf(plain), '+0000');
    await plain.stop();
  });

  it('A-39: writes access.log and error.log where it is told', async () => {
    const accessDir = path.join(folder, 'nginx');
    const edge = await Edge.start({ CT_ACCESS_LOG_DIR: accessDir });
    await send(edge.url, 'GET', '/api/meta');
    await until(() => fs.existsSync(path.join(accessDir, 'access.log')) && /GET \/api\/meta/.test(fs.readFileSync(path.join(accessDir, 'access.log'), 'utf8')));
    assert.equal(fs.existsSync(path.join(edge.logDir, 'access.log')), false);
    assert.ok(fs.existsSync(path.join(edge.logDir, 'server.log')));
    await edge.stop();
  });
});

describe('the manual pages', () => {
  const pages = path.join(path.dirname(edgeBinary()), '..', 'packaging', 'reference');

  for (const page of ['codetogether-edge.8', 'codetogether.config.5']) {
    it(`${page} is clean and names every setting`, async () => {
      const { status, stdout, stderr } = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-P-c', path.join(pages, page)], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.equal(stderr, '');
      const { output } = await check({});
      const names = output.split('\n').map(line => / = .* \(.*\)$/.test(line) && line.split(' ')[0]).filter(Boolean);
      const flagOf = name => `--${name.replace(/^O?CT_/, '').toLowerCase().replaceAll('_', '-')}`;
      const text = stdout.replace(/.\x08/g, '').replaceAll('\u2010\n', '');
      const lacks = names.filter(name => !text.includes(page.endsWith('8') ? flagOf(name) : name));
      assert.deepEqual(lacks, []);
    });
  }

  it('the shipped edge.ini is what --print-default-config prints', async () => {
    const { output } = await runToEnd({}, ['--print-default-config']);
    assert.equal(fs.readFileSync(path.join(pages, 'edge.ini'), 'utf8'), output);
  });
});

/** A certificate of its own serial number; gives that. */
function makeCertificate(serial) {
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', path.join(folder, 'key.pem')];
  execFileSync('openssl', ['req', '-x509', ...key, '-out', path.join(folder, 'cert.pem'), '-days', '90', '-set_serial', serial, ...names], { stdio: 'ignore' });
}

/** What openssl s_client says of a handshake. */
function handshake(port, ...options) {
  return new Promise(resolve => {
    const client = execFile('openssl', ['s_client', '-connect', `127.0.0.1:${port}`, ...options], { timeout: 20_000 },
      (error, stdout, stderr) => resolve({ ok: !error, output: stdout + stderr }));
    client.stdin.end();
  });
}

async function serialOf(port) {
  const { output } = await handshake(port);
  const pem = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/.exec(output)?.[0];
  assert.ok(pem, output);
  return execFileSync('openssl', ['x509', '-noout', '-serial'], { input: pem, encoding: 'utf8' }).trim();
}

describe('codetogether-ssl-settings.conf', () => {
  it('B-22: gives certificate and versions of TLS', async () => {
    makeCertificate('0x51');
    const ssl = fileWith('codetogether-ssl-settings.conf',
      `listen 1443 ssl;\nssl_certificate ${folder}/cert.pem;\nssl_certificate_key ${folder}/key.pem;\nssl_protocols TLSv1.3;\nssl_session_cache shared:SSL:10m;\n`);
    const edge = await Edge.start({ CT_SSL_SETTINGS_FILE: ssl });
    assert.equal(await serialOf(edge.ports.https), 'serial=51');
    assert.equal((await handshake(edge.ports.https, '-tls1_3')).ok, true);
    assert.equal((await handshake(edge.ports.https, '-tls1_2')).ok, false);
    assert.match(edge.log('server.log'), /WARN .*line 5: ssl_session_cache does nothing here/);
    // Both again, by a reload.
    fs.writeFileSync(ssl, fs.readFileSync(ssl, 'utf8').replace('TLSv1.3;', 'TLSv1.3 TLSv1.2;'));
    edge.signal('SIGHUP');
    await until(() => /in force from now on: CT_TLS_PROTOCOLS/.test(edge.log('server.log')));
    assert.equal((await handshake(edge.ports.https, '-tls1_2')).ok, true);
    const old = await handshake(edge.ports.https, '-tls1_1', '-cipher', 'DEFAULT:@SECLEVEL=0');
    assert.equal(old.ok, false);
    await edge.stop();
  });

  it('gives the port, unless something stronger does', async () => {
    const ssl = fileWith('port.conf', 'listen 2443 ssl;\n');
    assert.ok((await check({ CT_SSL_SETTINGS_FILE: ssl })).output.includes(`CT_HTTPS_PORT = 2443 (${ssl}, line 1)`));
    assert.ok((await check({ CT_SSL_SETTINGS_FILE: ssl, CT_HTTPS_PORT: '3443' })).output.includes('CT_HTTPS_PORT = 3443 (environment)'));
  });
});

describe('D-18: a reload', () => {
  let edge;
  let config;
  const settings = new Map();

  /** Writes codetogether.config anew, tells the server, and gives what it then says. */
  async function reload(changes) {
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) settings.delete(name);
      else settings.set(name, value);
    }
    // Replaced whole: a reload that is under way would take half a file for one without the keys, and end what they issued.
    fs.writeFileSync(`${config}.new`, [...settings].map(([name, value]) => `export ${name}="${value}"\n`).join(''), { mode: 0o600 });
    fs.renameSync(`${config}.new`, config);
    const before = edge.output.length;
    edge.signal('SIGHUP');
    return until(() => /(Settings read again.*|nothing has changed)\n/.test(edge.output.slice(before)) && edge.output.slice(before),
      { what: 'the end of the reload' });
  }

  before(async () => {
    makeCertificate('0x61');
    settings.set('CT_TLS_CERTIFICATE', path.join(folder, 'cert.pem'));
    settings.set('CT_TLS_KEY', path.join(folder, 'key.pem'));
    config = fileWith('reload.config', [...settings].map(pair => pair.join('=')).join('\n'));
    edge = await Edge.start({ CT_CONFIG_FILE: config });
  });
  after(() => edge?.stop());

  it('changes certificate, level and limits under a session that goes on', async () => {
    const host = await hostRoom(edge.url);
    const guest = await joinRoom(edge.url, host.room.roomId);
    const heard = [];
    guest.connection.chat.onMessage((_, text) => heard.push(text));
    const talks = async text => {
      await host.connection.chat.sendMessage(text);
      await until(() => heard.includes(text), { what: text });
    };
    await talks('before');
    assert.equal(await serialOf(edge.ports.https), 'serial=61');

    makeCertificate('0x62');
    const said = await reload({ LOG_LEVEL: 'warn', CT_SESSION_PARTICIPANTS: '2', CT_WORKERS: '3', OCT_SERVER_OWNER: 'Reloaded' });
    assert.match(said, /WARN CT_WORKERS has changed, which takes effect only when the server starts again/);
    assert.equal(await serialOf(edge.ports.https), 'serial=62');
    assert.equal((await (await send(edge.url, 'GET', '/api/meta')).json()).owner, 'Reloaded');
    await talks('after the first');
    await assert.rejects(rawGuest(edge.url, host.room.roomId, { user: 'Third' }), /JoinRejected|SessionFull|RoomFull/);

    assert.match(await reload({ LOG_LEVEL: 'info', CT_SESSION_PARTICIPANTS: null, CT_WORKERS: null }), /in force from now on: LOG_LEVEL, CT_SESSION_PARTICIPANTS/);
    const third = await joinRoom(edge.url, host.room.roomId);
    await talks('after the second');
    for (const peer of [host, guest]) assert.equal(peer.disconnected + peer.closed, 0);
    disposeAll([host, guest, third]);
  });

  it('with a certificate that cannot be read keeps the old one and takes the rest', async () => {
    const former = await serialOf(edge.ports.https);
    const key = fs.readFileSync(path.join(folder, 'key.pem'));
    fs.writeFileSync(path.join(folder, 'key.pem'), 'torn');
    const said = await reload({ OCT_SERVER_OWNER: 'Torn' });
    assert.match(said, /ERROR The certificate stays as it was: private key/);
    assert.equal(await serialOf(edge.ports.https), former);
    assert.equal((await (await send(edge.url, 'GET', '/api/meta')).json()).owner, 'Torn');
    fs.writeFileSync(path.join(folder, 'key.pem'), key);
  });

  it('with a wrong value changes nothing and says why', async () => {
    const said = await reload({ OCT_SERVER_OWNER: 'Never', CT_SEAT_GRACE: 'soon' });
    assert.match(said, /ERROR CT_SEAT_GRACE is "soon"/);
    assert.match(said, /ERROR The settings are wrong, so nothing has changed/);
    assert.notEqual((await (await send(edge.url, 'GET', '/api/meta')).json()).owner, 'Never');
    await reload({ CT_SEAT_GRACE: null });
  });

  it('takes new API keys in and old ones out', async () => {
    const answers = async key => {
      const { pollToken } = await beginLogin(edge.url);
      return (await postJson(edge.url, '/api/login/apikey', { token: pollToken, apiKey: key })).status;
    };
    assert.equal(await answers(secret), 404);
    assert.match(await reload({ OCT_API_KEY: `ann:${secret}` }), /from now on: .*OCT_ACTIVATE_API_KEY_AUTH, OCT_API_KEY/);
    assert.equal(await answers(secret), 200);
    await reload({ OCT_API_KEY: `ann:other-${secret}` });
    assert.equal(await answers(secret), 403);
    assert.ok(!edge.output.includes(secret));
    await reload({ OCT_API_KEY: null });
  });

  it('D-12: rotates the key of the tokens without ending logins, and ends them with the second', async () => {
    const isGood = async token => JSON.parse((await asUser(edge.url, token, '/api/login/validate')).body).valid;
    await reload({ OCT_JWT_PRIVATE_KEY: `first-${secret}` });
    const token = await loginToken(edge.url);
    await reload({ OCT_JWT_PRIVATE_KEY: `second-${secret}`, CT_JWT_FORMER_KEY: `first-${secret}` });
    assert.equal(await isGood(token), true);
    assert.equal(await isGood(await loginToken(edge.url)), true);
    await reload({ CT_JWT_FORMER_KEY: null });
    assert.equal(await isGood(token), false);
  });

  it('takes limits and the address to the dashboard, too', async () => {
    await reload({ CT_DASHBOARD_USER: 'ann', CT_DASHBOARD_PASSWORD: 'right-0', CT_LOGIN_FAILURES_TO_LOCK: '2', CT_SERVER_URL: 'https://new.example' });
    // No try too early may count as a failure.
    assert.equal((await getAs(edge.url, '/dashboard', 'ann', 'right-0')).status, 200);
    const afar = { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'http' };
    assert.equal((await send(edge.url, 'GET', '/dashboard', { headers: afar })).headers.location, 'https://new.example/dashboard');
    const codes = [];
    for (let times = 0; times < 3; ++times) codes.push((await getAs(edge.url, '/dashboard', 'ann', 'wrong')).status);
    assert.deepEqual(codes, [401, 401, 429]);
    await reload({ CT_DASHBOARD_USER: null, CT_DASHBOARD_PASSWORD: null, CT_LOGIN_FAILURES_TO_LOCK: null, CT_SERVER_URL: null });
  });

  it('takes origins and proxies in', async () => {
    const owned = headers => send(edge.url, 'GET', '/api/meta', { headers });
    assert.equal((await owned({ origin: 'https://other.example' })).status, 200);
    await reload({ OCT_CORS_ALLOWED_ORIGINS: 'https://editor.example', CT_TRUSTED_PROXIES: 'none' });
    // Each worker takes its copy when it comes to it.
    await until(async () => (await owned({ origin: 'https://other.example' })).status === 403, { what: 'the origin is refused' });
    await until(async () => {
      const agent = `reload ${Math.random()}`;
      await owned({ 'user-agent': agent, 'x-forwarded-for': '203.0.113.9' });
      const line = await until(() => edge.log('access.log').split('\n').find(entry => entry.includes(agent)));
      return line.startsWith('127.0.0.1 ');
    }, { what: 'the proxy is not believed' });
  });

  it('says so when nothing has changed', async () => {
    assert.match(await reload({}), /Settings read again: none has changed/);
  });

  it('survives many at once', async () => {
    const host = await rawHost(edge.url);
    for (let times = 0; times < 50; ++times) edge.signal('SIGHUP');
    await reload({});
    assert.equal((await send(edge.url, 'GET', '/ct-health/ready')).status, 200);
    assert.deepEqual(host.disconnects, []);
    host.close();
  });
});

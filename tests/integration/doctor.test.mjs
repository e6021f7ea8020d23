// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// D-09: what is planted wrong is found, each by a name of its own and with the variable to change.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ctl } from './support/control.mjs';
import { Edge, environmentWith, temporaryFolder } from './support/edge.mjs';
import { onSmallDisk } from './support/records.mjs';

let folder;
const at = (...names) => path.join(folder, ...names);

/** With which nothing is wrong. */
const sound = () => ({
  CT_STATE_DIR: at('state'),
  CT_BIND_ADDRESS: '127.0.0.1',
  CT_HTTP_PORT: '0',
  CT_HTTPS_PORT: '0',
  CT_PRIVATE_PORT: '0',
  CT_SERVER_URL: 'https://edge.example.org',
  CT_TLS_CERTIFICATE: at('good.crt'),
  CT_TLS_KEY: at('good.key'),
  OCT_API_KEY: 'ann:0123456789abcdef',
});

async function examined(settings, words = ['doctor', '--json']) {
  const { code, output, complaint } = await ctl(words, { settings: { ...sound(), ...settings } });
  assert.equal(complaint, '');
  return { code, output };
}

/** A certificate for that name, valid from one day to another (counted from today). */
function makeCertificate(name, host, from = -1, to = 90) {
  const day = offset => new Date(Date.now() + offset * 86_400_000).toISOString().replace(/\D/g, '').slice(0, 14) + 'Z';
  const [key, request, crt] = ['key', 'csr', 'crt'].map(end => at(`${name}.${end}`));
  execFileSync('openssl', ['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', request,
    '-subj', `/CN=${host}`], { stdio: 'ignore' });
  const ca = at(`${name}-ca`);
  fs.mkdirSync(ca);
  fs.writeFileSync(path.join(ca, 'index.txt'), '');
  fs.writeFileSync(path.join(ca, 'ca.cnf'),
    `[ca]\ndefault_ca=it\n[it]\nnew_certs_dir=${ca}\ndatabase=${ca}/index.txt\nrand_serial=yes\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n[names]\nsubjectAltName=DNS:${host}\n`);
  execFileSync('openssl', ['ca', '-batch', '-selfsign', '-config', path.join(ca, 'ca.cnf'), '-extensions', 'names', '-keyfile', key, '-in', request, '-out', crt,
    '-notext', '-startdate', day(from), '-enddate', day(to)], { stdio: 'ignore' });
  fs.chmodSync(key, 0o600);
}

const tls = name => ({ CT_TLS_CERTIFICATE: at(`${name}.crt`), CT_TLS_KEY: at(`${name}.key`) });

before(() => {
  folder = temporaryFolder();
  makeCertificate('good', 'edge.example.org');
  makeCertificate('wild', '*.example.org');
  makeCertificate('other', 'other.example.net');
  makeCertificate('old', 'edge.example.org', -20, -2);
  makeCertificate('early', 'edge.example.org', 2, 20);
});
after(() => fs.rmSync(folder, { recursive: true }));

describe('codetogether-ctl doctor', () => {
  it('finds nothing where nothing is wrong', async () => {
    for (const settings of [{}, tls('wild'), { CT_TLS_CERTIFICATE: '', CT_TLS_KEY: '' }, { CT_METRICS_STATSD_HOST: 'localhost' },
      // The proxy looks it up.
      { CT_AUDIT_WEBHOOK_URL: 'https://hook.invalid', CT_AUDIT_WEBHOOK_SECRET: 'a-secret-of-the-webhook', CT_PROXY: 'http://localhost:3128' }]) {
      const { code, output } = await examined(settings);
      assert.deepEqual(JSON.parse(output), { findings: [] });
      assert.equal(code, 0);
    }
    assert.equal((await examined({}, ['doctor'])).output, 'Nothing is wrong\n');
  });

  const stateWith = (name, file, content) => {
    fs.mkdirSync(at(name), { recursive: true });
    if (content === undefined) fs.mkdirSync(at(name, file));
    else fs.writeFileSync(at(name, file), content);
    return { CT_STATE_DIR: at(name) };
  };
  for (const [what, check, variable, plant] of [
    ['a certificate for another host', 'certificate-host', 'CT_TLS_CERTIFICATE', () => tls('other')],
    ['an expired certificate', 'certificate-expired', 'CT_TLS_CERTIFICATE', () => tls('old')],
    ['a certificate of the future', 'certificate-not-yet', 'CT_TLS_CERTIFICATE', () => tls('early')],
    ['a certificate that is not there', 'certificate-unreadable', 'CT_TLS_CERTIFICATE', () => ({ CT_TLS_CERTIFICATE: at('none.crt') })],
    ['a key that can\'t be read', 'key-unreadable', 'CT_TLS_KEY', () => ({ CT_TLS_KEY: at('none.key') })],
    ['a key of another certificate', 'certificate-unusable', 'CT_TLS_CERTIFICATE', () => ({ CT_TLS_KEY: at('other.key') })],
    ['a clock that was set back', 'clock-off', 'CT_TIME_ZONE', () => stateWith('future', 'last-day', '2100-01-31\n')],
    ['a database that is none', 'database-unreachable', 'CT_STATE_DIR', () => stateWith('rubbish', 'edge.sqlite', 'x'.repeat(10_000))],
    ['a database that can\'t be opened', 'database-unreachable', 'CT_STATE_DIR', () => stateWith('blocked', 'edge.sqlite')],
    ['a state folder that is a file', 'folder-unusable', 'CT_STATE_DIR', () => ({ CT_STATE_DIR: at('good.crt'), CT_LOG_DIR: at('log') })],
    ['a log folder that can\'t be', 'folder-unusable', 'CT_LOG_DIR', () => ({ CT_LOG_DIR: at('good.crt', 'log') })],
    ['no login method', 'no-login', 'OCT_API_KEY', () => ({ OCT_API_KEY: '', CT_BIND_ADDRESS: '' })],
    ['a StatsD that has no address', 'statsd-unresolvable', 'CT_METRICS_STATSD_HOST', () => ({ CT_METRICS_STATSD_HOST: 'statsd.invalid' })],
    ['a syslog server that has no address', 'audit-unresolvable', 'CT_AUDIT_SYSLOG', () => ({ CT_AUDIT_SYSLOG: 'tcp://log.invalid' })],
    ['a webhook that has no address', 'audit-unresolvable', 'CT_AUDIT_WEBHOOK_URL', () => ({ CT_AUDIT_WEBHOOK_URL: 'https://hook.invalid', CT_AUDIT_WEBHOOK_SECRET: 'a-secret-of-the-webhook' })],
    ['a proxy to the webhook that has no address', 'audit-unresolvable', 'CT_PROXY',
      () => ({ CT_AUDIT_WEBHOOK_URL: 'https://hook.invalid', CT_AUDIT_WEBHOOK_SECRET: 'a-secret-of-the-webhook', CT_PROXY: 'http://proxy.invalid:3128' })],
    ['authorities that are none', 'audit-authorities', 'CT_AUDIT_CA', () => ({ CT_AUDIT_SYSLOG: 'tls://localhost', CT_AUDIT_CA: at('good.key') })],
    ['a proxy that is not trusted', 'proxy-untrusted', 'CT_TRUSTED_PROXIES', () => ({ CT_HTTPS: 'false', CT_BIND_ADDRESS: '0.0.0.0' })],
    ['packages that can\'t be read', 'packages-unreadable', 'CT_CLIENTS_DIR', () => ({ CT_CLIENTS_DIR: at('no-clients') })],
    ['a setting that is wrong', 'setting', 'CT_WORKERS', () => ({ CT_WORKERS: 'many' })],
  ]) {
    it(`finds ${what}`, async () => {
      const settings = plant();
      const { code, output } = await examined(settings);
      const { findings } = JSON.parse(output);
      assert.deepEqual(findings.map(finding => [finding.check, finding.variable]), [[check, variable]], output);
      assert.equal(code, 78);
      const text = (await examined(settings, ['doctor'])).output;
      assert.match(text, new RegExp(`^${check}: .+\n {4}change ${variable}\n$`));
    });
  }

  for (const variable of ['CT_HTTP_PORT', 'CT_HTTPS_PORT', 'CT_PRIVATE_PORT']) {
    it(`finds that another has the port of ${variable}`, async () => {
      const other = net.createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { code, output } = await examined({ [variable]: String(other.address().port) });
      other.close();
      assert.deepEqual(JSON.parse(output).findings.map(finding => [finding.check, finding.variable]), [['port-taken', variable]]);
      assert.equal(code, 78);
    });
  }

  it('takes the server\'s own ports for no fault', async () => {
    const edge = await Edge.start();
    const settings = { CT_STATE_DIR: edge.stateDir, CT_HTTP_PORT: String(edge.ports.http), CT_PRIVATE_PORT: String(edge.ports.private) };
    assert.equal((await examined(settings)).code, 0);
    await edge.stop();
  });

  it('judges what a running server was told by those who started it', async () => {
    const settings = { OCT_ACTIVATE_SIMPLE_LOGIN: '', CT_METRICS_STATSD_HOST: 'statsd.invalid', OCT_API_KEY: 'ann:0123456789abcdef' };
    const edge = await Edge.start(settings, { flags: ['--audit-syslog=tcp://log.invalid'] });
    const found = async (words, own = {}) => {
      const { output } = await ctl([`--state-dir=${edge.stateDir}`, 'doctor', '--json', ...words], { settings: own });
      return JSON.parse(output).findings.map(finding => finding.check).sort();
    };
    assert.deepEqual(await found([]), ['audit-unresolvable', 'statsd-unresolvable']);
    // What is asked about is what counts, and a service has a file of its own.
    assert.deepEqual(await found([], { CT_METRICS_STATSD_HOST: 'localhost' }), ['audit-unresolvable']);
    const ofService = { ...sound(), CT_LOG_DIR: at('log'), CT_STATE_DIR: edge.stateDir };
    fs.writeFileSync(at('service'), Object.entries(ofService).map(([name, value]) => `${name}=${value}\n`).join(''));
    assert.deepEqual(await found([`--environment-file=${at('service')}`]), []);
    await edge.stop();
  });

  it('takes nobody for the server who only has its number', async () => {
    const edge = await Edge.start({ CT_METRICS_STATSD_HOST: 'statsd.invalid' });
    const other = temporaryFolder();
    try {
      fs.copyFileSync(path.join(edge.stateDir, 'ports.json'), path.join(other, 'ports.json'));
      fs.writeFileSync(path.join(other, 'lock'), fs.readFileSync(path.join(edge.stateDir, 'lock')));
      const { output } = await ctl([`--state-dir=${other}`, 'doctor', '--json']);
      assert.ok(!JSON.parse(output).findings.some(finding => finding.check === 'statsd-unresolvable'), output);
    } finally {
      fs.rmSync(other, { recursive: true });
      await edge.stop();
    }
  });

  it('finds a disk that is full', async () => {
    fs.mkdirSync(at('small'));
    const [command, ...rest] = onSmallDisk(at('small'), '16m');
    const { status, stdout } = spawnSync(command, [...rest, process.env.CT_CTL_BIN, 'doctor', '--json'], {
      env: environmentWith({ ...sound(), CT_STATE_DIR: at('small'), CT_LOG_DIR: at('log') }), encoding: 'utf8',
    });
    assert.deepEqual(JSON.parse(stdout).findings.map(finding => [finding.check, finding.variable]), [['disk-full', 'CT_STATE_DIR']]);
    assert.equal(status, 78);
  });

  it('leaves nothing behind', async () => {
    await examined({});
    assert.equal(fs.existsSync(at('state')), false);
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where metrics go, by the admin API: changed at once, tried, kept, and never told with its secret.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { audited, settings, signedIn } from './support/adminapi.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { freePort } from './support/ports.mjs';
import { Statsd } from './support/statsd.mjs';
import { until } from './support/wait.mjs';

const secret = 'a-token-that-nobody-else-has';

const form = (more = {}) => ({ mode: 'none', statsdHost: '', statsdPort: 8125, statsdProtocol: 'UDP', statsdPrefix: 'codetogether.', ...more });

async function change(client, body) {
  const { headers: { etag } } = await client.call('getMetricsIntegration');
  return client.call('setMetricsIntegration', {}, { body, headers: { 'if-match': etag } });
}

describe('the metrics integration by the admin API', () => {
  let edge;
  let client;
  let stateDir;
  let statsd;
  const scrape = headers => send(edge.url, 'GET', '/metrics', { headers });
  before(async () => {
    stateDir = temporaryFolder();
    statsd = await Statsd.start('udp');
    edge = await Edge.start({ ...settings, CT_METRICS_STATSD_FLUSH: '1' }, { stateDir });
    client = await signedIn(edge);
  });
  after(async () => {
    await edge?.stop();
    await statsd?.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('is changed at once, by whoever has seen what it was', async () => {
    const first = await client.call('getMetricsIntegration');
    assert.deepEqual([JSON.parse(first.body).mode, JSON.parse(first.body).managedFields, JSON.parse(first.body).modes.length], ['none', [], 4]);
    const body = form({ mode: 'both', statsdHost: '127.0.0.1', statsdPort: statsd.port, statsdPrefix: 'edge', prometheusToken: secret });
    const put = tag => client.call('setMetricsIntegration', {}, { body, headers: { 'if-match': tag } });
    assert.equal((await scrape()).status, 404);
    assert.equal((await put('"other"')).status, 412);
    const changed = await put(first.headers.etag);
    assert.equal(changed.status, 200);
    assert.deepEqual([JSON.parse(changed.body).mode, JSON.parse(changed.body).prometheusToken, JSON.parse(changed.body).statsdPrefix], ['both', true, 'edge.']);
    assert.equal((await put(first.headers.etag)).status, 412);
    await until(async () => (await statsd.value('gauges', 'edge.users.online')) === 0);
    assert.equal((await scrape()).status, 401);
    assert.equal((await scrape({ authorization: 'Bearer a-token-of-another' })).status, 401);
    assert.equal((await scrape({ authorization: `Bearer ${secret}` })).status, 200);
  });

  it('keeps its token to itself', async () => {
    const answers = [await client.call('getMetricsIntegration'), await client.call('getConfiguration'), await client.call('listAudit')];
    for (const { body } of answers) assert.ok(!body.includes(secret));
    const [entry] = await audited(edge, 'admin.metrics.change');
    assert.match(entry.detail, /^none → both \(127\.0\.0\.1 port \d+, UDP, prefix edge\.\); another token$/);
    for (const folder of [stateDir, edge.logDir]) {
      for (const file of fs.readdirSync(folder, { withFileTypes: true }).filter(one => one.isFile())) {
        assert.ok(!fs.readFileSync(path.join(folder, file.name)).includes(secret), file.name);
      }
    }
  });

  it('outlives a restart', async () => {
    await edge.stop();
    edge = await Edge.start({ ...settings, CT_METRICS_STATSD_FLUSH: '1' }, { stateDir });
    client = await signedIn(edge);
    const now = await client.ask('getMetricsIntegration');
    assert.deepEqual([now.mode, now.statsdPort, now.prometheusToken], ['both', statsd.port, true]);
    assert.equal((await scrape({ authorization: `Bearer ${secret}` })).status, 200);
    const told = () => statsd.value('counters', 'statsd.packets_received');
    const before = await told();
    await until(async () => (await told()) > before);
  });

  it('can be switched off, its token, too', async () => {
    assert.equal((await change(client, form({ mode: 'prometheus', prometheusToken: '' }))).status, 200);
    assert.equal((await scrape()).status, 200);
    assert.equal((await change(client, form())).status, 200);
    assert.equal((await scrape()).status, 404);
  });

  it('says of each field what is wrong', async () => {
    for (const [body, ...fields] of [
      [form({ mode: 'some' }), 'mode'],
      [form({ mode: 'statsd' }), 'statsdHost'],
      [form({ statsdHost: 'a host' }), 'statsdHost'],
      [form({ statsdHost: 'http://host/' }), 'statsdHost'],
      [form({ statsdPort: 0, statsdProtocol: 'ICMP' }), 'statsdPort', 'statsdProtocol'],
      [form({ statsdPort: 65_536, statsdPrefix: 'a b' }), 'statsdPort', 'statsdPrefix'],
      [form({ prometheusToken: 'short' }), 'prometheusToken'],
    ]) {
      for (const answer of [await change(client, body), await client.call('testMetricsIntegration', {}, { body })]) {
        assert.equal(answer.status, 422, JSON.stringify(body));
        assert.deepEqual(JSON.parse(answer.body).errors.map(error => error.field), fields);
      }
    }
    assert.equal((await change(client, { mode: 'none' })).status, 400);
  });

  it('is tried before it counts, and tells what came of it', async () => {
    const trial = async more => (await client.ask('testMetricsIntegration', {}, { body: form({ statsdHost: '127.0.0.1', ...more }) })).trials;
    const [sent] = await trial({ mode: 'statsd', statsdPort: statsd.port, statsdPrefix: 'try' });
    assert.deepEqual([sent.way, sent.good], ['statsd', true], sent.detail);
    await until(async () => (await statsd.value('gauges', 'try.users.online')) === 0);
    assert.equal(await statsd.value('counters', 'try.sessions.hosted') ?? 0, 0, 'nothing is counted twice');
    assert.ok(!await statsd.badLines());
    const port = await freePort();
    const [refused] = await trial({ mode: 'statsd', statsdPort: port, statsdProtocol: 'TCP' });
    assert.deepEqual([refused.good, /refused/i.test(refused.detail)], [false, true], refused.detail);
    const both = await trial({ mode: 'both', statsdPort: port });
    assert.deepEqual(both.map(({ way, good }) => [way, good]), [['statsd', false], ['prometheus', true]]);
    assert.equal((await client.ask('getMetricsIntegration')).mode, 'none');
    assert.ok((await audited(edge, 'admin.metrics.test')).length >= 3);
  });

  it('leaves to the settings what they have', async () => {
    const other = await Edge.start({ ...settings, CT_METRICS_STATSD_HOST: 'https://127.0.0.1/metrics', CT_METRICS_STATSD_PORT: String(statsd.port) });
    const administrator = await signedIn(other);
    const now = await administrator.ask('getMetricsIntegration');
    assert.deepEqual([now.mode, now.managedFields, now.modes, now.managedByEnvironment], ['statsd', ['statsdHost', 'statsdPort'], ['statsd', 'both'], false]);
    const body = form({ mode: 'none', statsdHost: '127.0.0.2', statsdPort: statsd.port });
    const refused = await change(administrator, body);
    assert.equal(refused.status, 422);
    assert.deepEqual(JSON.parse(refused.body).errors.map(error => error.field), ['statsdHost', 'mode']);
    assert.match(refused.body, /CT_METRICS_STATSD_HOST has it/);
    assert.equal((await administrator.call('testMetricsIntegration', {}, { body })).status, 422, 'nothing is sent elsewhere');
    assert.equal((await change(administrator, { ...body, mode: 'both', statsdHost: now.statsdHost })).status, 200);
    await other.stop();
  });
});

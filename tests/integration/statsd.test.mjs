// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Numbers for StatsD: npm's own daemon says what has arrived, over UDP and TCP.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { disposeAll, roomOf } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { freePort } from './support/ports.mjs';
import { valueOf } from './support/prometheus.mjs';
import { Statsd } from './support/statsd.mjs';
import { timed, until } from './support/wait.mjs';

let statsd;
let edge;
let peers = [];

const startEdge = (port, protocol, more = {}) => Edge.start({
  CT_METRICS_STATSD_HOST: '127.0.0.1',
  CT_METRICS_STATSD_PORT: String(port),
  CT_METRICS_STATSD_PROTOCOL: protocol,
  CT_METRICS_STATSD_FLUSH: '1',
  CT_PROMETHEUS_ENABLED: 'true',
  ...more,
});

async function become(kind, name, expected) {
  let last;
  await until(async () => (last = await statsd.value(kind, `codetogether.${name}`)) === expected, { timeout: 20_000, what: `${name} to be ${expected}` })
    .catch(error => assert.fail(`${error.message}; it is ${last}`));
}

const lines = pattern => edge.log('server.log').split('\n').filter(line => pattern.test(line)).length;

for (const protocol of ['UDP', 'TCP']) {
  describe(`StatsD over ${protocol}`, () => {
    before(async () => {
      statsd = await Statsd.start(protocol.toLowerCase());
      edge = await startEdge(statsd.port, protocol);
    });
    afterEach(() => disposeAll(peers.splice(0)));
    after(async () => {
      await edge?.stop();
      await statsd?.stop();
    });

    it('is told the six numbers, the same that Prometheus is told', async () => {
      peers = await roomOf(edge.url, 2);
      await become('gauges', 'users.online', 3);
      await become('gauges', 'sessions.active', 1);
      await become('gauges', 'sessions.connections', 3);
      await become('counters', 'sessions.hosted', 1);
      await become('counters', 'clients.downloads', 0);
      const lag = await statsd.value('gauges', 'codetogether.server.lag_ms');
      assert.ok(lag > 0 && lag < 1_000, `${lag} ms`);
      const { body } = await send(edge.url, 'GET', '/metrics');
      assert.equal(valueOf(body, 'codetogether_users_online'), 3);
      assert.equal(valueOf(body, 'codetogether_sessions_active'), 1);
      assert.equal(valueOf(body, 'codetogether_session_connections'), 3);
      assert.equal(valueOf(body, 'codetogether_sessions_hosted_total'), 1);
      assert.ok(!await statsd.badLines());
    });

    it('hears of a session once, and of its end', async () => {
      peers = await roomOf(edge.url, 0);
      await become('counters', 'sessions.hosted', 2);
      disposeAll(peers.splice(0));
      await become('gauges', 'sessions.active', 0);
      await become('counters', 'sessions.hosted', 2);
    });

    it('is found again after it was away, and each change is logged once', async () => {
      const { port } = statsd;
      await until(() => lines(/Sending metrics to StatsD/) === 1, { what: 'the line for the beginning' });
      await statsd.stop();
      await until(() => lines(/StatsD at .* can't be reached/) === 1, { timeout: 20_000, what: 'the line for the loss' });
      const failed = async () => valueOf((await send(edge.url, 'GET', '/metrics')).body, 'codetogether_statsd_flushes_total{result="failed"}');
      const first = await failed();
      await until(async () => await failed() >= first + 2, { timeout: 20_000, what: 'more flushes without StatsD' });
      assert.equal(lines(/can't be reached/), 1);
      peers = await roomOf(edge.url, 0);
      statsd = await Statsd.start(protocol.toLowerCase(), { port });
      await become('gauges', 'sessions.active', 1);
      await until(() => lines(/Sending metrics to StatsD/) === 2, { timeout: 20_000, what: 'the line for the return' });
      // What happened meanwhile is not lost where the transport can tell.
      if (protocol === 'TCP') await become('counters', 'sessions.hosted', 1);
    });
  });
}

describe('StatsD that can\'t be had', () => {
  afterEach(() => edge?.stop());

  const isLively = async () => {
    const { took } = await timed(() => send(edge.url, 'GET', '/api/meta'));
    assert.ok(took < 1_000, `${took} ms`);
  };

  it('because its name does not exist costs one line', async () => {
    edge = await startEdge(8125, 'UDP', { CT_METRICS_STATSD_HOST: 'statsd.invalid' });
    await until(() => lines(/can't be reached: its name can't be resolved/) === 1, { timeout: 30_000, what: 'the line' });
    await isLively();
    const failed = async () => valueOf((await send(edge.url, 'GET', '/metrics')).body, 'codetogether_statsd_flushes_total{result="failed"}');
    await until(async () => await failed() >= 3, { timeout: 30_000, what: 'further tries' });
    assert.equal(lines(/can't be reached/), 1);
  });

  it('because nobody listens costs one line', async () => {
    edge = await startEdge(await freePort(), 'TCP');
    await until(() => lines(/can't be reached/) === 1, { what: 'the line' });
    await isLively();
  });

  it('because it never reads is not waited for', async () => {
    const server = net.createServer(socket => socket.pause()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    edge = await startEdge(server.address().port, 'TCP');
    await until(() => lines(/Sending metrics/) === 1, { timeout: 20_000, what: 'a connection' });
    await isLively();
    server.close();
  });

  it('for a URL instead of a host is forgiven with a warning', async () => {
    statsd = await Statsd.start('udp');
    edge = await startEdge(statsd.port, 'UDP', { CT_METRICS_STATSD_HOST: 'https://127.0.0.1/metrics' });
    await until(() => lines(/CT_METRICS_STATSD_HOST is https:\/\/127\.0\.0\.1\/metrics, of which only the host is used: 127\.0\.0\.1/) === 1, { what: 'the warning' });
    await become('gauges', 'sessions.active', 0);
    await statsd.stop();
  });
});

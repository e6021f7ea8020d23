// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What operators get for their own tools: Debian's Prometheus scrapes the server, and answers the
// dashboard's and the alerts' questions.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { disposeAll, roomOf } from './support/client.mjs';
import { Edge } from './support/edge.mjs';
import { Prometheus, promtool } from './support/prometheus.mjs';

const shipped = name => fileURLToPath(new URL(`../../packaging/observability/${name}`, import.meta.url));
const token = 'prometheus-reads-with-this';
let edge;
let prometheus;
let peers;

describe('Prometheus', () => {
  before(async () => {
    edge = await Edge.start({ CT_PROMETHEUS_ENABLED: 'true', CT_PROMETHEUS_TOKEN: token });
    const authorization = { type: 'Bearer', credentials: token };
    prometheus = await Prometheus.start(
      { static_configs: [{ targets: [`localhost:${edge.ports.https}`] }], scheme: 'https', tls_config: { insecure_skip_verify: true }, authorization },
      { rules: [shipped('alerts.yml')] });
    peers = await roomOf(edge.url, 2);
  });
  after(async () => {
    disposeAll(peers ?? []);
    await prometheus?.stop();
    await edge?.stop();
  });

  it('scrapes the server', async () => {
    await prometheus.becomes('up{job="codetogether"}', 1);
    await prometheus.becomes('codetogether_users_online', 3);
    await prometheus.becomes('codetogether_sessions_active', 1);
    await prometheus.becomes('codetogether_session_connections', 3);
    await prometheus.becomes('codetogether_sessions_hosted_total', 1);
    await prometheus.becomes('sum(codetogether_client_downloads_total)', 0);
    await prometheus.becomes('codetogether_joins_total{result="joined"}', 2);
    const [lag] = await prometheus.query('codetogether_server_lag_seconds');
    assert.ok(Number(lag.value[1]) > 0, lag.value[1]);
  });

  it('can answer every question of the dashboard', async () => {
    const dashboard = JSON.parse(fs.readFileSync(shipped('grafana-dashboard.json'), 'utf8'));
    const questions = dashboard.panels.flatMap(panel => (panel.targets ?? []).map(target => target.expr));
    assert.ok(questions.length >= 15, `${questions.length}`);
    // Rates need a second scrape.
    await prometheus.becomes('count_over_time(up{job="codetogether"}[1m]) >= bool 3', 1);
    for (const question of questions) {
      const expression = question.replaceAll('$job', 'codetogether').replaceAll('$instance', '.*').replaceAll('$__rate_interval', '1m');
      assert.ok((await prometheus.query(expression)).length, expression);
    }
  });

  it('knows every metric that the alerts ask for', async () => {
    const rules = fs.readFileSync(shipped('alerts.yml'), 'utf8');
    for (const name of new Set(rules.match(/\bcodetogether_[a-z_]+/g))) {
      const series = name.replace(/_(bucket|sum|count)$/, '_count');
      assert.ok((await prometheus.query(series)).length, series);
    }
  });
});

describe('the alert rules', () => {
  it('are in order', () => promtool(['check', 'rules', shipped('alerts.yml')]));
  it('fire when they should, and only then', () => promtool(['test', 'rules', shipped('alerts.test.yml')]));
});

describe('the example configuration of Prometheus', () => {
  it('is in order', () => promtool(['check', 'config', '--syntax-only', shipped('prometheus.yml')]));
});

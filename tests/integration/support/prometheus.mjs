// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Debian's Prometheus, scraping one target; what it says of the numbers is what operators see.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Daemon } from './daemon.mjs';
import { temporaryFolder } from './edge.mjs';
import { send } from './http.mjs';
import { until } from './wait.mjs';

/** Runs promtool, which must find nothing to say. */
export function promtool(flags, input) {
  const { status, stdout, stderr } = spawnSync('promtool', flags, { input, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  return { stdout, stderr };
}

/** The value of one series in an exposition; undefined when it isn't there. */
export function valueOf(text, series) {
  const line = text.split('\n').find(entry => entry.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

export class Prometheus {
  static async start(scrape, { rules = [] } = {}) {
    const folder = temporaryFolder();
    const file = path.join(folder, 'prometheus.yml');
    const config = { global: { scrape_interval: '1s', evaluation_interval: '1s' }, rule_files: rules, scrape_configs: [{ job_name: 'codetogether', ...scrape }] };
    // JSON is YAML.
    fs.writeFileSync(file, JSON.stringify(config));
    const command = port => ['prometheus', `--config.file=${file}`, `--storage.tsdb.path=${path.join(folder, 'data')}`, `--web.listen-address=127.0.0.1:${port}`];
    const daemon = await Daemon.start(command, async port => (await send(`http://127.0.0.1:${port}`, 'GET', '/-/ready')).status === 200);
    return new Prometheus(folder, daemon);
  }

  #folder;
  #daemon;

  constructor(folder, daemon) {
    this.#folder = folder;
    this.#daemon = daemon;
  }

  /** The answer's result list. */
  async query(expression) {
    const answer = await send(`http://127.0.0.1:${this.#daemon.port}`, 'GET', `/api/v1/query?query=${encodeURIComponent(expression)}`);
    const body = await answer.json();
    assert.equal(body.status, 'success', `${expression}: ${answer.body}`);
    return body.data.result;
  }

  /** Waits until the expression has this value. */
  async becomes(expression, value) {
    let last;
    await until(async () => {
      last = (await this.query(expression))[0]?.value?.[1];
      return last !== undefined && Number(last) === value;
    }, { timeout: 30_000, what: `${expression} to be ${value}` }).catch(error => assert.fail(`${error.message}; it is ${last}`));
  }

  async stop() {
    await this.#daemon.stop();
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One attack on a server whose limits are in force, and the judgement on how it held.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { Edge, edgeBinary } from '../../integration/support/edge.mjs';
import { pause, until } from '../../integration/support/wait.mjs';
import { Gauge } from './process.mjs';
import { RemoteWatch } from './remotewatch.mjs';
import { endEverybody } from './room.mjs';
import { endWires } from './wire.mjs';

/** Where the server listens besides 127.0.0.1; whoever connects to it comes from `attackerAddress`. */
export const serverAddress = '10.9.9.1';
export const attackerAddress = '127.0.0.66';

const untouchedRooms = 4;
const baselineTime = 3_000;
const measuredPriority = -15;
const attackersPriority = 10;
const recoveryTime = 60_000;
// What the loops may add to twice what the machine itself makes everybody wait, at the same moments or before.
const longestP99 = 20;
const longestEver = 250;
// Pairs to the application that each worker keeps for the next request.
const keptDescriptors = 10;
// Line limits count in spans of 10 s.
const lineSpan = 10_000;

/** No address is exempt or a proxy, and the rates are those of the server's own defaults. */
const limitsInForce = {
  CT_BIND_ADDRESS: `127.0.0.1,${serverAddress}`,
  CT_RATE_EXEMPT: 'none',
  CT_TRUSTED_PROXIES: 'none',
  CT_LOGIN_TRIES_PER_MINUTE: '20',
};

export class Field {
  secrets = [0, 1].map(() => `canary-${randomBytes(24).toString('hex')}`);
  notes = [];

  /** `wrapper`: a command in front of the server's, which has to become the server (exec). */
  async open({ settings = {}, wrapper }) {
    assert.ok(isInside(), 'attacks need a network namespace of their own: start them by tests/attack/run');
    // What else this machine does is not what is measured here.
    setPriority(measuredPriority);
    const [jwtKey, metricsToken] = this.secrets;
    const known = { OCT_JWT_PRIVATE_KEY: jwtKey, CT_PROMETHEUS_ENABLED: 'true', CT_PROMETHEUS_TOKEN: metricsToken };
    this.edge = await Edge.start({ ...limitsInForce, ...known, ...settings }, launchBy(wrapper));
    this.watch = new RemoteWatch();
    this.secrets.push(...await this.watch.call('open', { url: this.url, privateUrl: this.edge.privateUrl, rooms: untouchedRooms, metricsToken }));
    // Attackers have machines of their own: here they get what the server leaves over.
    setPriority(attackersPriority);
  }

  get url() {
    return this.edge.url;
  }

  get port() {
    return this.edge.ports.http;
  }

  /** Lines of the log, whichever file they are in, but for the access log's. */
  logged(pattern, names = ['server.log', 'sessions.log', 'error.log']) {
    return names.flatMap(name => this.edge.log(name).split('\n')).filter(line => pattern.test(line));
  }

  async close() {
    endWires();
    endEverybody();
    await this.watch?.stop();
    await this.edge?.stop();
  }
}

function launchBy(wrapper) {
  if (!wrapper) return {};
  const [binary, ...parameters] = wrapper;
  return { program: { binary }, flags: [...parameters, edgeBinary()] };
}

/** To rise again takes rights that not everybody has; then all have the same. */
function setPriority(priority) {
  try {
    os.setPriority(priority);
  } catch (error) {
    if (error.code !== 'ERR_SYSTEM_ERROR') throw error;
  }
}

function isInside() {
  return Object.values(os.networkInterfaces()).flat().some(entry => entry.address === serverAddress);
}

/** Baseline, strike, recovery; what was seen of each. */
async function fight(field, { strike, aftermath = async () => {}, memory = 32 }) {
  const { watch, edge } = field;
  await watch.call('mark');
  await pause(baselineTime);
  const baseline = await watch.call('collect');
  const linesBefore = field.logged(/ (WARN|ERROR) /).length;
  await watch.call('mark');
  const gauge = new Gauge(edge.pid).start();
  try {
    await strike(field);
  } finally {
    gauge.stop();
    assert.equal(edge.exit, undefined, `the server has ended (${JSON.stringify(edge.exit)}):\n${edge.output.slice(-2_000)}`);
  }
  const during = await watch.call('collect');
  const took = performance.now() - gauge.startedAt;
  await aftermath(field);
  const isBack = ({ rss, descriptors }) =>
    rss <= gauge.before.rss + memory && descriptors <= gauge.before.descriptors + keptDescriptors;
  await until(() => isBack(gauge.now()), { timeout: recoveryTime, what: 'memory and descriptors as before' }).catch(() => {});
  const after = gauge.now();
  await watch.call('mark');
  await pause(1_000);
  const later = await watch.call('collect');
  return { baseline, during, later, gauge, after, isBack: isBack(after), took, warnings: field.logged(/ (WARN|ERROR) /).slice(linesBefore) };
}

function assertHeld(field, seen, { log, lag = {}, unready = 0 }) {
  const { during, later } = seen;
  assert.equal(field.edge.exit, undefined, 'the server is alive');
  assert.equal(during.lost + later.lost, 0, 'the untouched lose nothing');
  assert.equal(later.disconnects, 0, `the untouched stay connected (${later.ended})`);
  assert.ok(during.unready <= unready, `not ready ${during.unready} times of ${during.asked}: ${during.why}`);
  assert.equal(later.unready, 0, `not ready afterwards: ${later.why}`);
  const noise = figure => 2 * Math.max(during.machine[figure], seen.baseline.lag[figure]);
  const p99 = (lag.p99 ?? longestP99) + noise('p99');
  const max = (lag.max ?? longestEver) + noise('max');
  assert.ok(during.lag.p99 <= p99, `p99 of the delay ${during.lag.p99.toFixed(1)} ms, over ${p99.toFixed(1)}`);
  assert.ok(during.lag.max <= max, `longest delay ${during.lag.max.toFixed(1)} ms, over ${max.toFixed(1)}`);
  assert.ok(during.loops.p99 <= p99, `p99 of the loops' delay ${during.loops.p99.toFixed(1)} ms, over ${p99.toFixed(1)}`);
  assert.ok(during.loops.max <= max, `longest delay of a loop ${during.loops.max.toFixed(1)} ms, over ${max.toFixed(1)}`);
  assert.ok(seen.isBack, `not back: ${JSON.stringify({ before: seen.gauge.before, after: seen.after })}`);
  assertLogged(field, seen, log);
}

function assertLogged(field, { took, warnings }, log) {
  const most = Math.ceil(took / lineSpan) + 2;
  if (log) {
    assert.ok(field.logged(log).length, `no line of the log is like ${log}:\n${warnings.join('\n')}`);
    // What happens to each participant is in sessions.log, without a limit.
    const said = field.logged(log, ['server.log']).filter(line => / WARN /.test(line));
    assert.ok(said.length <= 2 * most, `${said.length} lines of the log are like ${log}`);
  }
  assert.ok(warnings.length <= 6 * most, `${warnings.length} warnings:\n${warnings.slice(0, 20).join('\n')}`);
  const everything = fs.readdirSync(field.edge.logDir).map(name => field.edge.log(name)).join('\n') + field.edge.output;
  for (const secret of field.secrets) assert.ok(!everything.includes(secret), `a log holds the secret ${secret.slice(0, 12)}…`);
}

function publish(name, field, seen, verdict) {
  const file = process.env.CT_ATTACK_RESULTS;
  if (!file) return;
  const { during, gauge, after, warnings } = seen ?? {};
  const result = seen && {
    lag: during.lag, loops: during.loops, doors: during.doors, machine: during.machine, baseline: seen.baseline.lag, lost: during.lost + seen.later.lost, cpu: gauge.cpu, took: seen.took,
    rss: [gauge.before.rss, gauge.peak.rss, after.rss], descriptors: [gauge.before.descriptors, gauge.peak.descriptors, after.descriptors],
    lines: warnings.length,
  };
  const line = seen ? field.logged(seen.log ?? /^$/)[0] : '';
  fs.appendFileSync(path.resolve(file), `${JSON.stringify({ name, verdict, notes: field.notes, line, ...result })}\n`);
}

/**
 * Registers one attack. `strike` gets the field and attacks; the log has to have a line like `log`.
 * `memory`: MiB that may stay; `lag`: other bounds in ms; `unready`: probes that may fail.
 */
export function attack(name, title, plan) {
  it(`${name}: ${title}`, { timeout: 290_000 }, async () => {
    const field = new Field();
    let seen;
    let verdict = 'FAIL';
    try {
      await field.open(plan.launch?.() ?? {});
      seen = { ...await fight(field, plan), log: plan.log };
      assertHeld(field, seen, plan);
      verdict = 'PASS';
    } catch (error) {
      verdict = `FAIL: ${error.message.split('\n')[0]}`;
      throw error;
    } finally {
      publish(name, field, seen, verdict);
      await field.close();
    }
  });
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How late the server's own loops were, by its own meters.

import http from 'node:http';
import { send } from '../../integration/support/http.mjs';
import { until } from '../../integration/support/wait.mjs';

const lookEvery = 4_000;

/** Reads /metrics now and then, as its longest delays are those of the last ten seconds. */
export class Loops {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 1, localAddress: '127.1.0.97' });
  #before = [];
  #longest = 0;

  constructor(url, token) {
    this.url = url;
    this.token = token;
    setInterval(() => this.#look().catch(() => {}), lookEvery);
  }

  async mark() {
    this.#longest = 0;
    this.#before = (await this.#look()).buckets;
  }

  /** Of all loops since mark(), in milliseconds. `max` may be up to ten seconds older. */
  async figures() {
    const seen = await until(() => this.#look().catch(() => undefined), { timeout: 20_000, what: '/metrics' });
    const counts = seen.buckets.map(([bound, count], at) => [bound, count - (this.#before[at]?.[1] ?? 0)]);
    return { p99: 1000 * quantile(counts, 0.99), max: 1000 * this.#longest, count: counts.at(-1)?.[1] ?? 0 };
  }

  async #look() {
    const answer = await send(this.url, 'GET', '/metrics', { agent: this.#agent, headers: { authorization: `Bearer ${this.token}` }, signal: AbortSignal.timeout(5_000) });
    if (answer.status !== 200) throw new Error(`/metrics: ${answer.status}`);
    const sums = new Map();
    for (const [, bound, count] of answer.body.matchAll(/^codetogether_loop_lag_seconds_bucket\{.*le="([^"]+)".*\} (\S+)/gm)) {
      const key = bound === '+Inf' ? Infinity : Number(bound);
      sums.set(key, (sums.get(key) ?? 0) + Number(count));
    }
    for (const [, longest] of answer.body.matchAll(/^codetogether_loop_lag_longest_seconds\{.*\} (\S+)/gm)) this.#longest = Math.max(this.#longest, Number(longest));
    return { buckets: [...sums].sort(([one], [other]) => one - other) };
  }
}

/** As Prometheus does it: evenly spread within a bucket. */
function quantile(buckets, share) {
  const rank = share * (buckets.at(-1)?.[1] ?? 0);
  let [low, below] = [0, 0];
  for (const [bound, count] of buckets) {
    if (count >= rank && count > below) return bound === Infinity ? low : low + (bound - low) * (rank - below) / (count - below);
    [low, below] = [bound, count];
  }
  return 0;
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the kernel knows about the server's process.

import fs from 'node:fs';

const ticksPerSecond = 100;
const kib = 1024;

function statusField(pid, name) {
  const match = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match[1]);
}

/** Resident memory in MiB. */
export function rss(pid) {
  return statusField(pid, 'VmRSS') / kib;
}

export function descriptors(pid) {
  return fs.readdirSync(`/proc/${pid}/fd`).length;
}

function isThere(pid) {
  return fs.existsSync(`/proc/${pid}/fd`);
}

/** CPU seconds used so far, by all threads. */
export function cpuSeconds(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Notes the most memory and descriptors between start() and stop(). */
export class Gauge {
  #timer;

  constructor(pid) {
    this.pid = pid;
    this.before = { rss: rss(pid), descriptors: descriptors(pid) };
    this.peak = { ...this.before };
  }

  start() {
    // The kernel keeps the highest mark of memory itself; 5 sets it anew.
    fs.writeFileSync(`/proc/${this.pid}/clear_refs`, '5');
    this.#timer = setInterval(() => this.#look(), 100);
    this.cpuAtStart = cpuSeconds(this.pid);
    this.startedAt = performance.now();
    return this;
  }

  /** Nothing is noted of a process that is gone: that it is, others say better. */
  stop() {
    clearInterval(this.#timer);
    if (!isThere(this.pid)) return;
    this.#look();
    this.peak.rss = Math.max(this.peak.rss, statusField(this.pid, 'VmHWM') / kib);
    this.cpu = (cpuSeconds(this.pid) - this.cpuAtStart) / ((performance.now() - this.startedAt) / 1000);
  }

  now() {
    return { rss: rss(this.pid), descriptors: descriptors(this.pid) };
  }

  #look() {
    if (!isThere(this.pid)) return;
    this.peak.descriptors = Math.max(this.peak.descriptors, descriptors(this.pid));
  }
}

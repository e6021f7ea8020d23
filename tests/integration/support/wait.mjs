// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** A pause, for where a test is about time itself; to wait for something, use until(). */
export function pause(milliseconds) {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Waits until `condition` gives something true, and gives that back. */
export async function until(condition, { timeout = 30_000, what = condition.toString() } = {}) {
  const end = performance.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`waited ${timeout} ms in vain for: ${what}`);
    await pause(10);
  }
}

/** `promise`, or an error naming `what` after `timeout`. */
export function within(promise, timeout, what) {
  let timer;
  const expired = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${timeout} ms in vain for: ${what}`)), timeout);
  });
  return Promise.race([promise, expired]).finally(() => clearTimeout(timer));
}

/** How long `work` takes, in milliseconds, and what it gives. */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, took: performance.now() - start };
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A watch (watch.mjs) in a process of its own, so that what the attacker does delays none of its measuring. */
export class RemoteWatch {
  #child = fork(fileURLToPath(new URL('watch.mjs', import.meta.url)), ['watch'], { execArgv: [] });
  #waiting = new Map();
  #next = 0;

  constructor() {
    this.#child.on('message', ({ id, result, error }) => {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) reject(new Error(error));
      else resolve(result);
    });
  }

  call(name, argument) {
    const id = ++this.#next;
    this.#child.send({ call: name, id, argument });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async stop() {
    this.#child.disconnect();
    await once(this.#child, 'exit');
  }
}

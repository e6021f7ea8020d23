// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { pause } from '../../integration/support/wait.mjs';

const root = '/sys/fs/cgroup';

/** A control group (version 1) of its own, for the server alone. */
export class ControlGroup {
  constructor(controller, limits = {}) {
    this.folder = `${root}/${controller}/codetogether-attack-${process.pid}`;
    try {
      fs.mkdirSync(this.folder);
    } catch (error) {
      assert.fail(`no control group can be made for the ${controller} (${error.message}): this attack needs root and ${root}/${controller} (cgroup v1)`);
    }
    this.write(limits);
  }

  /** The command that becomes the server within the group. */
  get wrapper() {
    return ['sh', '-c', `echo $$ > ${this.folder}/cgroup.procs && exec "$@"`, 'sh'];
  }

  write(limits) {
    for (const [name, value] of Object.entries(limits)) fs.writeFileSync(`${this.folder}/${name}`, `${value}`);
  }

  read(name) {
    return fs.readFileSync(`${this.folder}/${name}`, 'utf8');
  }

  /** The group goes when the server has gone; a process that ends leaves it to the system's next start. */
  removeLater() {
    process.once('exit', () => {
      try {
        fs.rmdirSync(this.folder);
      } catch {
        // Somebody is still in it.
      }
    });
    return pause(0);
  }
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The demo of packaging/quickstart does what it says, and notices when it does not.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Edge } from './support/edge.mjs';

const demo = fileURLToPath(new URL('../../packaging/demo/run', import.meta.url));
let edge;

async function run(url) {
  const child = spawn(demo, [url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  const code = await new Promise(resolve => child.once('close', resolve));
  return { code, output };
}

describe('packaging/demo', () => {
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('shows the guest receiving the host\'s file and edits', async () => {
    const { code, output } = await run(edge.url);
    assert.equal(code, 0, output);
    assert.match(output, /guest +reads demo\/hello\.md from the host/);
    assert.equal(output.match(/guest +sees an edit/g).length, 3);
    assert.match(output, /The guest has the host's text/);
  });

  it('fails without a server', async () => {
    const { code, output } = await run(edge.privateUrl);
    assert.equal(code, 1);
    assert.match(output, /The demo failed/);
  });
});

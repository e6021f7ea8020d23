// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// codetogether-ctl, and the API below it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { environmentWith } from './edge.mjs';
import { send } from './http.mjs';

/** Runs codetogether-ctl with those words. `settings` are its environment, `input` its standard input. */
export async function ctl(words, { settings = {}, input = '', options = {} } = {}) {
  const binary = process.env.CT_CTL_BIN;
  assert.ok(binary, 'CT_CTL_BIN must name the program to test');
  const child = spawn(binary, words, { env: environmentWith(settings), stdio: 'pipe', ...options });
  let output = '';
  let complaint = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (complaint += data));
  // It may end without reading.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise(resolve => child.once('close', resolve));
  return { code, output, complaint };
}

/** The same for that server. */
export function ctlOf(edge, words, options) {
  return ctl([`--state-dir=${edge.stateDir}`, ...words], options);
}

/** What it answers with --json, when all is well. */
export async function askCtl(edge, words, options) {
  const { code, output, complaint } = await ctlOf(edge, ['--json', ...words], options);
  assert.equal(code, 0, complaint);
  return JSON.parse(output);
}

export function controlToken(edge) {
  return fs.readFileSync(path.join(edge.stateDir, 'control-token'), 'utf8').trim();
}

/** A request of the API with the token, or another one. */
export function sendControl(edge, method, route, { token = controlToken(edge), ...options } = {}) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' };
  return send(edge.privateUrl, method, route, { headers, ...options });
}

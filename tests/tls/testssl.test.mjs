// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Debian's testssl.sh against the real server with its own self-signed certificate.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Edge } from '../integration/support/edge.mjs';
import { scanTwice } from './secondlook.mjs';

// A self-signed certificate can't have these right; who takes another one gets them right with it.
const ofThePrivateChain = /^(cert_chain_of_trust|cert_revocation)$/;
// T, for trust: newer versions sum the chain up in a grade of its own.
const isTheChainsGrade = ({ id, finding }) => id === 'overall_grade' && finding === 'T';
// About testssl itself.
const ofTheTool = /^(engine_problem|scanTime)$/;
// That testssl could look at the server at all; versions differ in the names.
const scanned = [/^TLS1$/, /^TLS1_1$/, /^TLS1_2$/, /^TLS1_3$/, /^P?FS$/, /^secure_renego$/, /^heartbleed$/, /^ROBOT$/, /^HSTS/, /^cert_signatureAlgorithm/];
const serious = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'FATAL', 'WARN'];

// Everything that is judged: protocols, ciphers, forward secrecy, preferences, defaults, headers, known attacks.
const sections = ['-p', '-s', '-f', '-P', '-S', '-h', '-U'];

let edge;
let findings;

async function scan(sections) {
  const file = path.join(edge.stateDir, 'testssl.json');
  // It writes over none.
  fs.rmSync(file, { force: true });
  const child = spawn('testssl', [...sections, '--quiet', '--color', '0', '--warnings', 'off', '--nodns', 'min', '--jsonfile', file, `127.0.0.1:${edge.ports.https}`],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  await once(child, 'close');
  assert.ok(fs.existsSync(file), `testssl left no result:\n${output.slice(-2000)}`);
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

describe('TLS', () => {
  before(async () => {
    // testssl makes hundreds of connections, many of which it gives up half-way.
    edge = await Edge.start();
    findings = await scanTwice(scan, sections);
  }, { timeout: 860_000 });
  after(() => edge?.stop());

  it('was looked at as a whole', () => {
    assert.deepEqual(scanned.filter(id => !findings.some(finding => id.test(finding.id))), []);
  });

  it('has no finding of LOW or above except what is the private chain\'s', () => {
    const faults = findings.filter(finding => serious.includes(finding.severity) && !ofThePrivateChain.test(finding.id)
      && !isTheChainsGrade(finding) && !ofTheTool.test(finding.id));
    assert.deepEqual(faults.map(fault => `${fault.severity} ${fault.id}: ${fault.finding}`), []);
  });
});

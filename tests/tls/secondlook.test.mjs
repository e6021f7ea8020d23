// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scanTwice } from './secondlook.mjs';

const unseen = id => ({ id, severity: 'WARN', finding: 'check failed because of connect problem' });
const good = id => ({ id, severity: 'OK', finding: 'supported' });
const all = ['-p', '-S', '-h'];

/** A scanner that answers with these findings, one list a scan, and keeps what it was asked for. */
function scanner(...answers) {
  const asked = [];
  const scan = async sections => {
    asked.push(sections);
    return answers.shift();
  };
  return { asked, scan };
}

describe('a scan', () => {
  it('is made once where testssl has seen everything', async () => {
    const findings = [good('TLS1_3'), { id: 'BREACH', severity: 'WARN', finding: 'potentially vulnerable' }];
    const { asked, scan } = scanner(findings);
    assert.deepEqual(await scanTwice(scan, all), findings);
    assert.deepEqual(asked, [all]);
  });

  it('is made once more, of that section only, where testssl could not connect', async () => {
    const ticket = 'sessionresumption_ticket';
    const { asked, scan } = scanner([good('TLS1_3'), unseen(ticket)], [good('cert_serialNumber'), good(ticket)]);
    assert.deepEqual(await scanTwice(scan, all), [good('TLS1_3'), good(ticket)]);
    assert.deepEqual(asked, [all, ['-S']]);
  });

  it('is made of all where the section can not be told', async () => {
    const { asked, scan } = scanner([unseen('other')], [good('other')]);
    assert.deepEqual(await scanTwice(scan, all), [good('other')]);
    assert.deepEqual(asked, [all, all]);
  });

  it('hides nothing that it finds then, or does not', async () => {
    const ticket = unseen('sessionresumption_ticket');
    assert.deepEqual(await scanTwice(scanner([ticket], [ticket]).scan, all), [ticket]);
    assert.deepEqual(await scanTwice(scanner([ticket], []).scan, all), [ticket]);
    const fault = { ...ticket, severity: 'HIGH', finding: 'bad' };
    assert.deepEqual(await scanTwice(scanner([ticket], [fault]).scan, all), [fault]);
  });
});

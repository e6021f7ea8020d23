// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Guesses, and requests that make the server remember something.

import assert from 'node:assert/strict';
import http from 'node:http';
import { postJson, send } from '../integration/support/http.mjs';
import { asUser, loginToken } from '../integration/support/login.mjs';
import { attack } from './support/field.mjs';
import { attackerAt, inTurns, Wire } from './support/wire.mjs';

const apiKey = 'canary-key-0123456789abcdef';

/** One connection per address, used again and again. */
class Agents {
  #agents = new Map();

  at(number) {
    const localAddress = attackerAt(number);
    if (!this.#agents.has(localAddress)) this.#agents.set(localAddress, new http.Agent({ keepAlive: true, maxSockets: 4, localAddress }));
    return this.#agents.get(localAddress);
  }

  end() {
    for (const agent of this.#agents.values()) agent.destroy();
  }
}

function tally(counts, status) {
  counts[status] = (counts[status] ?? 0) + 1;
}

attack('login-guesses', '2,000 wrong keys from 20 addresses', {
  launch: () => ({ settings: { OCT_API_KEY: `owner:${apiKey}` } }),
  log: /login attempts|locked/i,
  async strike(field) {
    field.secrets.push(apiKey);
    const agents = new Agents();
    const counts = {};
    await inTurns(2_000, 20, async number => {
      const agent = agents.at(number % 20);
      const begun = await send(field.url, 'POST', '/api/login/initial', { agent });
      if (begun.status !== 200) return tally(counts, begun.status);
      const { pollToken } = await begun.json();
      field.secrets.push(pollToken, `guess-${number}-of-a-key`);
      tally(counts, (await postJson(field.url, '/api/login/apikey', { token: pollToken, apiKey: `guess-${number}-of-a-key` }, { agent })).status);
    });
    agents.end();
    field.notes.push(JSON.stringify(counts));
    assert.ok((counts[403] ?? 0) <= 20 * 5, 'no more than 5 guesses of each address are looked at');
    // The owner, from elsewhere, is not locked out.
    const agent = new http.Agent({ localAddress: attackerAt(900) });
    const { pollToken } = await (await send(field.url, 'POST', '/api/login/initial', { agent })).json();
    assert.equal((await postJson(field.url, '/api/login/apikey', { token: pollToken, apiKey }, { agent })).status, 200);
  },
});

attack('poll-tokens', '30,000 logins begun by 20 addresses and never finished, polls held open', {
  // They live for 300 s by default, and what is kept for them is to be seen to go.
  launch: () => ({ settings: { CT_POLL_TOKEN_LIFETIME: '20' } }),
  log: /logins of one address|too fast/i,
  async strike(field) {
    const agents = new Agents();
    const counts = {};
    const tokens = [];
    await inTurns(30_000, 60, async number => {
      const answer = await send(field.url, 'POST', '/api/login/initial', { agent: agents.at(number % 20) });
      tally(counts, answer.status);
      if (answer.status === 200 && tokens.length < 2_000) tokens.push((await answer.json()).pollToken);
    });
    const polls = [];
    await inTurns(tokens.length, 50, async number => {
      const wire = new Wire(field.port, attackerAt(number % 100));
      polls.push(wire);
      await wire.connected;
      wire.write(`POST /api/login/poll/${tokens[number]} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`);
    });
    field.secrets.push(...tokens.slice(0, 50));
    field.notes.push(JSON.stringify(counts));
    for (const poll of polls) poll.end();
    agents.end();
  },
  memory: 48,
});

attack('room-flood', '5,000 sessions created by 40 users', {
  log: /Refused a client|as many sessions/,
  async strike(field) {
    const agents = new Agents();
    const counts = {};
    const logins = [];
    await inTurns(40, 10, async number => logins.push(await loginToken(field.url, `Flooder ${number}`, { agent: agents.at(number) })));
    field.secrets.push(...logins);
    await inTurns(5_000, 40, async number => {
      const answer = await asUser(field.url, logins[number % logins.length], '/api/session/create', { agent: agents.at(number % 40) });
      tally(counts, answer.status);
    });
    field.notes.push(JSON.stringify(counts));
    assert.ok((counts[200] ?? 0) <= 40 * 20, 'no user hosts more than twenty');
    agents.end();
  },
});

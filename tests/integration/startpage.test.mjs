// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// C-26: whoever opens an invitation (`https://server/#CODE`) in a browser is offered its code.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';

let edge;
let folder;

/** The module as the server hands it out. */
async function invitation() {
  const { body, status } = await send(edge.url, 'GET', '/start/invitation.js');
  assert.equal(status, 200);
  const file = path.join(folder, 'invitation.mjs');
  fs.writeFileSync(file, body);
  return import(pathToFileURL(file));
}

describe('the start page', () => {
  before(async () => {
    edge = await Edge.start();
    folder = temporaryFolder();
  });
  after(async () => {
    await edge?.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('takes the code out of an invitation, and nothing else', async () => {
    const { roomOf } = await invitation();
    assert.equal(roomOf('https://server.example/#Ab3-_z'), 'Ab3-_z');
    assert.equal(roomOf('https://server.example/oct/#Ab3'), 'Ab3');
    for (const other of ['', '#', '#<b>', '#a b', `#${'x'.repeat(129)}`]) assert.equal(roomOf(`https://server.example/${other}`), undefined, other);
  });

  it('names the setting, with the prefix of a proxy', async () => {
    const { settingOf } = await invitation();
    assert.equal(settingOf('http://localhost:1080/#Ab3'), '"oct.serverUrl": "http://localhost:1080"');
    assert.equal(settingOf('https://server.example/oct/'), '"oct.serverUrl": "https://server.example/oct"');
  });

  it('has a place for all that its script fills in', async () => {
    const page = (await send(edge.url, 'GET', '/')).body;
    const script = (await send(edge.url, 'GET', '/start/start.js')).body;
    const used = [...script.matchAll(/part\('([a-z-]+)'\)/g), ...script.matchAll(/^ {4}'?([a-z-]+)'?: '/gm)].map(match => match[1]);
    used.push('copy-code', 'copy-setting');
    assert.ok(used.length > 8, `${used}`);
    for (const id of used) assert.match(page, new RegExp(`id="${id}"`), id);
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// C-26: whoever opens an invitation (`https://server/#CODE`) in a browser is offered its code.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Edge } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { Pages } from './support/pages.mjs';

let edge;
let pages;

const invitation = () => pages.module('/start/invitation.js');

describe('the start page', () => {
  before(async () => {
    edge = await Edge.start();
    pages = new Pages(edge.url);
  });
  after(async () => {
    await edge?.stop();
    pages?.dispose();
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

  for (const [page, title] of [['login', { en: 'Log in', de: 'Anmelden' }], ['clients', { en: 'Share your editor through this server', de: 'Den Editor über diesen Server teilen' }],
    ['dashboard', { en: 'Dashboard', de: 'Übersicht' }]]) {
    it(`gives ${page} the words of its reader's first language that there is`, async () => {
      const german = await pages.wordsFor(page, 'fr-FR', 'de-AT', 'en');
      assert.deepEqual([german.language, german.text('title')], ['de', title.de]);
      const others = await pages.wordsFor(page, 'fr');
      assert.deepEqual([others.language, others.text('title')], ['en', title.en]);
      assert.equal(others.text('no such words'), undefined);
    });
  }

  it('puts values into words as they are', async () => {
    const { text } = await pages.wordsFor('clients', 'en');
    assert.equal(text('download', '$& {1}', '{0}'), 'Download $& {1} ({0}):');
  });
});

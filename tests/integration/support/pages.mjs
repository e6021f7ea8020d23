// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The modules of a server's pages, run as they are handed out.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './edge.mjs';
import { send } from './http.mjs';

export class Pages {
  #folder = temporaryFolder();

  /** The pages of the server at `url`; dispose() must be called. */
  constructor(url) {
    this.url = url;
    fs.writeFileSync(path.join(this.#folder, 'package.json'), '{"type": "module"}');
  }

  /** What a module as the server hands it out exports, with what it imports beside it. */
  async module(where) {
    return import(pathToFileURL(await this.#served(where)));
  }

  /** A page's words for a reader of those languages. */
  async wordsFor(page, ...languages) {
    Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });
    return import(`${pathToFileURL(await this.#served(`/${page}/texts.js`))}?${languages}`);
  }

  dispose() {
    fs.rmSync(this.#folder, { recursive: true });
  }

  async #served(where) {
    const { body, status } = await send(this.url, 'GET', where);
    assert.equal(status, 200, where);
    const file = path.join(this.#folder, where);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, body);
    for (const [, name] of body.matchAll(/^import .* from '(.+)';$/gm)) await this.#served(path.posix.join(path.dirname(where), name));
    return file;
  }
}

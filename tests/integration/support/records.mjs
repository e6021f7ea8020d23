// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server has kept in its database, read from outside by Debian's sqlite3.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The rows of a query, as objects. */
export function rows(stateDir, sql) {
  // SQLite would follow the link out of the other file system again.
  if (stateDir.startsWith('/proc/')) return rowsOfCopy(stateDir, sql);
  const file = path.join(stateDir, 'edge.sqlite');
  const text = execFileSync('sqlite3', ['-json', '-cmd', '.timeout 5000', file, sql], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return text.trim() ? JSON.parse(text) : [];
}

function rowsOfCopy(stateDir, sql) {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'ct-rows-'));
  for (const name of fs.readdirSync(stateDir)) {
    if (/^edge\.sqlite(-wal)?$/.test(name)) fs.copyFileSync(path.join(stateDir, name), path.join(copy, name));
  }
  const found = rows(copy, sql);
  fs.rmSync(copy, { recursive: true });
  return found;
}

/** The rows, or none as long as the file can't be read. */
export function rowsIfAny(stateDir, sql) {
  try {
    return rows(stateDir, sql);
  } catch {
    return [];
  }
}

/** A command in front of the server's, that gives it a file system of `size` for `folder`, visible to it alone. */
export function onSmallDisk(folder, size) {
  const mount = `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`;
  const unshare = process.getuid() === 0 ? ['unshare', '--mount'] : ['unshare', '--map-root-user', '--mount'];
  return [...unshare, 'sh', '-c', mount, folder];
}

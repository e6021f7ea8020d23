// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Client packages as their makers make them: a .vsix by VS Code's own packer, zips and jars by yazl; read as VS Code
// does, by yauzl.

import vsce from '@vscode/vsce';
import fs from 'node:fs';
import path from 'node:path';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { temporaryFolder } from './edge.mjs';

/** A zip of these files: name → text or bytes. */
export function zipOf(files) {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks = [];
    zip.outputStream.on('data', chunk => chunks.push(chunk)).on('error', reject).on('end', () => resolve(Buffer.concat(chunks)));
  });
}

/** The files of a zip: name → bytes. Every check sum has to be right. */
export function unzip(bytes) {
  const files = {};
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject).on('end', () => resolve(files)).on('entry', entry => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks = [];
          stream.on('data', chunk => chunks.push(chunk)).on('error', reject).on('end', () => {
            files[entry.fileName] = Buffer.concat(chunks);
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** The Open Collaboration Tools extension's setting of the server. */
const serverUrl = { 'oct.serverUrl': { type: 'string', default: 'https://api.example/', description: 'Größe' } };

/** What that extension says of itself, as far as it matters here. */
export function extensionOf(version, settings = serverUrl) {
  const properties = {
    ...settings,
    'oct.webClientUrl': { type: 'string', default: 'https://elsewhere.example/?room=${roomId}' },
    'oct.joinAcceptMode': { type: 'string', default: 'prompt' },
  };
  return {
    name: 'open-collaboration-tools',
    displayName: 'Open Collaboration Tools',
    publisher: 'codetogether-tests',
    version,
    license: 'MIT',
    repository: { type: 'git', url: 'https://example.com/extension.git' },
    engines: { vscode: '^1.73.0' },
    main: './extension.js',
    activationEvents: ['onStartupFinished'],
    contributes: {
      configuration: { title: 'Open Collaboration Tools', properties },
      commands: [{ command: 'oct.joinRoom', title: 'Join' }, { command: 'oct.createRoom', title: 'Create' }],
    },
  };
}

/** The bytes of a .vsix made by vsce. */
export async function vsixOf(extension) {
  const folder = temporaryFolder();
  const file = path.join(folder, 'made.vsix');
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(extension));
  fs.writeFileSync(path.join(folder, 'extension.js'), `exports.activate = () => {};\n${'// some code\n'.repeat(2000)}`);
  fs.writeFileSync(path.join(folder, 'README.md'), '# An extension\n');
  fs.writeFileSync(path.join(folder, 'LICENSE'), 'MIT\n');
  await vsce.createVSIX({ cwd: folder, packagePath: file, dependencies: false });
  const bytes = fs.readFileSync(file);
  fs.rmSync(folder, { recursive: true });
  return bytes;
}

/** A JetBrains plugin's zip. */
export async function pluginOf(version) {
  const xml = `<idea-plugin><id>org.example.together</id><name>Together</name><version>${version}</version>
    <idea-version since-build="233" until-build="261.*"/><description>x</description></idea-plugin>`;
  return zipOf({
    'together/lib/library.jar': await zipOf({ 'a/B.class': 'x' }),
    'together/lib/together.jar': await zipOf({ 'META-INF/plugin.xml': xml }),
  });
}

/** Writes a small Eclipse update site. */
export async function writeSite(folder, version) {
  for (const name of ['plugins', 'features']) fs.mkdirSync(path.join(folder, name), { recursive: true });
  const files = {
    'p2.index': 'version=1\nmetadata.repository.factory.order=content.xml,!\n',
    'content.jar': await zipOf({ 'content.xml': '<repository/>' }),
    'artifacts.jar': await zipOf({ 'artifacts.xml': '<repository/>' }),
    [`plugins/org.example.codetogether.core_${version}.jar`]: await zipOf({ 'META-INF/MANIFEST.MF': `Bundle-Version: ${version}\n` }),
    [`plugins/org.example.codetogether.ui_${version}.jar`]: await zipOf({ 'META-INF/MANIFEST.MF': 'x' }),
    [`features/org.example.codetogether_${version}.jar`]: await zipOf({ 'feature.xml': '<feature/>' }),
  };
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content);
  return files;
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// … A-50, B-29, B-46, B-47, D-03: packages for IDEs, from the folder they are dropped into to the count of
// their downloads. The .vsix is one of VS Code's own packer, and is read by the library that VS Code reads it with.

import assert from 'node:assert/strict';
import { execFileSync, execSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { getAs } from './support/basic.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { extensionOf, pluginOf, unzip, vsixOf, writeSite, zipOf } from './support/packages.mjs';
import { rows } from './support/records.mjs';
import { until } from './support/wait.mjs';

const serverUrl = 'https://code.example/oct';
const settings = { CT_SERVER_URL: serverUrl, CT_CLIENTS_INTERVAL: '1', CT_PROMETHEUS_ENABLED: 'true', CT_DASHBOARD_USER: 'ann', CT_DASHBOARD_PASSWORD: 'changethis' };
const sha256 = bytes => crypto.createHash('sha256').update(bytes).digest('hex');
const vsixPath = '/clients/vscode/codetogether-onpremises-0.3.6.vsix';

const folderOf = edge => path.join(edge.stateDir, 'clients');
const drop = (edge, name, bytes) => fs.writeFileSync(path.join(folderOf(edge), name), bytes);
const get = (edge, where, headers = {}) => send(edge.url, 'GET', where, { headers });
const listed = async edge => (await get(edge, '/clients/packages.json')).json();

/** Waits for a list of packages that fits. */
const listedWhen = (edge, fits, what) => until(async () => {
  const list = await listed(edge);
  return fits(list) && list;
}, { what });

describe('the clients area', () => {
  let edge;
  let original;
  before(async () => {
    edge = await Edge.start(settings);
    await until(() => fs.existsSync(path.join(folderOf(edge), 'eclipse')), { what: 'the folder for packages' });
    original = await vsixOf(extensionOf('0.3.6'));
  });
  after(() => edge?.stop());

  it('is there without packages, and says so', async () => {
    const page = await get(edge, '/clients');
    assert.equal(page.status, 200);
    assert.match(page.headers['content-type'], /^text\/html/);
    assert.match(page.headers['content-security-policy'], /default-src 'none'.*frame-ancestors 'none'/);
    assert.doesNotMatch(page.headers['content-security-policy'], /unsafe/);
    assert.deepEqual(await listed(edge), { vscode: [], intellij: [], eclipse: { version: '', files: [] } });
    for (const [, where] of page.body.matchAll(/(?:href|src)="([^"]+)"/g)) {
      assert.equal((await get(edge, new URL(where, `${edge.url}/clients`).pathname)).status, 200, where);
    }
    const way = await get(edge, '/clients/eclipse');
    assert.deepEqual([way.status, way.headers.location], [303, '../clients']);
  });

  it('has a word in both languages and a place for all that its script shows', async () => {
    const [page, script, texts] = await Promise.all(['/clients', '/clients/clients.js', '/clients/texts.js'].map(async where => (await get(edge, where)).body));
    const words = [...script.matchAll(/text\('(\w+)'/g), ...script.matchAll(/(?:filesBehind|applyTexts)\('(\w+)'/g), ...page.matchAll(/data-text="(\w+)"/g)].map(match => match[1]);
    assert.ok(words.length > 15, `${words}`);
    for (const word of words) assert.equal(texts.split(new RegExp(`^ {8}${word}: `, 'm')).length, 3, word);
    const places = [...script.matchAll(/(?:part|showSteps|showNone|showOthers)\('(\w+)'/g)].map(match => match[1]);
    assert.ok(places.length > 5, `${places}`);
    for (const id of places) assert.match(page, new RegExp(`id="${id}"`), id);
  });

  it('notices a dropped extension and makes it know this server', async () => {
    drop(edge, 'vscode/oct-0.3.6.vsix', original);
    const { vscode: [extension] } = await listedWhen(edge, list => list.vscode.length, 'the extension');
    assert.deepEqual({ ...extension, size: 0, sha256: '' },
      { title: 'Open Collaboration Tools', version: '0.3.6', path: 'vscode/codetogether-onpremises-0.3.6.vsix', isConfigured: true, size: 0, sha256: '' });
    const answer = await get(edge, vsixPath);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-disposition'], 'attachment; filename="codetogether-onpremises-0.3.6.vsix"');
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(sha256(answer.bytes), extension.sha256);
    assert.equal(answer.bytes.length, extension.size);
    const [before, now] = [await unzip(original), await unzip(answer.bytes)];
    const expected = JSON.parse(before['extension/package.json']);
    expected.contributes.configuration.properties['oct.serverUrl'].default = serverUrl;
    expected.contributes.configuration.properties['oct.webClientUrl'].default = '';
    const rewritten = JSON.parse(now['extension/package.json']);
    assert.deepEqual(rewritten, expected);
    assert.deepEqual(Object.keys(rewritten), Object.keys(expected));
    assert.deepEqual(Object.keys(now), Object.keys(before));
    for (const name of Object.keys(before).filter(name => name !== 'extension/package.json')) assert.ok(now[name].equals(before[name]), name);
  });

  it('has it by its own name, too', async () => {
    const [one, other] = [await get(edge, vsixPath), await get(edge, '/clients/vscode/oct-0.3.6.vsix')];
    assert.equal(other.status, 200);
    assert.ok(one.bytes.equals(other.bytes));
  });

  it('answers conditions and ranges', async () => {
    const whole = await get(edge, vsixPath);
    const { etag, 'last-modified': changed } = whole.headers;
    assert.equal(etag, `"${sha256(whole.bytes)}"`);
    for (const headers of [{ 'if-none-match': etag }, { 'if-none-match': `"x", W/${etag}` }, { 'if-none-match': '*' }, { 'if-modified-since': changed }]) {
      const answer = await get(edge, vsixPath, headers);
      assert.deepEqual([answer.status, answer.bytes.length, answer.headers.etag], [304, 0, etag], JSON.stringify(headers));
    }
    for (const headers of [{ 'if-none-match': '"x"' }, { 'if-modified-since': 'Sun, 06 Nov 1994 08:49:37 GMT' }, { 'if-none-match': '"x"', 'if-modified-since': changed }, { 'if-modified-since': 'yesterday' }]) {
      assert.equal((await get(edge, vsixPath, headers)).status, 200, JSON.stringify(headers));
    }
    const part = await get(edge, vsixPath, { range: 'bytes=10-19', 'if-range': etag });
    assert.deepEqual([part.status, part.headers['content-range']], [206, `bytes 10-19/${whole.bytes.length}`]);
    assert.ok(part.bytes.equals(whole.bytes.subarray(10, 20)));
    assert.equal((await get(edge, vsixPath, { range: 'bytes=10-19', 'if-range': '"x"' })).status, 200);
    assert.equal((await get(edge, vsixPath, { range: `bytes=${whole.bytes.length}-` })).status, 416);
    const head = await send(edge.url, 'HEAD', vsixPath);
    assert.deepEqual([head.status, head.headers['content-length']], [200, String(whole.bytes.length)]);
  });

  it('offers a plugin with its feed', async () => {
    const zip = await pluginOf('1.2.0');
    drop(edge, 'intellij/together.zip', zip);
    const { intellij: [plugin] } = await listedWhen(edge, list => list.intellij.length, 'the plugin');
    assert.deepEqual(plugin, { title: 'Together', version: '1.2.0', path: 'intellij/codetogether-onpremises-1.2.0.zip', isConfigured: false, size: zip.length, sha256: sha256(zip) });
    assert.ok((await get(edge, '/clients/intellij/codetogether-onpremises-1.2.0.zip')).bytes.equals(zip));
    const feed = await get(edge, '/clients/intellij/updatePlugins.xml');
    assert.equal(feed.status, 200);
    assert.match(feed.headers['content-type'], /^application\/xml/);
    assert.match(feed.body, /<plugin id="org\.example\.together" url="codetogether-onpremises-1\.2\.0\.zip" version="1\.2\.0">\s*<idea-version since-build="233" until-build="261\.\*"\/>\s*<name>Together<\/name>/);
  });

  it('serves an Eclipse update site as it is, its core bundle by the name that is counted', async () => {
    const files = await writeSite(path.join(folderOf(edge), 'eclipse'), '1.0.0.202611');
    const { eclipse } = await listedWhen(edge, list => list.eclipse.files.length === 6, 'the update site');
    assert.equal(eclipse.version, '1.0.0.202611');
    const counted = 'com.genuitec.eclipse.codetogether.core_1.0.0.202611.jar';
    const core = 'plugins/org.example.codetogether.core_1.0.0.202611.jar';
    for (const { path: where, sha256: digest } of eclipse.files) {
      const name = where.slice('eclipse/'.length);
      assert.equal(digest, sha256(files[name]), name);
      const answer = await get(edge, `/clients/${where}`);
      if (name === core) assert.deepEqual([answer.status, answer.headers.location], [302, counted]);
      else assert.deepEqual([answer.status, answer.bytes.equals(Buffer.from(files[name]))], [200, true], name);
    }
    assert.ok((await get(edge, `/clients/eclipse/plugins/${counted}`)).bytes.equals(files[core]));
  });

  it('B-47: serves a composite update site with its parts in folders, and nothing beside it', async () => {
    const own = await Edge.start(settings);
    const site = path.join(folderOf(own), 'eclipse');
    await until(() => fs.existsSync(site));
    const composite = name => `<?xml version='1.0'?><?${name} version='1.0.0'?><repository><children size='2'><child location='1.0.0'/><child location='more/1.1.0'/></children></repository>\n`;
    const parts = { '1.0.0': '1.0.0.1', 'more/1.1.0': '1.1.0.1' };
    const expected = { 'compositeContent.xml': composite('compositeMetadataRepository'), 'compositeArtifacts.xml': composite('compositeArtifactRepository') };
    fs.mkdirSync(path.join(site, 'more'));
    expected['more/compositeContent.xml'] = expected['compositeContent.xml'];
    for (const [folder, version] of Object.entries(parts)) {
      const files = await writeSite(path.join(site, folder), version);
      for (const [name, content] of Object.entries(files)) expected[`${folder}/${name}`] = content;
    }
    fs.writeFileSync(path.join(own.stateDir, 'secret.jar'), 'secret');
    fs.symlinkSync(own.stateDir, path.join(site, 'latest'));
    fs.symlinkSync(path.join(own.stateDir, 'secret.jar'), path.join(site, 'more', 'secret.jar'));
    for (const name of ['more/compositeContent.xml', 'compositeArtifacts.xml', 'compositeContent.xml']) fs.writeFileSync(path.join(site, name), expected[name]);
    const { eclipse } = await listedWhen(own, list => list.eclipse.files.length === Object.keys(expected).length, 'the composite site');
    assert.equal(eclipse.version, '1.1.0.1');
    // As p2 goes about it: the composite, then each part, by what the files say.
    for (const [name, content] of Object.entries(expected)) {
      const answer = await get(own, `/clients/eclipse/${name}`);
      const core = /codetogether\.core_(.*)\.jar$/.exec(name);
      if (!core) {
        assert.deepEqual([answer.status, answer.bytes.equals(Buffer.from(content))], [200, true], name);
        continue;
      }
      assert.equal(answer.status, 302, name);
      const way = new URL(answer.headers.location, `http://x/clients/eclipse/${name}`).pathname;
      assert.equal(way, `/clients/eclipse/plugins/com.genuitec.eclipse.codetogether.core_${core[1]}.jar`);
      assert.ok((await get(own, way)).bytes.equals(content), way);
    }
    for (const name of ['latest/secret.jar', 'latest/token-keys', 'more/secret.jar', '1.0.0', '1.0.0/', '1.0.0/plugins', '1.0.0/../../vscode', '1.0.0/%2e%2e/%2e%2e/%2e%2e/token-keys',
      '1.0.0/..%2f..%2f..%2ftoken-keys', 'a/b/c/d/e', 'a/b/c/d/e/f']) {
      const answer = await get(own, `/clients/eclipse/${name}`);
      assert.ok([400, 404].includes(answer.status), `${name}: ${answer.status}`);
    }
    await until(() => /eclipse\/latest can't be read, or is a link/.test(own.log('server.log')), { what: 'the warning' });
    await own.stop();
  });

  it('takes in newer versions and forgets what is gone', async () => {
    drop(edge, 'vscode/oct-0.3.10.vsix', await vsixOf(extensionOf('0.3.10')));
    const { vscode } = await listedWhen(edge, list => list.vscode.length === 2, 'the second extension');
    assert.deepEqual(vscode.map(one => one.version), ['0.3.10', '0.3.6']);
    fs.rmSync(path.join(folderOf(edge), 'vscode/oct-0.3.10.vsix'));
    await listedWhen(edge, list => list.vscode.length === 1, 'the first extension alone');
    assert.equal((await get(edge, '/clients/vscode/codetogether-onpremises-0.3.10.vsix')).status, 404);
  });
});

describe('downloads', () => {
  let edge;
  let stateDir;
  const counted = [{ ide: 'eclipse', n: 1 }, { ide: 'intellij', n: 2 }, { ide: 'vscode', n: 1 }];
  const assertTotals = async () => {
    const text = (await get(edge, '/metrics')).body;
    for (const { ide, n } of counted) assert.match(text, new RegExp(`^codetogether_client_downloads_total\\{ide="${ide}"\\} ${n}$`, 'm'));
  };
  before(async () => {
    stateDir = temporaryFolder();
    edge = await Edge.start(settings, { stateDir });
    await until(() => fs.existsSync(path.join(folderOf(edge), 'eclipse')));
    drop(edge, 'vscode/oct.vsix', await vsixOf(extensionOf('0.3.6')));
    drop(edge, 'intellij/together.zip', await pluginOf('1.2.0'));
    await writeSite(path.join(folderOf(edge), 'eclipse'), '1.0.0.1');
    await listedWhen(edge, list => list.vscode.length && list.intellij.length && list.eclipse.files.length === 6, 'all packages');
  });
  after(async () => {
    await edge?.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('count when a package goes out whole, in figures, database, table and log', async () => {
    const vscode = await get(edge, vsixPath);
    await get(edge, '/clients/intellij/codetogether-onpremises-1.2.0.zip');
    await get(edge, '/clients/intellij/codetogether-onpremises-1.2.0.zip');
    const moved = await get(edge, '/clients/eclipse/plugins/org.example.codetogether.core_1.0.0.1.jar');
    await get(edge, `/clients/eclipse/plugins/${moved.headers.location}`);
    await get(edge, '/clients/eclipse/content.jar');
    // None of these is a download.
    await send(edge.url, 'HEAD', vsixPath);
    await get(edge, vsixPath, { range: 'bytes=0-' });
    await get(edge, vsixPath, { range: 'bytes=99999999-' });
    await get(edge, vsixPath, { 'if-none-match': vscode.headers.etag });
    await get(edge, '/clients/vscode/codetogether-onpremises-9.vsix');
    const stored = () => rows(edge.stateDir, 'SELECT ide, COUNT(*) AS n FROM downloads GROUP BY ide ORDER BY ide');
    await until(() => stored().reduce((sum, { n }) => sum + n, 0) >= 4, { what: 'the records of the downloads' });
    await assertTotals();
    assert.deepEqual(stored(), counted);
    const [{ file, address }] = rows(edge.stateDir, "SELECT file, address FROM downloads WHERE ide = 'vscode'");
    assert.deepEqual([file, address], ['vscode/codetogether-onpremises-0.3.6.vsix', '127.0.0.1']);
  });

  it('A-50: stand on the dashboard', async () => {
    const state = await getAs(edge.url, '/dashboard/state.json', 'ann', 'changethis');
    assert.equal((await state.json()).history.month.downloads, 4);
  });

  it('stand in the table that an operator downloads', async () => {
    const folder = temporaryFolder();
    const archive = await getAs(edge.url, '/dashboard/api/download/metrics.tar.gz', 'ann', 'changethis');
    execFileSync('tar', ['xz', '-C', folder], { input: archive.bytes });
    const lines = fs.readFileSync(path.join(folder, 'download-metrics.csv'), 'utf8').trim().split('\r\n');
    fs.rmSync(folder, { recursive: true });
    assert.equal(lines[0], 'day,ide,downloads');
    assert.deepEqual(lines.slice(1).map(line => line.replace(/^\d{4}-\d\d-\d\d,/, '').replaceAll('"', '')), ['eclipse,1', 'intellij,2', 'vscode,1']);
  });

  for (const [row, phrase, times] of [
    ['A-47', 'GET /clients/eclipse/plugins/com.genuitec.eclipse.codetogether.core_', 1],
    ['A-48', 'GET /clients/intellij/codetogether-onpremises-', 2],
  ]) {
    it(`${row}: can be counted by the operator's command`, async () => {
      const command = `cat ${path.join(edge.logDir, 'access.log')} | grep "${phrase}" | wc -l`;
      await until(() => execSync(command, { encoding: 'utf8' }).trim() === String(times), { what: 'the downloads in access.log' });
    });
  }

  it('A-28: are a total that outlives a restart', async () => {
    await edge.stop();
    edge = await Edge.start(settings, { stateDir });
    await assertTotals();
  });
});

describe('what is dropped in', () => {
  let edge;
  before(async () => {
    edge = await Edge.start({ ...settings, CT_CLIENTS_FILE_SIZE: '1M', CT_CLIENTS_ZIP_ENTRIES: '50', CT_CLIENTS_ZIP_RATIO: '20' });
    await until(() => fs.existsSync(path.join(folderOf(edge), 'eclipse')));
  });
  after(() => edge?.stop());

  it('is refused, with a word in the log, when it could do harm', async () => {
    const json = JSON.stringify(extensionOf('1.0.0'));
    const extension = { 'extension/package.json': json };
    const outside = path.join(edge.stateDir, 'secret.vsix');
    fs.writeFileSync(outside, await zipOf(extension));
    fs.symlinkSync(outside, path.join(folderOf(edge), 'vscode/link.vsix'));
    drop(edge, 'vscode/noise.vsix', 'this is no zip');
    drop(edge, 'vscode/big.vsix', Buffer.alloc(2 << 20, crypto.randomBytes(1 << 10)));
    drop(edge, 'vscode/bomb.vsix', await zipOf({ ...extension, zeros: Buffer.alloc(16 << 20) }));
    drop(edge, 'vscode/many.vsix', await zipOf({ ...extension, ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`f${n}`, ''])) }));
    // yazl refuses to write such a name, so it is put into both headers by hand.
    const climbing = (await zipOf({ ...extension, 'x1/x2/evil': 'x' })).toString('latin1').replaceAll('x1/x2/evil', '../../evil');
    drop(edge, 'vscode/climbing.vsix', Buffer.from(climbing, 'latin1'));
    drop(edge, 'vscode/empty.vsix', await zipOf({ other: 'x' }));
    drop(edge, 'vscode/odd name.vsix', await zipOf(extension));
    drop(edge, 'intellij/none.zip', await zipOf({ 'a/lib/a.jar': await zipOf({ x: 'x' }) }));
    drop(edge, 'vscode/good.vsix', await vsixOf(extensionOf('1.0.0', {})));
    const { vscode, intellij } = await listedWhen(edge, list => list.vscode.length, 'the good one');
    await until(() => edge.log('server.log').includes('none.zip is not offered'), { what: 'all refusals' });
    assert.deepEqual(vscode.map(one => [one.path, one.isConfigured]), [['vscode/codetogether-onpremises-1.0.0.vsix', false]]);
    assert.deepEqual(intellij, []);
    const log = edge.log('server.log');
    for (const sentence of ['noise.vsix is not offered: it is no zip', 'big.vsix is not offered: it is bigger than', 'bomb.vsix is not offered: unpacked it is more than 20 times',
      'many.vsix is not offered: it has more than 50 entries', "climbing.vsix is not offered: an entry's name leads elsewhere",
      'empty.vsix is not offered: it has no extension/package.json', 'odd name.vsix is not offered: its name may have',
      'none.zip is not offered: none of its jars has a META-INF/plugin.xml']) {
      assert.equal(log.split(sentence).length, 2, sentence);
    }
    for (const name of ['link.vsix', 'noise.vsix', '..%2f..%2fsecret.vsix', '../secret.vsix', 'good.vsix%00']) {
      assert.notEqual((await get(edge, `/clients/vscode/${name}`)).status, 200, name);
    }
  });
});

describe('a reload', () => {
  it('makes packages know another address, and has the area go and come', async () => {
    const stateDir = temporaryFolder();
    const config = path.join(stateDir, 'codetogether.config');
    const write = lines => fs.writeFileSync(config, lines.map(line => `export ${line}\n`).join(''));
    write(['CT_SERVER_URL="https://first.example"']);
    const edge = await Edge.start({ CT_CONFIG_FILE: config, CT_CLIENTS_INTERVAL: '1' }, { stateDir });
    await until(() => fs.existsSync(path.join(folderOf(edge), 'eclipse')));
    drop(edge, 'vscode/oct.vsix', await vsixOf(extensionOf('0.3.6')));
    const knows = async address => {
      const { status, bytes } = await get(edge, vsixPath);
      const json = status === 200 && JSON.parse((await unzip(bytes))['extension/package.json']);
      return json && json.contributes.configuration.properties['oct.serverUrl'].default === address;
    };
    await until(() => knows('https://first.example'), { what: 'the first address' });
    write(['CT_SERVER_URL="https://second.example"']);
    edge.signal('SIGHUP');
    await until(() => knows('https://second.example'), { what: 'the second address' });
    write(['CT_SERVER_URL="https://second.example"', 'CT_NOCLIENTS="true"']);
    edge.signal('SIGHUP');
    await until(async () => (await get(edge, '/clients')).status === 404, { what: 'no area' });
    write(['CT_SERVER_URL="https://second.example"']);
    edge.signal('SIGHUP');
    await until(() => knows('https://second.example'), { what: 'the area again' });
    await edge.stop();
    fs.rmSync(stateDir, { recursive: true });
  });
});

describe('without the area', () => {
  it('there is none of its paths, and the server is well', async () => {
    const edge = await Edge.start({ ...settings, CT_NOCLIENTS: 'true' });
    for (const where of ['/clients', '/clients/', '/clients/packages.json', '/clients/clients.js', '/clients/eclipse', '/clients/intellij/updatePlugins.xml', vsixPath]) {
      assert.equal((await get(edge, where)).status, 404, where);
    }
    assert.equal((await get(edge, '/ct-health/ready')).status, 200);
    await edge.stop();
  });
});

describe('a manifest', () => {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'jwk' }).x;
  let edge;
  let folder;

  /** As an operator does it. */
  function sign() {
    const pem = path.join(edge.stateDir, 'manifest-key.pem');
    fs.writeFileSync(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    execSync(`sha256sum vscode/* > SHA256SUMS && openssl pkeyutl -sign -rawin -in SHA256SUMS -inkey ${pem} -out SHA256SUMS.sig`, { cwd: folder });
  }

  before(async () => {
    edge = await Edge.start({ ...settings, CT_CLIENTS_KEY: key });
    folder = folderOf(edge);
    await until(() => fs.existsSync(path.join(folder, 'eclipse')));
  });
  after(() => edge?.stop());

  it('is asked for', async () => {
    drop(edge, 'vscode/oct.vsix', await vsixOf(extensionOf('0.3.6')));
    await until(() => edge.log('server.log').includes('CT_CLIENTS_KEY asks for a signed manifest: SHA256SUMS can\'t be read'));
    assert.deepEqual((await listed(edge)).vscode, []);
  });

  it('lets out what it names, and nothing that was altered', async () => {
    sign();
    await listedWhen(edge, list => list.vscode.length === 1, 'the signed package');
    assert.equal((await get(edge, vsixPath)).status, 200);
    drop(edge, 'vscode/oct.vsix', await vsixOf(extensionOf('0.3.6', { 'oct.serverUrl': { type: 'string', default: 'https://evil.example/' } })));
    await listedWhen(edge, list => list.vscode.length === 0, 'the altered package gone');
    assert.equal((await get(edge, vsixPath)).status, 404);
    assert.match(edge.log('server.log'), /vscode\/oct\.vsix is not offered: SHA256SUMS does not name it/);
    sign();
    await listedWhen(edge, list => list.vscode.length === 1, 'the package signed anew');
    fs.appendFileSync(path.join(folder, 'SHA256SUMS'), '\n');
    await listedWhen(edge, list => list.vscode.length === 0, 'no package by an altered manifest');
  });
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Packages for IDEs by the admin API: sent, offered, removed, and all that is refused, of which nothing is left.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AdminClient, audited, base, settings, signedIn } from './support/adminapi.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { extensionOf, pluginOf, unzip, vsixOf, zipOf } from './support/packages.mjs';
import { onSmallDisk, rows } from './support/records.mjs';
import { until } from './support/wait.mjs';

const mebibyte = 1 << 20;
/** AddressSanitizer keeps 256 MiB of what has been freed, else, and the memory counts. */
const leanSanitizer = { ASAN_OPTIONS: [process.env.ASAN_OPTIONS, 'quarantine_size_mb=4'].filter(Boolean).join(':') };
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');
const listing = folder => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []);
const uploadsIn = folder => listing(path.join(folder, '.uploads'));
const problemOf = ({ body }) => JSON.parse(body);

const begin = (client, file, size, ide = 'vscode') => client.call('beginUpload', {}, { body: { ide, file, size } });
/** Announces a package and sends it; the last answer. */
async function upload(client, file, bytes, ide = 'vscode') {
  const announced = await begin(client, file, bytes.length, ide);
  return announced.ok ? client.call('sendPackage', { upload: problemOf(announced).id }, { bytes }) : announced;
}

/** A request for the id's bytes that is still to be written. */
function opened(edge, client, id, headers) {
  const url = new URL(edge.url);
  const request = http.request({
    host: url.hostname, port: url.port, method: 'PUT', path: `${base}/packages/uploads/${id}`,
    headers: { cookie: client.cookie, 'x-csrf-token': client.csrfToken, ...headers },
  });
  const answer = new Promise((resolve, reject) => request.on('error', reject).on('response', response => {
    const chunks = [];
    response.on('data', chunk => chunks.push(chunk)).on('error', reject).on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
  }));
  return { request, answer };
}

describe('packages by the admin API', () => {
  let edge;
  let client;
  let folder;
  let vsix;
  before(async () => {
    folder = temporaryFolder();
    // As a killed server would leave it.
    fs.mkdirSync(path.join(folder, '.uploads'));
    fs.writeFileSync(path.join(folder, '.uploads', 'abandoned'), 'x');
    edge = await Edge.start({
      ...settings, ...leanSanitizer, CT_CLIENTS_DIR: folder, CT_CLIENTS_FILE_SIZE: `${128 * mebibyte}`, CT_SERVER_URL: 'https://live.example.org',
    });
    client = await signedIn(edge);
    vsix = await vsixOf(extensionOf('1.2.3'));
  });
  after(async () => {
    await edge?.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('are offered as soon as they are sent, and gone as soon as they are removed', async () => {
    assert.deepEqual(uploadsIn(folder), []);
    const { uploadLimit } = await client.ask('listPackages');
    assert.equal(uploadLimit, 128 * mebibyte);
    const sent = await upload(client, 'oct-1.2.3.vsix', vsix);
    assert.equal(sent.status, 201, sent.body);
    const made = problemOf(sent);
    assert.deepEqual([made.ide, made.title, made.version, made.file, made.configured], ['vscode', 'Open Collaboration Tools', '1.2.3', 'oct-1.2.3.vsix', true]);
    const download = await send(edge.url, 'GET', made.path);
    assert.equal(sha256(download.bytes), made.sha256);
    assert.match((await unzip(download.bytes))['extension/package.json'].toString(), /live\.example\.org/);
    assert.deepEqual(fs.readFileSync(path.join(folder, 'vscode', 'oct-1.2.3.vsix')), vsix);
    await until(() => !uploadsIn(folder).length, { what: 'no file of the upload' });
    assert.deepEqual((await client.ask('listPackages')).packages, [made]);
    const [entry] = await audited(edge, 'admin.package.upload');
    assert.deepEqual([entry.actor, entry.address, entry.subject], ['ada', '127.0.0.1', 'vscode/oct-1.2.3.vsix']);
    assert.ok(entry.detail.includes(sha256(vsix)) && entry.detail.includes('1.2.3'), entry.detail);

    assert.equal((await client.call('removePackage', { ide: 'vscode', file: 'oct-1.2.3.vsix' })).status, 204);
    assert.equal((await send(edge.url, 'GET', made.path)).status, 404);
    assert.deepEqual([listing(path.join(folder, 'vscode')), (await client.ask('listPackages')).packages], [[], []]);
    assert.equal((await client.call('removePackage', { ide: 'vscode', file: 'oct-1.2.3.vsix' })).status, 404);
    assert.equal((await audited(edge, 'admin.package.remove')).length, 1);
  });

  it('are plugins for JetBrains\' IDEs, too, and may come in chunks and after a question', async () => {
    const plugin = await pluginOf('4.5.6');
    const { id } = problemOf(await begin(client, 'together-4.5.6.zip', plugin.length, 'intellij'));
    const { request, answer } = opened(edge, client, id, { 'transfer-encoding': 'chunked', expect: '100-continue' });
    request.flushHeaders();
    await new Promise(resolve => request.once('continue', resolve));
    request.write(plugin.subarray(0, 7));
    request.end(plugin.subarray(7));
    const { status, body } = await answer;
    assert.equal(status, 201, body);
    assert.equal(JSON.parse(body).sha256, sha256(plugin));
    const feed = await send(edge.url, 'GET', '/clients/intellij/updatePlugins.xml');
    assert.match(feed.body, /4\.5\.6/);
    await client.ask('removePackage', { ide: 'intellij', file: 'together-4.5.6.zip' });
  });

  it('are refused by name, kind and size before a byte is sent', async () => {
    for (const [body, ...fields] of [
      [{ ide: 'eclipse', file: 'site.zip', size: 1 }, 'ide'],
      [{ ide: '..', file: 'x.vsix', size: 1 }, 'ide'],
      [{ ide: 'vscode', file: 'x.zip', size: 1 }, 'file'],
      [{ ide: 'intellij', file: 'x.vsix', size: 1 }, 'file'],
      [{ ide: 'vscode', file: '../x.vsix', size: 1 }, 'file'],
      [{ ide: 'vscode', file: '.x.vsix', size: 1 }, 'file'],
      [{ ide: 'vscode', file: 'a b.vsix', size: 1 }, 'file'],
      [{ ide: 'vscode', file: `${'x'.repeat(125)}.vsix`, size: 0 }, 'file', 'size'],
    ]) {
      const answer = await client.call('beginUpload', {}, { body });
      assert.equal(answer.status, 422, JSON.stringify(body));
      assert.deepEqual(problemOf(answer).errors.map(error => error.field), fields);
    }
    const big = await begin(client, 'x.vsix', 128 * mebibyte + 1);
    assert.equal(big.status, 413);
    assert.match(problemOf(big).detail, /CT_CLIENTS_FILE_SIZE/);
    assert.equal((await client.call('beginUpload', {}, { body: { ide: 'vscode' } })).status, 400);
    for (const [ide, file] of [['uploads', 'x.vsix'], ['vscode', '.uploads'], ['vscode', '..%2fx.vsix'], ['eclipse', 'x.jar']]) {
      assert.equal((await client.call('removePackage', { ide, file })).status, 404, `${ide}/${file}`);
    }
  });

  it('that are none are refused with the reason, and nothing of them is left', async () => {
    for (const [file, bytes, reason, ide] of [
      ['text.vsix', Buffer.from('no zip at all'), /zip|archive|format/i],
      ['cut.vsix', vsix.subarray(0, vsix.length / 2), /./],
      ['empty.vsix', await zipOf({ 'a.txt': 'x' }), /package\.json/],
      ['escape.zip', vsix, /plugin/i, 'intellij'],
    ]) {
      const answer = await upload(client, file, bytes, ide);
      assert.equal(answer.status, 422, `${file}: ${answer.body}`);
      assert.match(problemOf(answer).type, /package-refused$/);
      assert.match(problemOf(answer).detail, reason);
    }
    await until(() => !uploadsIn(folder).length);
    assert.deepEqual([listing(path.join(folder, 'vscode')), listing(path.join(folder, 'intellij'))], [[], []]);
    assert.deepEqual((await client.ask('listPackages')).packages, []);
    assert.equal(rows(edge.stateDir, "SELECT * FROM audit WHERE kind = 'admin.package.upload' AND subject LIKE '%cut%'").length, 0);
  });

  it('have the length that was announced, and come once', async () => {
    const id = async size => problemOf(await begin(client, 'length.vsix', size)).id;
    const put = async (size, bytes, headers) => client.call('sendPackage', { upload: await id(size) }, { bytes, headers });
    assert.equal((await put(10, Buffer.alloc(11))).status, 413);
    assert.equal((await put(10, Buffer.alloc(11), { 'transfer-encoding': 'chunked' })).status, 413);
    const short = await put(10, Buffer.alloc(9));
    assert.equal(short.status, 422);
    assert.match(problemOf(short).detail, /9 bytes.*10/);
    assert.equal((await client.call('sendPackage', { upload: await id(10) })).status, 400);
    const twice = await id(10);
    for (const status of [422, 404]) assert.equal((await client.call('sendPackage', { upload: twice }, { bytes: Buffer.alloc(10) })).status, status);
    await until(() => !uploadsIn(folder).length);
    assert.deepEqual(listing(path.join(folder, 'vscode')), []);
  });

  it('come from whoever has announced them, who may change things, and from nobody else', async () => {
    const announced = async () => problemOf(await begin(client, 'mine.vsix', vsix.length)).id;
    const { secret: reading } = await client.ask('makeToken', {}, { body: { name: 'reader', days: 1, scope: 'read' } });
    const { secret } = await client.ask('makeToken', {}, { body: { name: 'robot', days: 1 } });
    const put = async (who, headers = {}) => (await who.call('sendPackage', { upload: await announced() }, { bytes: vsix, headers })).status;
    assert.equal(await put(new AdminClient(edge.url)), 401);
    assert.equal(await put(new AdminClient(edge.url, { token: reading })), 403);
    assert.equal(await put(new AdminClient(edge.url, { token: secret })), 404);
    assert.equal(await put(client, { 'x-csrf-token': 'another' }), 403);
    assert.equal(await put(client, { origin: 'https://elsewhere.example' }), 403);
    assert.equal((await begin(new AdminClient(edge.url, { token: reading }), 'x.vsix', 1)).status, 403);
    // Whoever has no id gets not a byte onto the disk, however much is sent.
    const stranger = await new AdminClient(edge.url).call('sendPackage', { upload: 'x'.repeat(24) }, { bytes: vsix });
    assert.equal(stranger.status, 401);
    await until(() => !uploadsIn(folder).length);
    assert.deepEqual(listing(path.join(folder, 'vscode')), []);
    const robot = new AdminClient(edge.url, { token: secret });
    assert.equal((await upload(robot, 'robot.vsix', vsix)).status, 201);
    await robot.ask('removePackage', { ide: 'vscode', file: 'robot.vsix' });
    assert.ok((await audited(edge, 'admin.package.upload')).some(entry => entry.actor === 'token robot'));
  });

  it('leave nothing when they are broken off', async () => {
    const { id } = problemOf(await begin(client, 'broken.vsix', 4 * mebibyte));
    const { request, answer } = opened(edge, client, id, { 'content-length': 4 * mebibyte });
    request.write(randomBytes(2 * mebibyte));
    await until(() => uploadsIn(folder).length === 1 && fs.statSync(path.join(folder, '.uploads', uploadsIn(folder)[0])).size > mebibyte, { what: 'bytes on the disk' });
    request.destroy();
    await assert.rejects(answer);
    await until(() => !uploadsIn(folder).length, { what: 'no file of the upload' });
    assert.equal((await client.call('sendPackage', { upload: id }, { bytes: vsix })).status, 400);
    assert.deepEqual(listing(path.join(folder, 'vscode')), []);
  });

  it('of one name are taken once, whoever is faster', async () => {
    const other = await vsixOf(extensionOf('1.2.4'));
    const answers = await Promise.all([upload(client, 'same.vsix', vsix), upload(client, 'same.vsix', other)]);
    assert.deepEqual(answers.map(answer => answer.status).sort(), [201, 409]);
    const made = problemOf(answers.find(answer => answer.status === 201));
    assert.ok([vsix, other].some(bytes => bytes.equals(fs.readFileSync(path.join(folder, 'vscode', 'same.vsix')))));
    assert.equal(sha256((await send(edge.url, 'GET', made.path)).bytes), made.sha256);
    const late = await begin(client, 'same.vsix', vsix.length);
    assert.equal(late.status, 409);
    assert.match(problemOf(late).detail, /remove it first/);
    await until(() => !uploadsIn(folder).length);
    await client.ask('removePackage', { ide: 'vscode', file: 'same.vsix' });
  });

  it('are refused in the audit, too, where it has them and they were not put or removed', async () => {
    const ids = [];
    for (let time = 0; time < 2; ++time) ids.push(problemOf(await begin(client, 'late.vsix', vsix.length)).id);
    const put = id => client.call('sendPackage', { upload: id }, { bytes: vsix });
    assert.deepEqual([(await put(ids[0])).status, (await put(ids[1])).status], [201, 409]);
    fs.mkdirSync(path.join(folder, 'vscode', 'folder.vsix'));
    assert.equal((await client.call('removePackage', { ide: 'vscode', file: 'folder.vsix' })).status, 409);
    const refused = await until(() => {
      const found = rows(edge.stateDir, "SELECT actor, address, subject, detail FROM audit WHERE kind = 'admin.package.refused' AND subject IN ('vscode/late.vsix', 'vscode/folder.vsix') ORDER BY entry");
      return found.length === 2 && found;
    });
    assert.deepEqual(refused.map(({ actor, address, subject }) => [actor, address, subject]),
      [['ada', '127.0.0.1', 'vscode/late.vsix'], ['ada', '127.0.0.1', 'vscode/folder.vsix']]);
    assert.match(refused[0].detail, /^admin\.package\.upload was not done: There is a file vscode\/late\.vsix already/);
    assert.match(refused[1].detail, /^admin\.package\.remove was not done: .*can't be written to: Is a directory/);
    fs.rmdirSync(path.join(folder, 'vscode', 'folder.vsix'));
    await client.ask('removePackage', { ide: 'vscode', file: 'late.vsix' });
  });

  it('are never in memory whole, in the clear or by TLS', async () => {
    const peak = () => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${edge.pid}/status`, 'utf8'))[1]) / 1024;
    const secure = await signedIn({ url: edge.httpsUrl }, { ca: edge.ca });
    const before = peak();
    for (const who of [client, secure]) {
      const answer = await upload(who, 'big.vsix', randomBytes(96 * mebibyte));
      assert.equal(answer.status, 422);
      assert.doesNotMatch(problemOf(answer).detail, /announced/);
    }
    // ThreadSanitizer keeps four bytes beside each.
    const most = process.env.TSAN_OPTIONS ? 40 * 4 : 40;
    assert.ok(peak() - before < most, `${peak() - before} MiB more`);
    const sent = await upload(secure, 'tls.vsix', vsix);
    assert.equal(sent.status, 201, sent.body);
    await secure.ask('removePackage', { ide: 'vscode', file: 'tls.vsix' });
  });

  it('are not changed when the audit cannot be written', async () => {
    assert.equal((await upload(client, 'stays.vsix', vsix)).status, 201);
    rows(edge.stateDir, "CREATE TRIGGER no_packages BEFORE INSERT ON audit WHEN NEW.kind LIKE 'admin.package.%' BEGIN SELECT RAISE(ABORT, 'no'); END");
    assert.equal((await upload(client, 'comes.vsix', vsix)).status, 500);
    assert.equal((await client.call('removePackage', { ide: 'vscode', file: 'stays.vsix' })).status, 500);
    assert.deepEqual(listing(path.join(folder, 'vscode')), ['stays.vsix']);
    await until(() => !uploadsIn(folder).length);
    rows(edge.stateDir, 'DROP TRIGGER no_packages');
    await client.ask('removePackage', { ide: 'vscode', file: 'stays.vsix' });
  });
});

describe('packages that a server does not take', () => {
  it('are refused where it offers none', async () => {
    const edge = await Edge.start({ ...settings, CT_NOCLIENTS: 'true' });
    const client = await signedIn(edge);
    assert.equal((await client.ask('listPackages')).uploadLimit, undefined);
    assert.equal((await begin(client, 'x.vsix', 1)).status, 409);
    assert.equal((await client.call('removePackage', { ide: 'vscode', file: 'x.vsix' })).status, 409);
    await edge.stop();
  });

  it('are refused when their folder is another one meanwhile, and lie in neither', async () => {
    const folders = [temporaryFolder(), temporaryFolder()];
    const ini = path.join(folders[0], 'edge.ini');
    const use = folder => fs.writeFileSync(ini, `[clients]\nclients-dir="${folder}"\n`);
    use(folders[0]);
    const edge = await Edge.start({ ...settings, CT_INI_FILE: ini });
    const client = await signedIn(edge);
    const vsix = await vsixOf(extensionOf('1.0.0'));
    const { id } = problemOf(await begin(client, 'x.vsix', vsix.length));
    use(folders[1]);
    await client.ask('reloadConfiguration');
    const late = await client.call('sendPackage', { upload: id }, { bytes: vsix });
    assert.equal(late.status, 409, late.body);
    assert.match(problemOf(late).detail, /CT_CLIENTS_DIR/);
    await until(() => !uploadsIn(folders[0]).length);
    assert.deepEqual(folders.map(folder => listing(path.join(folder, 'vscode'))), [[], []]);
    assert.equal((await upload(client, 'x.vsix', vsix)).status, 201);
    assert.deepEqual(folders.map(folder => listing(path.join(folder, 'vscode'))), [[], ['x.vsix']]);
    await edge.stop();
    for (const folder of folders) fs.rmSync(folder, { recursive: true });
  });

  it('are refused where a signed list has to name them', async () => {
    const folder = temporaryFolder();
    const edge = await Edge.start({ ...settings, CT_CLIENTS_DIR: folder, CT_CLIENTS_KEY: randomBytes(32).toString('base64url') });
    const client = await signedIn(edge);
    const answer = await upload(client, 'x.vsix', await vsixOf(extensionOf('1.0.0')));
    assert.equal(answer.status, 422);
    assert.match(problemOf(answer).detail, /SHA256SUMS/);
    assert.deepEqual(listing(path.join(folder, 'vscode')), []);
    await edge.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('are refused where their folder cannot be written to', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'vscode'), 'no folder');
    const edge = await Edge.start({ ...settings, CT_CLIENTS_DIR: folder });
    const client = await signedIn(edge);
    const answer = await begin(client, 'x.vsix', 1);
    assert.equal(answer.status, 409);
    assert.match(problemOf(answer).detail, /can't be written to/);
    await edge.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('are refused when the disk is full, before they come or in their midst', async () => {
    const folder = temporaryFolder();
    const edge = await Edge.start({ ...settings, CT_CLIENTS_DIR: folder, CT_CLIENTS_RESERVE: '256k' }, { wrapper: onSmallDisk(folder, '4m') });
    const client = await signedIn(edge);
    const seen = `/proc/${edge.pid}/root${folder}`;
    const before = await begin(client, 'x.vsix', 5 * mebibyte);
    assert.equal(before.status, 507, before.body);
    assert.match(problemOf(before).detail, /^1\.25 MiB are missing on the disk of .*takes 5\.00 MiB there.*4\.00 MiB are free, and 256\.00 KiB have to stay free/);
    const { id } = problemOf(await begin(client, 'x.vsix', 3 * mebibyte));
    fs.writeFileSync(path.join(seen, 'filler'), Buffer.alloc(3 * mebibyte));
    const midst = await client.call('sendPackage', { upload: id }, { bytes: randomBytes(3 * mebibyte) });
    assert.equal(midst.status, 507, midst.body);
    await until(() => !uploadsIn(seen).length);
    fs.rmSync(path.join(seen, 'filler'));
    assert.equal((await upload(client, 'x.vsix', await vsixOf(extensionOf('1.0.0')))).status, 201);
    await edge.stop();
    fs.rmSync(folder, { recursive: true });
  });
});

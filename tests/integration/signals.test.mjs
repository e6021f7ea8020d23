// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an administrator tells a running server.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import { after, before, describe, it } from 'node:test';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { send } from './support/http.mjs';
import { TcpProxy } from './support/proxy.mjs';
import { rawGuest, rawHost } from './support/raw.mjs';
import { until } from './support/wait.mjs';

/** The fingerprint of the certificate that a new connection is shown. */
function shownBy(port) {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

describe('SIGHUP', () => {
  let folder;
  before(() => (folder = temporaryFolder()));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** Another server's self-signed pair. */
  async function pair() {
    const maker = await Edge.start();
    const files = ['crt', 'key'].map(kind => fs.readFileSync(path.join(maker.stateDir, 'tls', `selfsigned.${kind}`)));
    await maker.stop();
    return files;
  }

  it('R18: opens the logs anew and shows a new certificate, to no session\'s harm', async () => {
    const [certificate, key] = [path.join(folder, 'edge.crt'), path.join(folder, 'edge.key')];
    const install = files => [certificate, key].forEach((file, index) => fs.writeFileSync(file, files[index], { mode: 0o600 }));
    const [first, second] = [await pair(), await pair()];
    install(first);
    const edge = await Edge.start({ CT_TLS_CERTIFICATE: certificate, CT_TLS_KEY: key });
    try {
      const ca = [first[0], second[0]];
      const host = await rawHost(edge.httpsUrl, { ca, kind: 'websocket' });
      const guest = await rawGuest(edge.httpsUrl, host.roomId, { ca, kind: 'websocket' });
      const former = await shownBy(edge.ports.https);
      install(second);
      const access = path.join(edge.logDir, 'access.log');
      fs.renameSync(access, `${access}.1`);
      edge.signal('SIGHUP');
      await until(async () => (await shownBy(edge.ports.https)) !== former, { what: 'the new certificate' });
      await until(async () => (await send(edge.url, 'GET', '/api/meta')).ok && fs.existsSync(access), { what: 'a new access.log' });
      await host.settle();
      await guest.settle();
      assert.deepEqual([...host.disconnects, ...guest.disconnects], []);
      fs.writeFileSync(certificate, 'rubbish');
      edge.signal('SIGHUP');
      await until(() => /ERROR .*certificate/i.test(edge.log('server.log')), { what: 'an error in server.log' });
      assert.notEqual(await shownBy(edge.ports.https), former);
      guest.close();
      host.close();
    } finally {
      await edge.stop();
    }
  });
});

describe('SIGTERM', () => {
  it('R18: told a second time ends the server at once, with 0', async () => {
    const edge = await Edge.start();
    const proxy = await TcpProxy.start(edge.ports.http);
    const host = await rawHost(proxy.url, { kind: 'websocket', reconnection: false });
    // Its goodbye is never taken, so that the server would wait.
    proxy.hang();
    edge.signal('SIGTERM');
    await until(() => /Stopping/.test(edge.log('server.log')), { what: 'the beginning of the end' });
    edge.signal('SIGTERM');
    await edge.ended;
    assert.match(edge.log('server.log'), /Told to stop again/);
    host.close();
    await proxy.stop();
    await edge.stop();
  });
});

describe('SIGUSR1', () => {
  let edge;
  before(async () => (edge = await Edge.start()));
  after(() => edge?.stop());

  it('opens the log files anew, so that they can be moved away', async () => {
    for (const name of ['server.log', 'access.log', 'sessions.log']) {
      const host = await rawHost(edge.url);
      await until(() => edge.log(name), { what: name });
      const file = path.join(edge.logDir, name);
      fs.renameSync(file, `${file}.moved`);
      edge.signal('SIGUSR1');
      host.close();
      // Each of them has something to say of a session.
      await until(async () => {
        (await rawHost(edge.url)).close();
        return edge.log(name);
      }, { what: `a new ${name}` });
      assert.ok(fs.readFileSync(`${file}.moved`, 'utf8').length > 0);
    }
  });
});

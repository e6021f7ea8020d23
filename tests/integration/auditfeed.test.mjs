// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// D-06: the audit leaves the box. Every entry gets to a real syslog server and to a webhook, in order and at least once,
// whatever of them is down in between.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { after, before, describe, it } from 'node:test';
import { settings as administrator, signedIn } from './support/adminapi.mjs';
import { Edge, temporaryFolder } from './support/edge.mjs';
import { EngineClient } from './support/engineio.mjs';
import { createRoom, loginToken } from './support/login.mjs';
import { envelope, rawHost, roomHeaders } from './support/raw.mjs';
import { rows } from './support/records.mjs';
import { Rsyslog } from './support/rsyslog.mjs';
import { timed, until } from './support/wait.mjs';
import { secret, Webhook } from './support/webhook.mjs';

const audit = stateDir => rows(stateDir, 'SELECT * FROM audit ORDER BY entry');

/** `count` entries more. */
async function happen(client, count) {
  for (let number = 0; number < count; ++number) await client.call('endSession', { session: `none-${number}` });
}

/** The numbers of entries as they came, without those that came once more. */
function inOrder(numbers) {
  const seen = new Set();
  return numbers.filter(number => !seen.has(number) && seen.add(number));
}

/** Waits until all that is in the database has come, and nothing out of turn. */
async function allThere(stateDir, arrived, settings) {
  const { seen, stored } = await until(() => {
    const [come, all] = [arrived(), audit(stateDir)];
    return new Set(come).size >= all.length && { seen: come, stored: all };
  }, { timeout: 60_000, what: 'every entry to come', ...settings });
  assert.deepEqual(inOrder(seen), stored.map(row => row.entry));
}

const partOf = async (client, name) => (await client.ask('getHealth')).parts.find(part => part.name === name);

for (const protocol of ['udp', 'tcp', 'tls']) {
  describe(`the audit by syslog over ${protocol}`, () => {
    let rsyslog;
    let edge;
    let client;
    const stateDir = temporaryFolder();
    const parameter = (message, name) => new RegExp(` ${name}="((?:[^"\\\\]|\\\\.)*)"`).exec(message['structured-data'])?.[1];
    const arrived = () => rsyslog.messages().map(message => Number(parameter(message, 'entry')));
    const start = async () => {
      edge = await Edge.start({ ...administrator, CT_AUDIT_SYSLOG: rsyslog.address, ...(protocol === 'tls' ? { CT_AUDIT_CA: rsyslog.certificate } : {}) }, { stateDir });
      client = await signedIn(edge);
    };
    before(async () => {
      rsyslog = await Rsyslog.start(protocol);
      await start();
    });
    after(async () => {
      await edge?.stop();
      await rsyslog?.stop();
      fs.rmSync(stateDir, { recursive: true });
    });

    it('gets every entry as the standard has it', async () => {
      const host = await rawHost(edge.url, { kind: 'websocket', user: 'Zoë "Z" ]O\'Hara\\' });
      host.send(envelope.leave());
      host.close();
      await until(() => audit(stateDir).some(row => row.kind === 'session.ended'));
      await allThere(stateDir, arrived);
      const stored = audit(stateDir);
      for (const message of rsyslog.messages()) {
        const row = stored.find(one => one.entry === Number(parameter(message, 'entry')));
        assert.deepEqual([message.pri, message['protocol-version'], message['app-name'], message.msgid], ['109', '1', 'codetogether-edge', row.kind.slice(0, 32)]);
        assert.equal(message.procid, String(edge.pid));
        assert.equal(Date.parse(message.timereported), row.at_ms);
        assert.equal(parameter(message, 'hash'), row.hash);
        assert.deepEqual([parameter(message, 'run'), parameter(message, 'sequence')], [row.boot, String(row.sequence)]);
        assert.equal(parameter(message, 'actor'), row.actor.replace(/["\\\]]/g, '\\$&'));
        assert.equal(parameter(message, 'subject'), row.subject);
        assert.ok(message.msg.replace(/^ ?\ufeff?/, '').startsWith(row.kind), message.msg);
      }
      const named = rsyslog.messages().find(message => parameter(message, 'kind') === 'session.created');
      assert.ok(named.rawmsg.includes('] \ufeffsession.created by Zoë "Z" ]O\'Hara\\ from 127.0.0.1'), named.rawmsg);
      await until(async () => (await partOf(client, 'audit-syslog')).detail === '');
      assert.deepEqual(await partOf(client, 'audit-syslog'), { name: 'audit-syslog', good: true, detail: '' });
    });

    it('gets what happened while it was down, and says once that it was', async () => {
      await rsyslog.halt();
      await happen(client, 5);
      const part = await until(async () => {
        const found = await partOf(client, 'audit-syslog');
        return !found.good && found;
      });
      assert.match(part.detail, /^\d+ entries wait: ./);
      await happen(client, 5);
      await rsyslog.resume();
      await allThere(stateDir, arrived);
      await until(async () => (await partOf(client, 'audit-syslog')).good);
      const log = edge.log('server.log');
      assert.equal(log.match(/WARN The audit does not reach the syslog server at 127\.0\.0\.1 port \d+ by \w+ \(CT_AUDIT_SYSLOG\): /g)?.length, 1, log);
      assert.equal(log.match(/INFO The audit reaches the syslog server .* again; \d+ entries had to wait/g)?.length, 1, log);
    });

    it('gets what happened before a restart while it was down', async () => {
      await rsyslog.halt();
      await happen(client, 3);
      edge.signal('SIGKILL');
      await edge.ended;
      await rsyslog.resume();
      await start();
      await allThere(stateDir, arrived);
      assert.ok(inOrder(arrived()).length > 15);
    });
  });
}

describe('the audit by syslog over tls', () => {
  it('goes to nobody whose certificate is not good', async () => {
    const rsyslog = await Rsyslog.start('tls');
    const edge = await Edge.start({ ...administrator, CT_AUDIT_SYSLOG: rsyslog.address });
    const client = await signedIn(edge);
    const part = await until(async () => {
      const found = await partOf(client, 'audit-syslog');
      return !found.good && found;
    });
    assert.match(part.detail, /certificate/);
    assert.deepEqual(rsyslog.messages(), []);
    await edge.stop();
    await rsyslog.stop();
  });
});

describe('the audit by webhook', () => {
  let webhook;
  let edge;
  let client;
  const stateDir = temporaryFolder();
  const path = '/in/0123456789?key=part-of-the-secret';
  const arrived = () => webhook.entries.map(entry => entry.entry);
  const feed = () => ({ ...administrator, CT_AUDIT_WEBHOOK_URL: webhook.url + path, CT_AUDIT_WEBHOOK_SECRET: secret, CT_AUDIT_CA: webhook.certificate });
  const start = async () => {
    edge = await Edge.start(feed(), { stateDir });
    client = await signedIn(edge);
  };
  const becomesBad = () => until(async () => {
    const found = await partOf(client, 'audit-webhook');
    return !found.good && found;
  });
  before(async () => {
    webhook = await Webhook.start();
    await start();
  });
  after(async () => {
    await edge?.stop();
    await webhook?.stop();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('gets every entry, signed', async () => {
    await happen(client, 3);
    await allThere(stateDir, arrived);
    assert.equal(webhook.forgeries, 0);
    const stored = audit(stateDir);
    for (const entry of webhook.entries) {
      const { boot, at_ms: at, ...row } = stored.find(one => one.entry === entry.entry);
      assert.deepEqual(entry, { ...row, at, run: boot });
    }
    for (const { method, path: asked, headers } of webhook.requests) {
      assert.deepEqual([method, asked, headers['content-type']], ['POST', path, 'application/x-ndjson']);
      assert.match(headers['user-agent'], /^codetogether-edge\/\d/);
      assert.match(headers['webhook-id'], /^audit-\d+-\d+-[0-9a-f]{16}$/);
    }
    assert.equal((await partOf(client, 'audit-webhook')).good, true);
  });

  for (const [mode, said] of [[500, /it answered 500/], ['redirect', /it answered 307, and redirects are not followed/], ['hang', /it did not answer within 15 s/]]) {
    it(`gets nothing less after it has had "${mode}"`, async () => {
      webhook.mode = mode;
      const before = webhook.requests.length;
      await happen(client, 2);
      const part = await becomesBad();
      assert.match(part.detail, said);
      // Nobody waits for it.
      await happen(client, 2);
      await until(() => webhook.requests.length >= before + 2);
      const tries = webhook.requests.slice(before).filter(request => request.mode === mode);
      assert.ok(tries.every(({ path: asked }) => asked === path), 'no redirect is followed');
      assert.equal(new Set(tries.map(({ headers }) => headers['webhook-id'])).size, 1, 'each try has the same id');
      assert.equal(new Set(tries.map(({ body }) => body)).size, 1);
      webhook.mode = 'take';
      await allThere(stateDir, arrived, { timeout: 90_000 });
      await until(async () => (await partOf(client, 'audit-webhook')).good);
    });
  }

  it('gets all where it takes little at once', async () => {
    webhook.mode = 503;
    await happen(client, 30);
    await becomesBad();
    webhook.longest = 1_500;
    webhook.mode = 'take';
    await allThere(stateDir, arrived, { timeout: 90_000 });
    await until(async () => (await partOf(client, 'audit-webhook')).good);
    assert.ok(webhook.requests.some(({ body }) => Buffer.byteLength(body) > webhook.longest));
    webhook.longest = 100;
    await happen(client, 2);
    assert.match((await becomesBad()).detail, /^\d+ entries wait: it answered 413 to entry \d+ alone, which it has to take before any other$/);
    webhook.longest = Infinity;
    await allThere(stateDir, arrived, { timeout: 90_000 });
  });

  it('gets nothing twice because it answers at length', async () => {
    webhook.mode = 'flood';
    await happen(client, 1);
    await allThere(stateDir, arrived);
    webhook.mode = 'take';
    assert.equal((await partOf(client, 'audit-webhook')).good, true);
    assert.deepEqual(arrived(), inOrder(arrived()));
  });

  it('gets what happened while it was gone, and while the server was', async () => {
    await webhook.halt();
    await happen(client, 3);
    assert.match((await becomesBad()).detail, /^\d+ entries wait: Connection refused$/);
    await edge.stop();
    await webhook.resume();
    await start();
    await allThere(stateDir, arrived);
  });

  it('gets the last word before the server ends', async () => {
    await allThere(stateDir, arrived);
    await edge.stop();
    assert.equal(webhook.entries.at(-1).kind, 'server.stopped');
    await start();
  });

  it('holds nobody up who ends the server', async () => {
    webhook.mode = 'hang';
    const before = webhook.requests.length;
    await happen(client, 1);
    await until(() => webhook.requests.length > before);
    const { took } = await timed(() => edge.stop());
    assert.ok(took < 8_000, `${took} ms`);
    webhook.mode = 'take';
    await start();
    await allThere(stateDir, arrived);
  });

  it('gets no entry behind the last word, and is waited for until the server is told again', async () => {
    const token = await loginToken(edge.url);
    const { roomToken } = await createRoom(edge.url, token);
    // It polls never again, so that its last words are waited for.
    const host = new EngineClient(edge.url, { headers: await roomHeaders(roomToken) });
    await host.open();
    await host.connect();
    await allThere(stateDir, arrived);
    webhook.mode = 'hang';
    const before = webhook.requests.length;
    await happen(client, 1);
    await until(() => webhook.requests.length > before);
    edge.signal('SIGTERM');
    await until(() => /Stopping: closing all sessions/.test(edge.output));
    edge.signal('SIGTERM');
    await until(() => /Told to stop again/.test(edge.output));
    await until(() => audit(stateDir).at(-1).kind === 'server.stopped', { what: 'the last word' });
    // Either way, nothing is done.
    await client.call('endSession', { session: 'too-late' }).then(answer => assert.equal(answer.status, 503), () => {});
    const { took } = await timed(async () => {
      edge.signal('SIGTERM');
      await edge.ended;
    });
    host.end();
    assert.ok(took < 1_000, `${took} ms`);
    assert.deepEqual(edge.exit, { code: 0, signal: null });
    assert.equal(edge.output.match(/Told to stop again/g).length, 2);
    assert.equal(audit(stateDir).at(-1).kind, 'server.stopped');
    webhook.mode = 'take';
    await start();
    await allThere(stateDir, arrived);
  });

  it('tells no secret to anybody', async () => {
    const { settings } = await client.ask('getConfiguration');
    const shown = settings.find(setting => setting.name === 'CT_AUDIT_WEBHOOK_SECRET');
    assert.ok(!JSON.stringify(shown).includes(secret), JSON.stringify(shown));
    assert.equal(settings.find(setting => setting.name === 'CT_AUDIT_WEBHOOK_URL').value, `${webhook.url}/***`);
    for (const text of [edge.log('server.log'), edge.output, JSON.stringify(await client.ask('getHealth')), JSON.stringify(settings)]) {
      for (const word of [secret, 'part-of-the-secret', '0123456789']) assert.ok(!text.includes(word), text);
    }
    assert.ok(edge.log('server.log').length > 0);
  });
});

describe('the audit by webhook', () => {
  it('goes by the proxy that there is', async () => {
    const webhook = await Webhook.start();
    const tunnels = [];
    const proxy = http.createServer((request, answer) => answer.writeHead(405).end());
    proxy.on('connect', (request, socket, head) => {
      tunnels.push([request.url, request.headers['proxy-authorization']]);
      if (!request.headers['proxy-authorization']) return socket.end('HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm="proxy"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      const onward = net.connect(webhook.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Go\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      for (const end of [socket, onward]) end.on('error', () => end.destroy());
      return undefined;
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const edge = await Edge.start({
      CT_AUDIT_WEBHOOK_URL: webhook.url, CT_AUDIT_WEBHOOK_SECRET: secret, CT_AUDIT_CA: webhook.certificate,
      CT_PROXY: `http://ann:sesame@127.0.0.1:${proxy.address().port}`,
    });
    await until(() => webhook.entries.length > 0);
    assert.equal(webhook.entries[0].kind, 'server.started');
    const [host, word] = tunnels.at(-1);
    assert.equal(host, `127.0.0.1:${webhook.port}`);
    assert.equal(Buffer.from(word.replace('Basic ', ''), 'base64').toString(), 'ann:sesame');
    assert.doesNotMatch(edge.log('server.log'), /sesame|CT_PROXY is set, but has no effect/);
    await edge.stop();
    await webhook.stop();
    proxy.close();
  });

  it('is not let go unsigned, nor in the clear', async () => {
    const webhook = await Webhook.start();
    for (const [settings, said] of [
      [{ CT_AUDIT_WEBHOOK_URL: webhook.url }, /CT_AUDIT_WEBHOOK_URL is set without CT_AUDIT_WEBHOOK_SECRET/],
      [{ CT_AUDIT_WEBHOOK_URL: 'http://hook.example/', CT_AUDIT_WEBHOOK_SECRET: secret }, /CT_AUDIT_WEBHOOK_URL is .*expected an https URL without user and fragment, or an http one to this machine/],
    ]) await assert.rejects(Edge.start(settings), said);
    await webhook.stop();
  });
});

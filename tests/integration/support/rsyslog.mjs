// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Debian's rsyslogd, from a configuration of its own in a private folder, and what it has understood.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Daemon } from './daemon.mjs';
import { temporaryFolder } from './edge.mjs';

const fields = ['pri', 'protocol-version', 'timereported', 'hostname', 'app-name', 'procid', 'msgid', 'structured-data', 'msg', 'rawmsg'];

function configuration(folder, protocol, port) {
  const properties = fields.map(name => `  property(outname="${name}" name="${name}" format="jsonf"${name === 'timereported' ? ' dateFormat="rfc3339"' : ''})`);
  const tls = protocol === 'tls';
  const module = protocol === 'udp' ? 'imudp' : 'imtcp';
  const driver = tls ? ' streamDriver.name="ossl" streamDriver.mode="1" streamDriver.authMode="anon"' : '';
  const files = tls ? ` defaultNetstreamDriver="ossl" defaultNetstreamDriverCAFile="${folder}/cert.pem" defaultNetstreamDriverCertFile="${folder}/cert.pem" defaultNetstreamDriverKeyFile="${folder}/key.pem"` : '';
  return `
global(workDirectory="${folder}" maxMessageSize="16k" parser.escapeControlCharactersOnReceive="off"${files})
module(load="${module}"${driver})
input(type="${module}" address="127.0.0.1" port="${port}" ruleset="kept")
template(name="kept" type="list" option.jsonf="on") {
${properties.join('\n')}
}
ruleset(name="kept") { action(type="omfile" file="${folder}/kept.ndjson" template="kept") }
`;
}

/** A certificate for this machine, its own issuer: cert.pem and key.pem. */
export function makeCertificate(folder) {
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${folder}/key.pem`];
  execFileSync('openssl', ['req', '-x509', ...key, '-out', `${folder}/cert.pem`, '-days', '2', ...names], { stdio: 'ignore' });
}

function takesConnections(port) {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(socket.destroy() && true));
    socket.on('error', () => resolve(false));
  });
}

function hasDatagramPort(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return fs.readFileSync('/proc/net/udp', 'utf8').includes(`0100007F:${hex} `);
}

export class Rsyslog {
  /** Listens by `protocol` ("udp", "tcp", "tls"). */
  static async start(protocol) {
    const folder = temporaryFolder();
    if (protocol === 'tls') makeCertificate(folder);
    const rsyslog = new Rsyslog(protocol, folder);
    await rsyslog.#run();
    return rsyslog;
  }

  #protocol;
  #daemon;

  constructor(protocol, folder) {
    this.#protocol = protocol;
    this.folder = folder;
  }

  get address() {
    return `${this.#protocol}://127.0.0.1:${this.port}`;
  }

  get certificate() {
    return path.join(this.folder, 'cert.pem');
  }

  async #run() {
    const file = path.join(this.folder, 'rsyslog.conf');
    const program = ['/usr/sbin/rsyslogd', '/sbin/rsyslogd'].find(name => fs.existsSync(name));
    const command = free => {
      fs.writeFileSync(file, configuration(this.folder, this.#protocol, this.port ?? free));
      return [program, '-n', '-f', file, '-i', path.join(this.folder, 'pid')];
    };
    const isUp = async free => this.#protocol === 'udp' ? hasDatagramPort(this.port ?? free) : takesConnections(this.port ?? free);
    this.#daemon = await Daemon.start(command, isUp);
    this.port ??= this.#daemon.port;
  }

  /** What it has got so far, in that order, each an object of rsyslog's properties. */
  messages() {
    const file = path.join(this.folder, 'kept.ndjson');
    if (!fs.existsSync(file)) return [];
    // A line that is being written has no end yet.
    return fs.readFileSync(file, 'utf8').split('\n').slice(0, -1).map(line => JSON.parse(line));
  }

  /** Ends it; what it has got stays. */
  async halt() {
    await this.#daemon.stop();
  }

  /** Starts it again where it was. */
  resume() {
    return this.#run();
  }

  async stop() {
    await this.halt();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Debian's nginx in front of the server, from a configuration of its own in a private folder.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './ports.mjs';
import { until } from './wait.mjs';

/** What the proxied request says of the client: as most do it, or as the sample of the notes does. */
const headers = {
  usual: `
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;`,
  notes: `
      proxy_set_header X-Real-IP $remote_addr;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header Host $http_host;
      proxy_set_header X-NginX-Proxy true;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection "upgrade";
      proxy_redirect off;`,
};

function configuration({ folder, port, target, tls, prefix, strip, style }) {
  const secure = tls ? `ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;` : '';
  const location = prefix ? `${prefix}/` : '/';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join('\n  ');
  return `
${process.getuid() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log notice;
events { worker_connections 512; }
http {
  access_log off;
  ${temporary}
  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
  server {
    listen 127.0.0.1:${port}${tls ? ' ssl' : ''};
    ${secure}
    client_max_body_size 16m;
    location ${location} {
      proxy_pass http://127.0.0.1:${target}${strip ? '/' : ''};
      proxy_http_version 1.1;${headers[style]}
      proxy_buffering off;
      proxy_read_timeout 90s;
    }
  }
}
`;
}

function makeCertificate(folder) {
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${folder}/key.pem`];
  execFileSync('openssl', ['req', '-x509', ...key, '-out', `${folder}/cert.pem`, '-days', '2', ...names], { stdio: 'ignore' });
}

export class Nginx {
  /** In front of the port `target`; `prefix` as in "/oct", `strip` whether the server sees it. */
  static async start(target, { tls = false, prefix = '', strip = false, style = 'usual' } = {}) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ct-nginx-'));
    if (tls) makeCertificate(folder);
    // A free port may be taken by another test in between.
    for (let attempt = 1; ; ++attempt) {
      const nginx = new Nginx(folder, await freePort(), { target, tls, prefix, strip, style });
      if (await nginx.#listens()) return nginx;
      assert.ok(attempt < 3, `nginx did not start:\n${nginx.output}`);
    }
  }

  #child;
  output = '';

  constructor(folder, port, options) {
    this.folder = folder;
    this.url = `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}${options.prefix}`;
    this.ca = options.tls ? fs.readFileSync(path.join(folder, 'cert.pem')) : undefined;
    this.port = port;
    const file = path.join(folder, 'nginx.conf');
    fs.writeFileSync(file, configuration({ folder, port, ...options }));
    const searchPath = `${process.env.PATH}:/usr/sbin:/sbin`;
    this.#child = spawn('nginx', ['-p', folder, '-c', file, '-e', `${folder}/error.log`],
      { env: { ...process.env, PATH: searchPath }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child.on('error', error => (this.output += error));
    this.#child.stderr.on('data', data => (this.output += data));
    this.ended = once(this.#child, 'exit').then(() => (this.hasEnded = true), () => (this.hasEnded = true));
  }

  async stop() {
    this.#child.kill('SIGTERM');
    await this.ended;
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  async #listens() {
    return until(() => this.hasEnded ? 'ended' : this.#answers(), { what: 'nginx' }).then(result => result !== 'ended');
  }

  #answers() {
    return new Promise(resolve => {
      const socket = net.connect(this.port, '127.0.0.1');
      socket.on('connect', () => resolve(socket.destroy() && true));
      socket.on('error', () => resolve(false));
    });
  }
}

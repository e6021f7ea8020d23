// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests that say exactly what a test wants: any path as it is, any method, any body.

import http from 'node:http';
import https from 'node:https';

/**
 * Sends one request to the server of `base`; `path` goes out as it is written.
 * The answer has fetch's shape as far as the npm client needs it (status, ok, json, text), its
 * headers as a plain object, and its body as text in `body`.
 */
export function send(base, method, path, { headers = {}, body, ca, agent, signal } = {}) {
  const url = new URL(base);
  const library = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const options = { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port, method, path, headers: withLength(headers, body), ca, agent, signal };
    const request = library.request(options, answer => {
      const chunks = [];
      answer.on('data', chunk => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve(shaped(answer, Buffer.concat(chunks))));
    });
    request.on('error', reject);
    request.end(body);
  });
}

function withLength(headers, body) {
  return body === undefined || 'transfer-encoding' in headers ? headers : { 'content-length': Buffer.byteLength(body), ...headers };
}

function shaped(answer, bytes) {
  const body = bytes.toString('utf8');
  return {
    status: answer.statusCode,
    ok: answer.statusCode >= 200 && answer.statusCode < 300,
    headers: answer.headers,
    body,
    bytes,
    text: async () => body,
    json: async () => JSON.parse(body),
  };
}

/** POST of a value as JSON. */
export function postJson(base, path, value, { headers = {}, ...options } = {}) {
  const body = JSON.stringify(value);
  return send(base, 'POST', path, { ...options, headers: { 'content-type': 'application/json', ...headers }, body });
}

/** The `fetch` option of the npm client's ConnectionProvider. `credentials: include` keeps cookies in `jar`. */
export function fetchWith({ ca, jar, headers: extra = {} } = {}) {
  return async (target, { method = 'GET', headers = {}, signal, body, credentials } = {}) => {
    const url = new URL(target);
    const cookies = credentials === 'include' && jar?.size ? { cookie: [...jar].map(pair => pair.join('=')).join('; ') } : {};
    const answer = await send(url.origin, method, url.pathname + url.search, { headers: { ...extra, ...headers, ...cookies }, signal, body, ca });
    if (credentials === 'include' && jar) keepCookies(jar, answer.headers['set-cookie'] ?? []);
    return answer;
  };
}

function keepCookies(jar, lines) {
  for (const line of lines) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The admin API as its document has it: calls by operation, each answer held against its schema.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { cookiesOf } from './basic.mjs';
import { send } from './http.mjs';
import { rowsIfAny } from './records.mjs';
import { until } from './wait.mjs';

export const base = '/api/admin/v1';
export const openApi = JSON.parse(fs.readFileSync(new URL('../../../resources/openapi/admin-v1.json', import.meta.url), 'utf8'));

const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addVocabulary(['components', 'paths', 'openapi', 'info', 'servers']);
ajv.addSchema({ $id: 'admin', components: openApi.components });

/** Every operation of the document, by its id. */
export const operations = Object.fromEntries(Object.entries(openApi.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => [operation.operationId, { ...operation, verb: verb.toUpperCase(), path }])));

export const user = 'ada';
export const password = 'a good password';
/** Of a server whose administrator they are. */
export const settings = { CT_DASHBOARD_USER: user, CT_DASHBOARD_PASSWORD: password };

/** The ids of what has been called by clients of this module. */
export const called = new Set();

function resolved(object) {
  return object?.$ref ? object.$ref.slice(2).split('/').reduce((at, name) => at[name], openApi) : object;
}

/** Fails for an answer that the document does not have. */
export function holdAgainst(operation, answer) {
  const said = `${operation.operationId}: ${answer.status} ${answer.body.slice(0, 500)}`;
  const response = resolved(operation.responses[answer.status] ?? (answer.status >= 400 && operation.responses.default));
  assert.ok(response, `not in the document: ${said}`);
  for (const name of Object.keys(response.headers ?? {})) assert.ok(name.toLowerCase() in answer.headers, `${name} is missing: ${said}`);
  const types = Object.entries(response.content ?? {});
  if (!types.length) return assert.equal(answer.body, '', said);
  const [, media] = types.find(([type]) => answer.headers['content-type'].startsWith(type)) ?? [];
  assert.ok(media, `${answer.headers['content-type']}: ${said}`);
  if (!/[/+]json$/.test(answer.headers['content-type'])) return undefined;
  const pointer = JSON.parse(JSON.stringify(media.schema).replaceAll('"#/', '"admin#/'));
  const validate = ajv.compile(pointer);
  assert.ok(validate(JSON.parse(answer.body)), `${said}\n${ajv.errorsText(validate.errors)}`);
  return undefined;
}

const fitsEvent = ajv.compile({ $ref: 'admin#/components/schemas/Event' });

/** Fails for an event that the document does not have. */
export function validEvent(event) {
  assert.ok(fitsEvent(event), `${JSON.stringify(event)}\n${ajv.errorsText(fitsEvent.errors)}`);
}

/** Somebody who uses the API of the server at `url`. */
export class AdminClient {
  constructor(url, { ca, headers = {}, token } = {}) {
    Object.assign(this, { url, ca, headers, token, cookie: '', csrfToken: '' });
  }

  /** Calls an operation and holds the answer against the document. `values` fill the path; `bytes` go out instead of JSON. */
  async call(id, values = {}, { body, bytes, query = {}, headers = {} } = {}) {
    const operation = operations[id];
    assert.ok(operation, id);
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));
    const search = new URLSearchParams(query).toString();
    const answer = await send(this.url, operation.verb, `${base}${path}${search ? `?${search}` : ''}`, {
      ca: this.ca,
      body: body === undefined ? bytes : JSON.stringify(body),
      headers: {
        ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrfToken && operation.verb !== 'GET' ? { 'x-csrf-token': this.csrfToken } : {}),
        ...this.headers,
        ...headers,
      },
    });
    holdAgainst(operation, answer);
    // Whoever is not let in has not called anything.
    if (answer.status !== 401) called.add(id);
    this.cookie = cookiesOf(answer, this.cookie);
    return answer;
  }

  /** The same for what has to go well; its JSON. */
  async ask(id, values, options) {
    const answer = await this.call(id, values, options);
    assert.ok(answer.ok, `${id}: ${answer.status} ${answer.body}`);
    return answer.body ? answer.json() : undefined;
  }

  async signIn(user, password) {
    const answer = await this.call('signIn', {}, { body: { user, password } });
    if (answer.ok) this.csrfToken = JSON.parse(answer.body).csrfToken;
    return answer;
  }
}

/** Its administrator, signed in. */
export async function signedIn(edge, options) {
  const client = new AdminClient(edge.url, options);
  const answer = await client.signIn(user, password);
  assert.equal(answer.status, 201);
  return client;
}

/** The audit's entries of a kind, once there are any. */
export const audited = (edge, kind) => until(() => {
  const found = rowsIfAny(edge.stateDir, `SELECT * FROM audit WHERE kind = '${kind}' ORDER BY entry`);
  return found.length && found;
});

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The npm client makes a new RSA-4096 pair for each connection, which takes a second. It takes its
// cryptography from outside, so it is given one whose pairs come out of a small pool, in turn.

import { webcrypto } from 'node:crypto';
import { Encryption, initializeProtocol } from 'open-collaboration-protocol';

// The client also uses the global object, which Node 18 does not have.
globalThis.crypto ??= webcrypto;

const pairs = [];
let poolSize = 1;
let next = 0;

/** From now on connections take `size` different pairs in turn; the first ones cost a second each. */
export function setKeyPool(size) {
  poolSize = size;
}

async function pooledPair(...parameters) {
  const index = next++ % poolSize;
  pairs[index] ??= webcrypto.subtle.generateKey(...parameters);
  return pairs[index];
}

const subtle = new Proxy(webcrypto.subtle, {
  get(target, name) {
    if (name !== 'generateKey') return target[name].bind(target);
    return (algorithm, ...rest) =>
      algorithm.name === 'RSA-OAEP' ? pooledPair(algorithm, ...rest) : target.generateKey(algorithm, ...rest);
  },
});
initializeProtocol({ cryptoModule: { subtle } });

let shared;

/** A public key as clients announce it, for connections that encrypt nothing. */
export async function publicKey() {
  shared ??= Encryption.generateKeyPair();
  return (await shared).publicKey;
}

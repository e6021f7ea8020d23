// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests that two readers might take apart differently, straight to the server and through nginx.

import assert from 'node:assert/strict';
import { Nginx } from '../integration/support/nginx.mjs';
import { pause } from '../integration/support/wait.mjs';
import { attack } from './support/field.mjs';
import { attackerAt, inTurns, Wire } from './support/wire.mjs';

/** What a reader must not see as a request of its own. All paths are of one length. */
const hidden = 'GET /smuggled-00-d HTTP/1.1\r\nHost: x\r\nX-Hidden: 1\r\n\r\n';
const chunk = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`;
const post = (fields, body) => `POST /api/login/simple HTTP/1.1\r\nHost: x\r\n${fields}\r\n${body}`;

const ambiguous = {
  'both lengths': post(`Content-Length: 4\r\nTransfer-Encoding: chunked\r\n`, `0\r\n\r\n${hidden}`),
  'both, the other way': post(`Transfer-Encoding: chunked\r\nContent-Length: ${hidden.length}\r\n`, `0\r\n\r\n${hidden}`),
  'two lengths': post(`Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n`, hidden),
  'a list of lengths': post(`Content-Length: 0, ${hidden.length}\r\n`, hidden),
  'a signed length': post('Content-Length: +0\r\n', hidden),
  'a length in hex': post('Content-Length: 0x0\r\n', hidden),
  'a length with a blank before the colon': post(`Content-Length : ${hidden.length}\r\n`, hidden),
  'a folded length': post(`Content-Length:\r\n ${hidden.length}\r\n`, hidden),
  'two codings': post('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', `0\r\n\r\n${hidden}`),
  'an unknown coding': post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${hidden}`),
  'chunked, not last': post('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${hidden}`),
  'a coding after a vertical tab': post('Transfer-Encoding:\x0bchunked\r\n', `0\r\n\r\n${hidden}`),
  'a coding with a blank before the colon': post('Transfer-Encoding : chunked\r\nContent-Length: 5\r\n', `0\r\n\r\n${hidden}`),
  'a folded coding': post('Transfer-Encoding:\r\n chunked\r\n', `0\r\n\r\n${hidden}`),
  'bare line feeds': `POST /api/login/simple HTTP/1.1\nHost: x\nContent-Length: 0\n\n${hidden}`.replace(/^([^]*?)\n\n/, '$1\r\nX: \n\r\n\r\n'),
  'a bare carriage return': post('X: a\rContent-Length: 0\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`),
  'a NUL in a field': post('X: a\0b\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`),
  'a chunk size too long': post('Transfer-Encoding: chunked\r\n', `00000000000000000000000000000000000\r\n\r\n${hidden}`),
  'a chunk size with a sign': post('Transfer-Encoding: chunked\r\n', `-0\r\n\r\n${hidden}`),
  'a chunk that ends in a line feed only': post('Transfer-Encoding: chunked\r\n', `1\r\na\n0\r\n\r\n${hidden}`),
  'a chunk extension with a line feed': post('Transfer-Encoding: chunked\r\n', `0;a\nb\r\n\r\n${hidden}`),
  'an absolute target': `GET http://other/ HTTP/1.1\r\nHost: x\r\nContent-Length: ${hidden.length}\r\nContent-Length: 0\r\n\r\n${hidden}`,
  'HTTP/1.0 with chunks': post('Transfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`).replace('HTTP/1.1', 'HTTP/1.0'),
};
/** Here the hidden request is content, and everybody agrees on that. */
const honest = {
  'as a body': post(`Content-Length: ${hidden.length}\r\n`, hidden),
  'as a chunk': post('Transfer-Encoding: chunked\r\n', chunk),
  'as a body of GET': `GET /api/meta HTTP/1.1\r\nHost: x\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  'below an upgrade that is none': `GET /api/meta HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
};

async function statusesOf(port, request, localAddress) {
  const wire = new Wire(port, localAddress);
  await wire.connected;
  wire.write(Buffer.from(request, 'latin1'));
  await wire.until(/HTTP\/1\.\d \d\d\d/).catch(() => {});
  await pause(100);
  wire.end();
  return [...wire.text.matchAll(/HTTP\/1\.\d (\d\d\d)/g)].map(match => Number(match[1]));
}

attack('smuggling', `${Object.keys(ambiguous).length} ambiguous requests, directly and through nginx`, {
  async strike(field) {
    const nginx = await Nginx.start(field.port);
    try {
      const entries = Object.entries(ambiguous);
      const marked = (request, mark) => request.replaceAll('smuggled-00-d', `smuggled-${mark}`);
      await inTurns(entries.length, 4, async number => {
        const [name, request] = entries[number];
        const statuses = await statusesOf(field.port, request, attackerAt(number));
        assert.equal(statuses.length, 1, `${name}: one answer, not ${statuses}`);
        assert.match(`${statuses[0]}`, /^(400|411|413|501|505)$/, `${name}: ${statuses[0]}`);
        // nginx takes some of them for two requests, for good reasons; then it has to get two answers.
        const mark = `${10 + number}-n`;
        const throughNginx = await statusesOf(nginx.port, marked(request, mark), attackerAt(number));
        await pause(200);
        if (field.edge.log('access.log').includes(`/smuggled-${mark}`)) assert.equal(throughNginx.length, 2, `${name}: as many answers as requests`);
      });
      for (const [name, request] of Object.entries(honest)) {
        for (const port of [field.port, nginx.port]) {
          const statuses = await statusesOf(port, request, attackerAt(200));
          assert.ok(statuses.length <= 1, `${name}: ${statuses}`);
        }
      }
      await pause(500);
      assert.doesNotMatch(field.edge.log('access.log'), /\/smuggled-00-d/, 'nobody takes a body for a request');
    } finally {
      await nginx.stop();
    }
  },
});

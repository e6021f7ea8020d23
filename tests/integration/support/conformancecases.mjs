// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What conformance.test.mjs sends and what has to come of it: `accepted`, or the code of the end.

import { closeFrame, fragments, frame, opcodes } from './wireframes.mjs';

const { text, binary, continuation, close, ping, pong } = opcodes;
const more = { final: false };
export const accepted = 'accepted';
export const refused = { protocol: 1002, text: 1007 };

const one = (name, send, expect, pongs) => ({ name, send: [].concat(send), expect, pongs });
const good = frame(text, 'good');

function lengthCases() {
  const cases = [0, 1, 125, 126, 127, 128, 65_535, 65_536].flatMap(length => [
    one(`text of ${length} bytes`, frame(text, 'x'.repeat(length)), accepted),
    one(`binary of ${length} bytes`, frame(binary, Buffer.alloc(length, 0xfe)), accepted),
  ]);
  for (const [length, lengthBytes] of [[0, 2], [1, 2], [125, 2], [0, 8], [125, 8], [126, 8], [65_535, 8]])
    cases.push(one(`a length of ${length} in ${lengthBytes} bytes`, [good, frame(binary, 'x'.repeat(length), { lengthBytes })], refused.protocol));
  return cases;
}

function headerCases() {
  const cases = [];
  for (let reserved = 1; reserved <= 7; ++reserved) {
    for (const [name, opcode] of Object.entries(opcodes))
      cases.push(one(`reserved bits ${reserved} in ${name}`, [frame(text, 'good'), frame(opcode, '', { reserved })], refused.protocol));
  }
  for (const opcode of [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) {
    cases.push(one(`opcode ${opcode}, empty`, frame(opcode), refused.protocol));
    cases.push(one(`opcode ${opcode}, with a payload`, [good, frame(opcode, 'payload'), frame(ping)], refused.protocol));
    cases.push(one(`opcode ${opcode} within a message`, [frame(text, 'a', more), frame(opcode, 'b'), frame(continuation)], refused.protocol));
  }
  for (const [name, opcode] of Object.entries(opcodes)) {
    cases.push(one(`${name} without a mask`, frame(opcode, '', { masked: false }), refused.protocol));
    cases.push(one(`${name} with a key of zeros`, opcode === continuation ? [frame(text, '', more), frame(opcode, '', { key: Buffer.alloc(4) })]
      : frame(opcode, '', { key: Buffer.alloc(4) }), opcode === close ? 1000 : accepted, opcode === ping ? [''] : []));
  }
  cases.push(one('a length with its top bit', Buffer.from('82ff800000000000000000000000', 'hex'), refused.protocol));
  return cases;
}

function fragmentCases() {
  const [first, middle, last] = [frame(text, 'frag', more), frame(continuation, '-men-', more), frame(continuation, 'ted')];
  return [
    one('two fragments', [first, last], accepted),
    one('three fragments', [first, middle, last], accepted),
    one('binary fragments', [frame(binary, 'a', more), last], accepted),
    one('empty fragments', [frame(text, '', more), frame(continuation, '', more), frame(continuation)], accepted),
    one('a fragment with something between empty ones', [frame(text, '', more), middle, frame(continuation)], accepted),
    one('a ping between fragments', [first, frame(ping, 'p'), last], accepted, ['p']),
    one('pings between all', [frame(ping, '1'), first, frame(ping, '2'), middle, frame(ping, '3'), last], accepted, ['1', '2', '3']),
    one('a pong between fragments', [first, frame(pong, 'p'), last], accepted),
    one('a close between fragments', [first, closeFrame(1000), last], 1000),
    one('a thousand fragments', fragments(binary, Buffer.alloc(1_000), 1), accepted),
    one('a continuation of nothing', last, refused.protocol),
    one('a continuation of nothing, not the last', [middle, last], refused.protocol),
    one('a continuation after the end', [first, last, last], refused.protocol),
    one('a continuation after a whole message', [good, last], refused.protocol),
    one('a text within a message', [first, frame(text, 'new'), last], refused.protocol),
    one('a binary within a message', [first, frame(binary, 'new'), last], refused.protocol),
    one('a beginning within a message', [first, first], refused.protocol),
    one('a second message behind the first', [first, last, first, middle, last], accepted),
  ];
}

export const framing = [...lengthCases(), ...headerCases(), ...fragmentCases()];

export const control = [
  one('an empty ping', frame(ping), accepted, ['']),
  one('a ping with text', frame(ping, 'hello'), accepted, ['hello']),
  one('a ping of 125 bytes', frame(ping, 'p'.repeat(125)), accepted, ['p'.repeat(125)]),
  one('a ping of 126 bytes', frame(ping, 'p'.repeat(126)), refused.protocol),
  one('ten pings in a row', Array.from({ length: 10 }, (_, index) => frame(ping, String(index))), accepted, Array.from({ length: 10 }, (_, index) => String(index))),
  one('an unasked pong', frame(pong, 'unasked'), accepted),
  one('an empty pong', frame(pong), accepted),
  one('a pong of 125 bytes', frame(pong, 'p'.repeat(125)), accepted),
  one('a pong of 126 bytes', frame(pong, 'p'.repeat(126)), refused.protocol),
  one('a pong, a ping, a pong', [frame(pong, '1'), frame(ping, '2'), frame(pong, '3')], accepted, ['2']),
  ...[close, ping, pong].map(opcode => one(`opcode ${opcode} in fragments`, [frame(opcode, 'a', more), frame(continuation, 'b')], refused.protocol)),
  one('a ping, then a fault', [frame(ping, 'p'), frame(3)], refused.protocol, ['p']),
];

const saidCodes = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999];
const badCodes = [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535];

export const closing = [
  one('without a payload', frame(close), 1000),
  one('with half a code', frame(close, 'x'), refused.protocol),
  one('with a reason', closeFrame(1000, 'bye 👋'), 1000),
  one('with the longest reason', closeFrame(1000, 'r'.repeat(123)), 1000),
  one('with too long a reason', closeFrame(1000, 'r'.repeat(124)), refused.protocol),
  one('with a reason that is no UTF-8', closeFrame(1000, Buffer.from('cebaeda080', 'hex')), refused.text),
  one('with a reason that ends within a character', closeFrame(1000, Buffer.from('e282', 'hex')), refused.text),
  one('and then a message', [closeFrame(1000), good], 1000),
  one('and then a ping', [closeFrame(1000), frame(ping, 'late')], 1000),
  one('and then a fault', [closeFrame(1000), frame(3)], 1000),
  one('twice', [closeFrame(1000), closeFrame(1001)], 1000),
  one('behind a message', [good, closeFrame(1000)], 1000),
  one('behind a ping', [frame(ping, 'p'), closeFrame(1000)], 1000, ['p']),
  ...saidCodes.map(code => one(`with ${code}`, closeFrame(code), code)),
  ...badCodes.flatMap(code => [
    one(`with ${code}, which may not be sent`, closeFrame(code), refused.protocol),
    one(`with ${code} and a reason`, closeFrame(code, 'why'), refused.protocol),
  ]),
];

/** Such as may stand in a namespace, which has to come back. */
export const validTexts = [
  ['ASCII', 'Hello-world'],
  ['Greek', 'κόσμε'],
  ['the first of two bytes', '\u0080'],
  ['the last of two bytes', '\u07ff'],
  ['the first of three bytes', '\u0800'],
  ['the last before the surrogates', '\ud7ff'],
  ['the first after the surrogates', '\ue000'],
  ['the replacement character', '\ufffd'],
  ['the last of three bytes', '\uffff'],
  ['the first of four bytes', '\u{10000}'],
  ['the last of all', '\u{10ffff}'],
  ['noncharacters', '\ufffe\u{1fffe}\u{1ffff}\u{8ffff}\u{10fffe}'],
  ['emoji and letters of every width', 'a€ä😀z𝄞'],
];

export function bytesOfText(hex) {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex');
}

/** Name, bytes, and whether they are wrong only because they end. */
export const invalidTexts = [
  ['a surrogate', 'ceba e1bdb9 eda080 656469746564'],
  ['a pair of surrogates', 'eda080 edb080'],
  ['the last surrogate', 'edbfbf'],
  ['an overlong slash of two bytes', 'c0af'],
  ['an overlong slash of three bytes', 'e080af'],
  ['an overlong slash of four bytes', 'f08080af'],
  ['an overlong slash of five bytes', 'f8808080af'],
  ['an overlong slash of six bytes', 'fc80808080af'],
  ['the highest overlong of two bytes', 'c1bf'],
  ['the highest overlong of three bytes', 'e09fbf'],
  ['the highest overlong of four bytes', 'f08fbfbf'],
  ['an overlong zero', 'c080'],
  ['one above the last', 'f4908080'],
  ['far above the last', 'f7bfbfbf'],
  ['five bytes', 'f888808080'],
  ['six bytes', 'fc8480808080'],
  ['a continuation alone', '61 80'],
  ['the last continuation alone', 'bf'],
  ['many continuations', '80bf80bf80bf'],
  ['a start of two without the rest', 'c320'],
  ['a start of three without the rest', 'e0a020'],
  ['a start of four without the rest', 'f0908020'],
  ['FE', 'fe'],
  ['FF', 'ff'],
  ['FE FE FF FF', 'fefeffff'],
  ['two bytes of which one is missing', 'ceba ce', true],
  ['three bytes of which one is missing', 'ceba e282', true],
  ['four bytes of which one is missing', 'ceba f09f91', true],
  ['four bytes of which three are missing', 'f0', true],
];

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** MessagePack as the clients write it, for tests that lie outside this folder's packages. */
export { pack, unpack } from 'msgpackr';

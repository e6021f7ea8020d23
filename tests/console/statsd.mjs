// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// node statsd.mjs: npm's StatsD daemon for UDP. Prints `port N`, then a line for each line of standard input, which is
// the name of a gauge: its value, or `none`. Ends with standard input.

import readline from 'node:readline';
import { Statsd } from '../integration/support/statsd.mjs';

const statsd = await Statsd.start('udp');
console.log(`port ${statsd.port}`);
for await (const name of readline.createInterface({ input: process.stdin })) console.log((await statsd.value('gauges', name)) ?? 'none');
await statsd.stop();

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// table.mjs FILE: the results of attacks as a table in Markdown.

import fs from 'node:fs';

const results = fs.readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => JSON.parse(line));
const whole = value => value.toFixed(0);
const fine = value => value.toFixed(1);

console.log('| attack | lag of the loops p99 / max, ms | delay p99 / max, ms | machine\'s own | RSS before / most / after, MiB | descriptors | CPU, cores | lost | line of the log | |');
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const { name, verdict, lag, loops, machine, rss, descriptors, cpu, lost, line, notes } of results) {
  const cells = lag
    ? [`${fine(loops.p99)} / ${fine(loops.max)}`, `${fine(lag.p99)} / ${fine(lag.max)}`, `${fine(machine.p99)} / ${fine(machine.max)}`, rss.map(whole).join(' / '), descriptors.join(' / '), cpu.toFixed(2), lost]
    : Array(7).fill('');
  const words = [line?.replace(/^\S+ \S+ root /, '').slice(0, 110), ...notes].filter(Boolean).join('; ');
  console.log(`| ${[name, ...cells, words.replaceAll('|', '/'), verdict].join(' | ')} |`);
}

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// testssl on a busy machine: where it could not connect itself, it has seen nothing of the server.

/** testssl's options for sections, and the ids of their findings where they can be told. */
const sectionOf = [
  ['-p', /^(SSLv|TLS1|NPN|ALPN)/],
  ['-S', /^(sessionresumption_|TLS_|cert|OCSP|SSL_sessionID)/],
  ['-h', /^(HTTP|HSTS|HPKP|cookie|banner)/],
];

const isUnseen = ({ severity, finding }) => severity === 'WARN' && /connect problem/.test(finding);

/**
 * All findings of `scan(sections)`. The sections in which testssl could not connect are looked at once more, and what is
 * then said of what was not seen counts.
 */
export async function scanTwice(scan, sections) {
  const first = await scan(sections);
  const unseen = new Set(first.filter(isUnseen).map(finding => finding.id));
  if (!unseen.size) return first;
  const known = [...unseen].map(id => sectionOf.find(([, ids]) => ids.test(id))?.[0]);
  const again = known.every(Boolean) ? [...new Set(known)] : sections;
  const second = await scan(again);
  const seen = second.filter(({ id }) => unseen.has(id));
  const isReplaced = ({ id }) => seen.some(finding => finding.id === id);
  return [...first.filter(finding => !isReplaced(finding)), ...seen];
}

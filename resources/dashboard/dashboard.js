// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { licenceLine, seatsText } from './licence.js';
import { applyTexts, language, text } from './texts.js';

const refreshEvery = 4000;
const part = name => document.getElementById(name);
/** How long after somebody's last doing a look is still theirs. */
const attention = 60_000;
let lastUse = performance.now();
let lastSeen;

/** An element with text; never markup, since names come from strangers. */
function element(tag, content, properties = {}) {
    return Object.assign(document.createElement(tag), { textContent: content, ...properties });
}

function duration(seconds) {
    const days = Math.floor(seconds / 86400);
    const clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
        .map(value => String(Math.floor(value)).padStart(2, '0')).join(':');
    return days ? `${text('days', days)} ${clock}` : clock;
}

function number(value) {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

function showTiles(name, tiles) {
    part(name).replaceChildren(...tiles.map(([label, value]) => {
        const tile = element('div', '');
        tile.append(element('dd', value), element('dt', text(label)));
        return tile;
    }));
}

function showNow(now) {
    showTiles('now', [
        ['usersOnline', number(now.usersOnline)],
        ['usersInSessions', number(now.usersInSessions)],
        ['sessions', number(now.sessions)],
        ['connections', number(now.connections)],
        ['seats', seatsText(now.licence, text)],
        ['uptime', duration(now.uptimeSeconds)],
    ]);
    part('server').textContent = `${location.host} · ${now.version}`;
    part('licence').textContent = licenceLine(now.licence, text);
    part('degraded').hidden = !now.degraded;
    part('degraded').textContent = now.degraded ? text('degraded', now.degraded) : '';
}

function showMonth(month) {
    showTiles('month', [
        ['monthUsers', number(month.users)],
        ['monthSessions', number(month.sessions)],
        ['monthAverage', duration(month.averageSeconds)],
        ['monthLongest', duration(month.longestSeconds)],
        ['monthParticipants', number(month.averageParticipants)],
        ['monthMost', number(month.mostParticipants)],
        ['monthDownloads', number(month.downloads)],
    ]);
}

function activityRow(entry) {
    const row = element('tr', '');
    const time = new Date(entry.at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'medium' });
    const event = text(entry.kind.replace('.', '_')) ?? entry.kind;
    const user = element('td', entry.actor);
    const session = element('td', entry.subject, { className: 'code' });
    row.append(element('td', time), element('td', event, { title: entry.detail }), user, session);
    return row;
}

function showHistory(history) {
    const rows = history?.activity ?? [];
    part('activity').hidden = rows.length === 0;
    part('nothing').hidden = rows.length > 0;
    part('nothing').textContent = text(history ? 'noActivity' : 'noHistory');
    part('activity').tBodies[0].replaceChildren(...rows.map(activityRow));
    if (history) {
        showMonth(history.month);
    }
}

function show(state) {
    lastSeen = new Date();
    showNow(state.now);
    showHistory(state.history);
    part('credentials').textContent = text('credentialsFrom', state.user, state.credentials);
    part('logout').hidden = !state.formToken;
    part('logout').elements.token.value = state.formToken ?? '';
}

// A page that is only left open does not keep its sign-in alive.
for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
    addEventListener(kind, () => (lastUse = performance.now()), { passive: true });
}

async function refresh() {
    const headers = { accept: 'application/json' };
    if (performance.now() - lastUse > attention) headers['x-unattended'] = '1';
    try {
        const response = await fetch('dashboard/state.json', { cache: 'no-store', headers });
        if (response.status === 401) {
            location.assign('dashboard/login');
            return;
        }
        show(await response.json());
    } catch {
        part('degraded').hidden = false;
        part('degraded').textContent = text('stale', lastSeen?.toLocaleTimeString(language) ?? '–');
    }
    setTimeout(refresh, refreshEvery);
}

/** This server may offer no packages at all. */
async function offerClients() {
    const { ok } = await fetch('clients/packages.json', { method: 'HEAD' });
    part('clients').hidden = !ok;
}

applyTexts('dashboardPageTitle');
refresh();
offerClients().catch(() => {});

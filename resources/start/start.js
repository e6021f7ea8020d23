// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { addressOf, roomOf, settingOf } from './invitation.js';

const german = {
    title: 'Dieser Server ist bereit',
    intro: 'Diese Adresse gehört in die Einstellungen des Editors, um eine Sitzung zu teilen:',
    how: 'VS Code: „Open Collaboration Tools“ installieren, die Zeile oben in die Einstellungen übernehmen, dann in der '
        + 'Befehlspalette „Create New Collaboration Session“ wählen und die Einladung an die Gäste schicken.',
    'copy-setting': 'Einstellung kopieren',
    'to-clients': 'Pakete für Ihren Editor',
    invited: 'Sie sind zu einer Sitzung eingeladen. Ihr Code:',
    'copy-code': 'Code kopieren',
    join: 'VS Code: „Open Collaboration Tools“ installieren, die Einstellung unten übernehmen, dann in der Befehlspalette '
        + '„Join Collaboration Session“ wählen und den Code einfügen.'
};
const isGerman = navigator.language.toLowerCase().startsWith('de');
const copied = isGerman ? 'Kopiert' : 'Copied';

const part = id => document.getElementById(id);

function translate() {
    document.documentElement.lang = 'de';
    for (const [id, text] of Object.entries(german)) part(id).textContent = text;
}

/** What can't be put on the clipboard (no TLS, say) is marked instead, for the reader to copy. */
async function copy(source, button) {
    try {
        await navigator.clipboard.writeText(part(source).textContent);
        button.textContent = copied;
    } catch {
        getSelection().selectAllChildren(part(source));
    }
}

function offerToCopy(source) {
    const button = part(`copy-${source}`);
    button.addEventListener('click', () => copy(source, button));
}

function show() {
    const room = roomOf(location.href);
    part('invitation').hidden = !room;
    part('how').hidden = Boolean(room);
    part('code').textContent = room ?? '';
    part('setting').textContent = settingOf(location.href);
    part('server').textContent = addressOf(location.href);
}

/** Whoever runs the server may offer no packages at all. */
async function offerClients() {
    const { ok } = await fetch('clients/packages.json', { method: 'HEAD' });
    part('clients').hidden = !ok;
}

if (isGerman) translate();
offerToCopy('setting');
offerToCopy('code');
window.addEventListener('hashchange', show);
show();
offerClients().catch(() => {});

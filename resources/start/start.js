// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

const german = {
    title: 'Dieser Server ist bereit',
    intro: 'Diese Adresse gehört in die Einstellungen des Editors, um eine Sitzung zu teilen:',
    how: 'VS Code: „Open Collaboration Tools“ installieren, die Zeile oben in die Einstellungen übernehmen, dann in der '
        + 'Befehlspalette „Create New Collaboration Session“ wählen und die Einladung an die Gäste schicken.'
};

if (navigator.language.toLowerCase().startsWith('de')) {
    document.documentElement.lang = 'de';
    for (const [id, text] of Object.entries(german)) {
        document.getElementById(id).textContent = text;
    }
}
// Beside this page, whatever prefix a proxy has put before it.
const address = new URL('.', location.href).href.replace(/\/$/, '');
document.getElementById('setting').textContent = `"oct.serverUrl": "${address}"`;
document.getElementById('server').textContent = address;

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { wordsOf } from '../start/language.js';

const texts = {
    en: {
        pageTitle: 'Clients',
        title: 'Share your editor through this server',
        start: 'About this server',
        notLoaded: 'The server did not say which packages it has. Load the page again in a moment.',
        none: 'There is no package for {0} on this server yet. Whoever runs it can add one.',
        download: 'Download {0} ({1}):',
        vscodeInstall: 'In VS Code, open the view “Extensions”, choose “Install from VSIX…” in its menu “…”, and take the file.',
        vscodeReady: 'The address of this server is set already. Click “Share” in the status bar.',
        vscodeSet: 'Put this line into the settings (“Preferences: Open User Settings (JSON)”), then click “Share” in the status bar:',
        intellijInstall: 'In the IDE, open “Settings › Plugins”, choose “Install Plugin from Disk…” in the menu of the gear, take the file, and restart.',
        intellijUpdates: 'To get updates by “Check for Updates”, choose “Manage Plugin Repositories…” there and add:',
        eclipseOpen: 'In Eclipse, choose “Help › Install New Software…”.',
        eclipseSite: 'Put this address into “Work with” and press Enter:',
        eclipseInstall: 'Tick the plug-in, click through to “Finish”, and restart. “Check for Updates” finds newer versions there.',
        serverAddress: 'If the plug-in asks for a server, it is this one:',
        version: 'Version {0}',
        files: 'Files and their SHA-256 ({0})',
        others: 'Other versions ({0})',
    },
    de: {
        pageTitle: 'Clients',
        title: 'Den Editor über diesen Server teilen',
        start: 'Über diesen Server',
        notLoaded: 'Der Server hat nicht genannt, welche Pakete er hat. Laden Sie die Seite gleich noch einmal.',
        none: 'Für {0} gibt es auf diesem Server noch kein Paket. Wer ihn betreibt, kann eines hinzufügen.',
        download: '{0} ({1}) herunterladen:',
        vscodeInstall: 'In VS Code die Ansicht „Erweiterungen“ öffnen, in ihrem Menü „…“ „Aus VSIX installieren…“ wählen und die Datei nehmen.',
        vscodeReady: 'Die Adresse dieses Servers ist schon eingestellt. In der Statusleiste auf „Share“ klicken.',
        vscodeSet: 'Diese Zeile in die Einstellungen übernehmen („Preferences: Open User Settings (JSON)“), dann in der Statusleiste auf „Share“ klicken:',
        intellijInstall: 'In der IDE „Settings › Plugins“ öffnen, im Menü des Zahnrads „Install Plugin from Disk…“ wählen, die Datei nehmen und neu starten.',
        intellijUpdates: 'Damit „Check for Updates“ neue Fassungen findet, dort „Manage Plugin Repositories…“ wählen und hinzufügen:',
        eclipseOpen: 'In Eclipse „Help › Install New Software…“ wählen.',
        eclipseSite: 'Diese Adresse bei „Work with“ eintragen und die Eingabetaste drücken:',
        eclipseInstall: 'Das Plug-in ankreuzen, bis „Finish“ weiterklicken und neu starten. „Check for Updates“ findet dort neue Fassungen.',
        serverAddress: 'Fragt das Plug-in nach einem Server, dann ist es dieser:',
        version: 'Version {0}',
        files: 'Dateien und ihre SHA-256 ({0})',
        others: 'Andere Fassungen ({0})',
    },
};

export const { language, text, applyTexts } = wordsOf(texts);

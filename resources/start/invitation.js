// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** The server's address: beside its page, whatever prefix a proxy has put before it. */
export function addressOf(href) {
    return new URL('.', href).href.replace(/\/$/, '');
}

/** The code of the session that an invitation (the server's address and `#CODE`) is for; nothing without one. */
export function roomOf(href) {
    return /^#([\w-]{1,128})$/.exec(new URL(href).hash)?.[1];
}

/** The line for the settings of VS Code. */
export function settingOf(href) {
    return `"oct.serverUrl": "${addressOf(href)}"`;
}

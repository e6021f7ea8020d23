// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** The page's words; {0} stands for what is known only while running. */
const texts = {
    en: {
        title: 'Log in',
        server: 'at {0}',
        warning: 'Only continue if you started this login yourself, just now, in your own editor. Somebody who sent you a link to this page could otherwise act under your name.',
        loading: 'Asking the server for its login methods …',
        provider_simple: 'With a name of your choice',
        provider_apikey: 'With an API key',
        field_user: 'Name',
        field_email: 'E-mail',
        field_apikey: 'API key',
        optional: '(optional)',
        submit: 'Log in',
        sending: 'Logging in …',
        successTitle: 'You are logged in',
        success: 'You can close this window and go on in your editor.',
        noToken: 'This address lacks the part that belongs to your login. Start the login in your editor and use the page it opens.',
        noProvider: 'This server offers no login method yet. Whoever runs it can switch one on by a variable and a restart:',
        noProviderSimple: 'any name, unchecked',
        noProviderKey: 'a name and a key for each person',
        notLoaded: 'The server did not tell its login methods. It may be restarting, or the connection is broken.',
        retry: 'Try again',
        refusedEntry: 'The server did not accept this. Check what you have typed; if it is right, this login has expired or is done already: start it again in your editor.',
        refusedCredentials: 'The server refused this login. Check what you have typed.',
        refusedMethod: 'This login method is not offered any more. Load the page again.',
        tooMany: 'Too many tries.',
        tooManySeconds: 'Too many tries. Try again in {0} seconds.',
        tooManyMinutes: 'Too many tries. Try again in {0} minutes.',
        serverFault: 'The server has a problem (status {0}). Try again in a moment.',
        noConnection: 'The server cannot be reached. Check your connection and try again.',
        serverSays: 'The server says: {0}',
    },
    de: {
        title: 'Anmelden',
        server: 'bei {0}',
        warning: 'Nur fortfahren, wenn Sie diese Anmeldung gerade selbst in Ihrem Editor begonnen haben. Wer Ihnen einen Link auf diese Seite geschickt hat, könnte sonst unter Ihrem Namen handeln.',
        loading: 'Die Anmeldearten des Servers werden erfragt …',
        provider_simple: 'Mit einem selbst gewählten Namen',
        provider_apikey: 'Mit einem API-Schlüssel',
        field_user: 'Name',
        field_email: 'E-Mail',
        field_apikey: 'API-Schlüssel',
        optional: '(freiwillig)',
        submit: 'Anmelden',
        sending: 'Anmeldung läuft …',
        successTitle: 'Sie sind angemeldet',
        success: 'Sie können dieses Fenster schließen und im Editor weiterarbeiten.',
        noToken: 'Dieser Adresse fehlt der Teil, der zu Ihrer Anmeldung gehört. Beginnen Sie die Anmeldung im Editor und benutzen Sie die Seite, die er öffnet.',
        noProvider: 'Dieser Server bietet noch keine Anmeldeart an. Wer ihn betreibt, schaltet eine durch eine Variable und einen Neustart ein:',
        noProviderSimple: 'beliebiger Name, ungeprüft',
        noProviderKey: 'je Person ein Name und ein Schlüssel',
        notLoaded: 'Der Server hat seine Anmeldearten nicht genannt. Vielleicht startet er gerade neu, oder die Verbindung ist gestört.',
        retry: 'Noch einmal versuchen',
        refusedEntry: 'Der Server hat das nicht angenommen. Prüfen Sie Ihre Eingabe; stimmt sie, dann ist diese Anmeldung abgelaufen oder schon erledigt: Beginnen Sie sie im Editor neu.',
        refusedCredentials: 'Der Server hat die Anmeldung abgelehnt. Prüfen Sie Ihre Eingabe.',
        refusedMethod: 'Diese Anmeldeart wird nicht mehr angeboten. Laden Sie die Seite neu.',
        tooMany: 'Zu viele Versuche.',
        tooManySeconds: 'Zu viele Versuche. Nächster Versuch in {0} Sekunden.',
        tooManyMinutes: 'Zu viele Versuche. Nächster Versuch in {0} Minuten.',
        serverFault: 'Der Server hat ein Problem (Status {0}). Versuchen Sie es gleich noch einmal.',
        noConnection: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
        serverSays: 'Der Server meldet: {0}',
    },
};

/** The first of the reader's languages that the page speaks. */
export const language = navigator.languages.map(name => name.slice(0, 2)).find(name => name in texts) ?? 'en';

/** @returns {string} the words of that name, or undefined */
export function text(name, value) {
    return texts[language][name]?.replace('{0}', () => String(value));
}

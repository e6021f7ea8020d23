// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { language, text } from './texts.js';

const token = new URLSearchParams(location.search).get('token');
const part = name => document.getElementById(name);

/** An element with text or children; never markup, since some of the words come from the server. */
function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
}

/** Beside this page, whatever prefix a proxy has put before it. */
function address(endpoint) {
    return new URL(endpoint.replace(/^\/+/, ''), new URL('.', location.href));
}

/** The server's words, or ours where we know the thing by its name and speak the reader's language. */
function words(kind, name, message) {
    return text(`${kind}_${name.toLowerCase()}`) ??
        (message?.message ?? name).replace(/\{(\d+)\}/g, (all, index) => message.params?.[index] ?? all);
}

function showFault(...paragraphs) {
    const lines = paragraphs.filter(Boolean).map(line => element('p', {}, line));
    part('fault').replaceChildren(element('div', { className: 'fault' }, ...lines));
    part('fault').scrollIntoView({ block: 'nearest' });
}

function clearFault() {
    part('fault').replaceChildren();
}

function showSuccess() {
    clearFault();
    part('warning').hidden = true;
    part('status').textContent = '';
    part('title').textContent = document.title = text('successTitle');
    part('providers').replaceChildren(element('p', { className: 'success' }, text('success')));
    part('title').focus();
}

/** Retry-After in seconds (never a date here) as a sentence. */
function waitSentence(header) {
    const seconds = Number.parseInt(header, 10);
    if (!(seconds > 0)) {
        return text('tooMany');
    }
    return seconds < 120 ? text('tooManySeconds', seconds) : text('tooManyMinutes', Math.ceil(seconds / 60));
}

/** A short sentence of the server's own, from its JSON or plain text. */
async function serverSentence(response) {
    const body = (await response.text()).trim();
    try {
        return JSON.parse(body).message;
    } catch {
        return body.startsWith('<') ? '' : body;
    }
}

async function showRefusal(response) {
    const sentences = { 400: 'refusedEntry', 401: 'refusedCredentials', 403: 'refusedCredentials', 404: 'refusedMethod' };
    if (response.status === 429) {
        showFault(waitSentence(response.headers.get('retry-after')));
        return;
    }
    const name = sentences[response.status];
    const said = name && response.status !== 404 ? await serverSentence(response).catch(() => '') : '';
    showFault(name ? text(name) : text('serverFault', response.status), said && text('serverSays', said.slice(0, 200)));
}

async function submit(event, provider) {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector('button');
    if (button.getAttribute('aria-disabled') === 'true') {
        return;
    }
    const filled = [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
    clearFault();
    button.setAttribute('aria-disabled', 'true');
    part('status').textContent = text('sending');
    try {
        const response = await fetch(address(provider.endpoint), {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ ...Object.fromEntries(filled), token }),
        });
        await (response.ok ? showSuccess() : showRefusal(response));
    } catch {
        showFault(text('noConnection'));
    } finally {
        part('status').textContent = '';
        button.setAttribute('aria-disabled', 'false');
    }
}

function fieldInput(field) {
    const name = field.name.toLowerCase();
    const kinds = {
        user: { autocomplete: 'nickname' },
        email: { type: 'email', autocomplete: 'email' },
        apikey: { type: 'password', autocomplete: 'off', spellcheck: false },
    };
    return element('input', {
        name: field.name,
        required: Boolean(field.required),
        placeholder: text(`field_${name}`) ? '' : field.placeHolder?.message ?? '',
        maxLength: 4096,
        ...kinds[name],
    });
}

function fieldRow(field) {
    const label = element('label', {}, words('field', field.name, field.label));
    if (!field.required) {
        label.append(' ', element('span', { className: 'quiet' }, text('optional')));
    }
    label.append(fieldInput(field));
    return label;
}

function providerSection(provider) {
    const title = element('h2', {}, words('provider', provider.name, provider.label));
    const isKnown = text(`provider_${provider.name.toLowerCase()}`) !== undefined;
    const details = provider.details && !isKnown ? [element('p', { className: 'quiet' }, provider.details.message)] : [];
    if (provider.type === 'web') {
        const target = address(provider.endpoint);
        target.searchParams.set('token', token);
        return element('section', {}, ...details, element('a', { className: 'button', href: target.href }, title.textContent));
    }
    const form = element('form', { onsubmit: event => submit(event, provider) },
        ...provider.fields.map(fieldRow), element('button', { type: 'submit' }, text('submit')));
    return element('section', {}, title, ...details, form);
}

function showNoProvider() {
    showFault(
        text('noProvider'),
        element('span', {}, element('code', {}, 'OCT_ACTIVATE_SIMPLE_LOGIN=true'), ` – ${text('noProviderSimple')}`),
        element('span', {}, element('code', {}, 'OCT_ACTIVATE_API_KEY_AUTH=true'), ', ',
            element('code', {}, 'OCT_API_KEY=name:key'), ` – ${text('noProviderKey')}`));
}

async function showProviders() {
    clearFault();
    part('providers').replaceChildren();
    part('status').textContent = text('loading');
    try {
        const response = await fetch(address('login/providers.json'), { cache: 'no-store' });
        const { providers } = await response.json();
        part('providers').replaceChildren(...providers.map(providerSection));
        part('warning').hidden = providers.length === 0;
        part('providers').querySelector('input, a')?.focus();
        if (providers.length === 0) {
            showNoProvider();
        }
    } catch {
        showFault(text('notLoaded'));
        part('providers').replaceChildren(element('button', { type: 'button', onclick: showProviders }, text('retry')));
    }
    part('status').textContent = '';
}

document.documentElement.lang = language;
document.title = text('title');
part('title').textContent = text('title');
part('server').textContent = text('server', location.host);
part('warning').textContent = text('warning');
if (token) {
    showProviders();
} else {
    showFault(text('noToken'));
}

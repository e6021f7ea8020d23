// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { addressOf, settingOf } from '../start/invitation.js';
import { applyTexts, language, text } from './texts.js';

const address = addressOf(location.href);
const part = name => document.getElementById(name);

/** An element with text and others in it; never markup, since titles come out of packages. */
function element(tag, content, ...inner) {
    const made = document.createElement(tag);
    made.append(content, ...inner);
    return made;
}

function withClass(name, made) {
    made.className = name;
    return made;
}

/** A code that is made to be copied. */
function code(content) {
    return element('pre', element('code', content));
}

function sizeOf(bytes) {
    const [divisor, unit] = bytes < 1e6 ? [1e3, 'kilobyte'] : [1e6, 'megabyte'];
    return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / divisor);
}

function linkTo(file) {
    const link = element('a', file.path.split('/').pop());
    link.href = `clients/${file.path.split('/').map(encodeURIComponent).join('/')}`;
    return link;
}

function digestOf(file) {
    return withClass('quiet digest', element('p', 'SHA-256 ', element('code', file.sha256)));
}

function downloadStep(file) {
    const words = text('download', `${file.title} ${file.version}`, sizeOf(file.size));
    return element('li', words, withClass('button', linkTo(file)), digestOf(file));
}

function filesBehind(title, files) {
    const list = element('ul', '', ...files.map(file => element('li', linkTo(file), digestOf(file))));
    return element('details', element('summary', text(title, files.length)), list);
}

function showSteps(ide, ...steps) {
    part(ide).append(element('ol', '', ...steps));
}

function showNone(ide, name) {
    part(ide).append(withClass('none quiet', element('p', text('none', name))));
}

function showOthers(ide, others) {
    if (others.length) part(ide).append(filesBehind('others', others));
}

function showVsCode([file, ...others]) {
    if (!file) return showNone('vscode', 'VS Code');
    const last = file.isConfigured ? element('li', text('vscodeReady'))
        : element('li', text('vscodeSet'), code(settingOf(location.href)));
    showSteps('vscode', downloadStep(file), element('li', text('vscodeInstall')), last);
    showOthers('vscode', others);
}

function showIntelliJ([file, ...others]) {
    if (!file) return showNone('intellij', 'JetBrains');
    showSteps('intellij', downloadStep(file), element('li', text('intellijInstall')),
        element('li', text('serverAddress'), code(address)),
        element('li', text('intellijUpdates'), code(`${address}/clients/intellij/updatePlugins.xml`)));
    showOthers('intellij', others);
}

function showEclipse({ version, files }) {
    if (!files.length) return showNone('eclipse', 'Eclipse');
    if (version) part('eclipse').append(withClass('quiet', element('p', text('version', version))));
    showSteps('eclipse', element('li', text('eclipseOpen')),
        element('li', text('eclipseSite'), code(`${address}/clients/eclipse`)),
        element('li', text('eclipseInstall')), element('li', text('serverAddress'), code(address)));
    part('eclipse').append(filesBehind('files', files));
}

async function show() {
    const answer = await fetch('clients/packages.json');
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const packages = await answer.json();
    showVsCode(packages.vscode);
    showIntelliJ(packages.intellij);
    showEclipse(packages.eclipse);
}

applyTexts('pageTitle');
part('server').textContent = address;
show().catch(() => {
    part('fault').textContent = text('notLoaded');
    part('fault').hidden = false;
});

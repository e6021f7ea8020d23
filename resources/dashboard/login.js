// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { applyTexts, text } from './texts.js';

applyTexts('loginPageTitle');
const [state, seconds] = document.body.dataset.state.split(':');
const sentences = { refused: () => text('refused'), again: () => text('again'), wait: () => text('wait', seconds) };
if (state in sentences) {
    const fault = Object.assign(document.createElement('div'), { className: 'fault', textContent: sentences[state]() });
    document.getElementById('fault').append(fault);
}

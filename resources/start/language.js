// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * A page's words, in the first of the reader's languages that it speaks.
 * @param texts by language, then by name; `{0}` in them stands for what is known only while running
 */
export function wordsOf(texts) {
    const language = navigator.languages.map(name => name.slice(0, 2)).find(name => name in texts) ?? 'en';

    /** @returns {string} the words of that name, or undefined */
    function text(name, ...values) {
        return texts[language][name]?.replace(/\{(\d)\}/g, (all, index) => String(values[index]));
    }

    /** Puts the reader's language into everything that has data-text. */
    function applyTexts(titleName) {
        document.documentElement.lang = language;
        document.title = text(titleName);
        for (const element of document.querySelectorAll('[data-text]')) {
            element.textContent = text(element.dataset.text);
        }
    }

    return { language, text, applyTexts };
}

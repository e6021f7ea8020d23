// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QTranslator>

namespace ct::console::translations {

/// The console's words and Qt's own in one language, for as long as this lives; what is not
/// translated stays English. Thread: main.
class Translators
{
public:
    /// An application has to be there, and to outlive them.
    explicit Translators(const QLocale &locale);
    ~Translators();
    Translators(const Translators &) = delete;
    Translators &operator=(const Translators &) = delete;

private:
    QTranslator m_qt;
    QTranslator m_own;
};

} // namespace ct::console::translations

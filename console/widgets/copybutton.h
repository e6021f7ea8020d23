// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

#include <functional>

namespace ct::console::widgets {

/// Puts a text into the clipboard, and says so. Thread: main.
class CopyButton : public QPushButton
{
    Q_OBJECT

public:
    using Source = std::function<QString()>;

    CopyButton(const QString &text, Source source);

private:
    void copy();

    Source m_source;
};

} // namespace ct::console::widgets

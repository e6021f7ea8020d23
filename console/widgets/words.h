// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QRegularExpression>

namespace ct::console::widgets {

/// Shown as it stands, since the words may be a stranger's; it wraps and can be copied.
inline QLabel *plainLabel(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// A menu's words for where there is no Alt key: "サーバー(&S)" becomes "サーバー", "&Page" "Page".
inline QString withoutMnemonic(QString text)
{
    static const QRegularExpression inBrackets(QStringLiteral(R"(\s*\(&\S\))"));
    return text.remove(inBrackets).remove(u'&');
}

} // namespace ct::console::widgets

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/passwordedit.h"

#include "console/icons/icon.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ct::console::widgets {

PasswordEdit::PasswordEdit(QWidget *parent)
    : QLineEdit(parent),
      m_show(addAction(icons::icon("show"_L1), TrailingPosition))
{
    m_show->setObjectName(u"show"_s);
    // The sign itself can't be reached by Tab.
    m_show->setShortcut(Qt::CTRL | Qt::Key_H);
    m_show->setShortcutContext(Qt::WidgetShortcut);
    setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
        | Qt::ImhNoAutoUppercase);
    connect(m_show, &QAction::triggered, this, [this] { setShown(!isShown()); });
    setShown(false);
}

void PasswordEdit::setShown(bool shown)
{
    setEchoMode(shown ? Normal : Password);
    m_show->setIcon(icons::icon(shown ? "hide"_L1 : "show"_L1));
    m_show->setText(shown ? tr("Hide") : tr("Show"));
    m_show->setToolTip(
        u"%1 (%2)"_s.arg(m_show->text(), m_show->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace ct::console::widgets

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/copybutton.h"

#include "console/icons/icon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ct::console::widgets {

CopyButton::CopyButton(const QString &text, Source source)
    : QPushButton(icons::icon("copy"_L1), text),
      m_source(std::move(source))
{
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_source());
    QToolTip::showText(mapToGlobal(QPoint(0, height())), tr("Copied"), this);
}

} // namespace ct::console::widgets

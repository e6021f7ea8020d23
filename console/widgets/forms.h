// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/widgets/words.h"

#include <QFormLayout>
#include <QLabel>

namespace ct::console::widgets {

/// The widget, under the name by which tests and style sheets find it.
template<typename Widget>
Widget *named(Widget *widget, const QString &name)
{
    widget->setObjectName(name);
    return widget;
}

/// A row whose label leads to `buddy`, which is `row` or a part of it.
inline void addRow(QFormLayout &form, const QString &label, QWidget *row, QWidget &buddy)
{
    form.addRow(label, row);
    // A label speaks for its buddy only where both have the same parent.
    static const QRegularExpression colon(QStringLiteral("\\s*[:：]$"));
    if (buddy.accessibleName().isEmpty())
        buddy.setAccessibleName(withoutMnemonic(label).remove(colon));
    if (auto *words = qobject_cast<QLabel *>(form.labelForField(row)))
        words->setBuddy(&buddy);
}

} // namespace ct::console::widgets

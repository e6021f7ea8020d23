// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/widgets/signlabel.h"

namespace ct::console::widgets {

/// What is wrong with a field, right below it; takes no room while nothing is. Thread: main.
class FaultLabel : public SignLabel
{
    Q_OBJECT

public:
    /// `field` is what it is about: screen readers tell the fault as its description.
    explicit FaultLabel(QWidget &field);

    /// Empty: nothing is wrong.
    void setFault(const QString &sentence);

private:
    QWidget &m_field;
};

/// The field and its fault below it, as one row of a form; `beside` are shown on its right.
QWidget *fieldWithFault(QWidget &field, FaultLabel &fault, const QList<QWidget *> &beside = {});

} // namespace ct::console::widgets

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/faultlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::widgets {

FaultLabel::FaultLabel(QWidget &field) : m_field(field)
{
    setObjectName(field.objectName() + u"Fault"_s);
    hide();
}

void FaultLabel::setFault(const QString &sentence)
{
    if (sentence == words() && isHidden() == sentence.isEmpty())
        return;
    setSign("warning"_L1, sentence);
    setVisible(!sentence.isEmpty());
    m_field.setAccessibleDescription(sentence);
}

QWidget *fieldWithFault(QWidget &field, FaultLabel &fault, const QList<QWidget *> &beside)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    auto *row = new QHBoxLayout;
    row->addWidget(&field, 1);
    for (QWidget *widget : beside)
        row->addWidget(widget);
    column->addLayout(row);
    column->addWidget(&fault);
    return whole;
}

} // namespace ct::console::widgets

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/emptystate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::widgets {

namespace {

QLabel *wordsLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_sentence(wordsLabel(u"emptySentence"_s, this)),
      m_hint(wordsLabel(u"emptyHint"_s, this)),
      m_action(new QPushButton(this))
{
    QFont larger = m_sentence->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.2);
    m_sentence->setFont(larger);
    m_action->setObjectName(u"emptyAction"_s);
    auto *layout = new QVBoxLayout(this);
    const int readable = fontMetrics().averageCharWidth() * 80;
    layout->addStretch(1);
    for (QLabel *words : {m_sentence, m_hint}) {
        auto *row = new QHBoxLayout;
        words->setMinimumWidth(0);
        words->setMaximumWidth(readable);
        row->addStretch(1);
        row->addWidget(words, 100);
        row->addStretch(1);
        layout->addLayout(row);
    }
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionWanted);
}

void EmptyState::setWords(const QString &sentence, const QString &hint, const QString &action)
{
    m_sentence->setText(sentence);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace ct::console::widgets

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/signlabel.h"

#include "console/icons/icon.h"
#include "console/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ct::console::widgets {

SignLabel::SignLabel(QWidget *parent) : QWidget(parent), m_sign(new QLabel), m_words(plainLabel())
{
    m_words->setObjectName(u"words"_s);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
}

void SignLabel::setSign(QLatin1StringView icon, const QString &words)
{
    m_icon = icon;
    m_words->setText(words);
    setAccessibleName(words);
    draw();
}

QString SignLabel::words() const
{
    return m_words->text();
}

void SignLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void SignLabel::draw()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_sign->setPixmap(icons::icon(m_icon).pixmap(QSize(size, size), devicePixelRatio()));
    m_sign->setVisible(!m_icon.isEmpty());
}

} // namespace ct::console::widgets

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/noticebar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ct::console::widgets {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent),
      m_row(new QHBoxLayout(this)),
      m_sign(new QLabel(this)),
      m_text(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(u"notice"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_row->addWidget(m_sign);
    m_row->addWidget(m_text, 1);
}

void NoticeBar::setSign(QStyle::StandardPixmap sign)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_sign->setPixmap(style()->standardIcon(sign).pixmap(size, size));
}

void NoticeBar::setText(const QString &text)
{
    if (m_text->text() == text)
        return;
    m_text->setText(text);
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

QPushButton *NoticeBar::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    m_row->addWidget(button);
    return button;
}

void NoticeBar::showNotice(QStyle::StandardPixmap sign, const QString &text)
{
    setSign(sign);
    setText(text);
    show();
}

} // namespace ct::console::widgets

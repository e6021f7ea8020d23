// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/page.h"

#include "console/pages/words/failuretexts.h"
#include "console/widgets/emptystate.h"
#include "console/widgets/noticebar.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

Page::Page(api::Connection &connection)
    : m_connection(connection),
      m_notice(new widgets::NoticeBar(this)),
      m_stack(new QStackedWidget(this)),
      m_content(new QScrollArea),
      m_body(new QVBoxLayout),
      m_empty(new widgets::EmptyState)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto *whole = new QWidget;
    whole->setLayout(m_body);
    m_content->setWidgetResizable(true);
    m_content->setFrameShape(QFrame::NoFrame);
    m_content->setWidget(whole);
    m_notice->setObjectName(u"pageNotice"_s);
    m_notice->hide();
    QPushButton *again = m_notice->addButton(tr("&Try Again"));
    connect(again, &QPushButton::clicked, this, [this] { refresh(); });
    connect(m_empty, &widgets::EmptyState::actionWanted, this, [this] { actEmpty(); });
    connect(&m_connection, &api::Connection::stateChanged, this, &Page::follow);
    showLoading();
}

bool Page::isLive() const
{
    return isVisible() && m_connection.isOnline();
}

void Page::follow()
{
    const bool live = isLive();
    if (live == m_wasLive)
        return;
    m_wasLive = live;
    if (live)
        refresh();
    liveChanged();
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void Page::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    follow();
}

void Page::showLoading()
{
    if (m_hasContent)
        return;
    m_empty->setWords(tr("Asking the server…"), {});
    m_stack->setCurrentWidget(m_empty);
}

void Page::showContent()
{
    m_hasContent = true;
    m_isAnswered = true;
    m_stack->setCurrentWidget(m_content);
    showAmiss();
}

void Page::showEmpty(const QString &sentence, const QString &hint, const QString &action)
{
    m_hasContent = false;
    m_isAnswered = true;
    m_empty->setWords(sentence, hint, action);
    m_stack->setCurrentWidget(m_empty);
    showAmiss();
}

void Page::showFailure(const api::Failure &failure)
{
    m_isAnswered = false;
    m_fault = FailureTexts::whole(failure);
    if (m_hasContent) {
        m_notice->showNotice(QStyle::SP_MessageBoxCritical, m_fault);
        return;
    }
    m_empty->setWords(FailureTexts::sentence(failure.kind), failure.detail, tr("&Try Again"));
    m_stack->setCurrentWidget(m_empty);
}

void Page::settlePart(QLatin1StringView part, const std::optional<api::Failure> &failure)
{
    const bool wasAmiss = m_amiss.erase(part) > 0;
    if (failure)
        m_amiss.emplace(part, *failure);
    // Before there is anything to see, or while all of it has failed, that is what counts.
    if (m_isAnswered && (failure || wasAmiss))
        showAmiss();
}

void Page::showAmiss()
{
    m_fault.clear();
    if (m_amiss.empty())
        return hideNotice();
    m_fault = FailureTexts::whole(m_amiss.begin()->second);
    m_notice->showNotice(QStyle::SP_MessageBoxCritical, m_fault);
}

void Page::showWarning(const QString &sentence)
{
    m_notice->showNotice(QStyle::SP_MessageBoxWarning, sentence);
}

void Page::hideNotice()
{
    m_notice->hide();
}

} // namespace ct::console::pages

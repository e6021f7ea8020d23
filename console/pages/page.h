// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/connection.h"

#include <QWidget>

#include <map>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace ct::console::widgets {
class EmptyState;
class NoticeBar;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// One page of one server. A page that is shown is refreshed when it comes up and whenever the
/// connection is up again; what stands in its fields stays there meanwhile. A new one is a file
/// of its own and a row in pagetable.cpp. Thread: main.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// `connection` must outlive the page.
    explicit Page(api::Connection &connection);

    /// Asks the server anew, and never throws away what was typed.
    virtual void refresh() = 0;
    /// Whoever leaves it is asked first.
    virtual bool hasUnsavedChanges() const { return false; }
    virtual void discardChanges() { }
    /// It shows what the server has last answered, be it that there is nothing.
    bool isAnswered() const { return m_isAnswered && m_amiss.empty(); }
    /// What it says is wrong; empty: nothing.
    QString fault() const { return m_fault; }

Q_SIGNALS:
    /// For the status bar: something has been done.
    void done(const QString &sentence);

protected:
    api::Connection &connection() { return m_connection; }
    api::AdminClient &client() { return m_connection.client(); }
    /// Where the page puts its content; shown once showContent() is called.
    QVBoxLayout &body() { return *m_body; }

    /// Until the first answer; what is there already stays.
    void showLoading();
    void showContent();
    /// Instead of content: what there is none of, and what to do next. `action` is a button's.
    void showEmpty(const QString &sentence, const QString &hint, const QString &action = {});
    /// Above the content when there is some, else instead of it. Both offer to try again.
    void showFailure(const api::Failure &failure);
    /// Of what the page asks for beside its content: a failure stays above the page, whatever else
    /// comes, until that part has come.
    void settlePart(QLatin1StringView part, const std::optional<api::Failure> &failure);
    /// Above the content, with another sign than a failure's.
    void showWarning(const QString &sentence);
    void hideNotice();

    /// The button of showEmpty() was pressed.
    virtual void actEmpty() { refresh(); }
    /// Shown to the user, and the connection is up: live figures are asked for only then.
    bool isLive() const;
    virtual void liveChanged() { }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void follow();
    /// Above what is shown now.
    void showAmiss();

    api::Connection &m_connection;
    QString m_fault;
    std::map<QLatin1StringView, api::Failure> m_amiss;
    bool m_hasContent = false;
    bool m_isAnswered = false;
    bool m_wasLive = false;
    widgets::NoticeBar *m_notice;
    QStackedWidget *m_stack;
    /// Around the content: in a small window nothing is squeezed.
    QScrollArea *m_content;
    QVBoxLayout *m_body;
    widgets::EmptyState *m_empty;
};

} // namespace ct::console::pages

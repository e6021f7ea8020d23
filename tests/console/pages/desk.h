// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/connectionlist.h"
#include "console/pages/pagetable.h"
#include "console/widgets/noticebar.h"
#include "tests/console/edgeserver.h"
#include "tests/support/patience.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace ct::test {

/// An administrator at a real server: signed in, with one page in front of them.
class Desk
{
public:
    explicit Desk(const EdgeServer &server) : Desk(server.url())
    {
        m_connection.signIn({server.user(), server.password()});
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(m_connection.isOnline(), 20'000);
        }();
    }

    /// The page of that name in the table, shown.
    console::pages::Page &open(QLatin1StringView name)
    {
        for (const console::pages::PageRow &row : console::pages::pageTable()) {
            if (row.name == name)
                m_page = row.make(m_connection, m_services);
        }
        m_page->resize(900, 700);
        m_page->show();
        return *m_page;
    }
    console::api::Connection &connection() { return m_connection; }
    console::pages::Page &page() const { return *m_page; }
    template<typename Widget>
    Widget *part(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    /// What is wrong with the field of that name; empty: nothing.
    QString faultAt(const char *field) const
    {
        auto *fault = part<QWidget>(qPrintable(QString::fromLatin1(field) + u"Fault"));
        return fault && !fault->isHidden() ? fault->accessibleName() : QString();
    }
    void click(const char *button) const
    {
        QTest::mouseClick(part<QAbstractButton>(button), Qt::LeftButton);
    }
    void type(const char *field, const QString &text) const
    {
        auto *edit = part<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    /// Above the page; empty: none.
    QString notice() const
    {
        auto *bar = part<console::widgets::NoticeBar>("pageNotice");
        return bar->isHidden() ? QString() : bar->text();
    }

private:
    explicit Desk(const QUrl &url)
        : m_list(m_clock),
          m_connection(m_list.add({{}, QStringLiteral("Test"), url, QStringLiteral("ctuser")}))
    { }

    SystemClock m_clock;
    console::api::ConnectionList m_list;
    console::api::Connection &m_connection;
    console::pages::PageServices m_services {m_clock};
    std::unique_ptr<console::pages::Page> m_page;
};

} // namespace ct::test

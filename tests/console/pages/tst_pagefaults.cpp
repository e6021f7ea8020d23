// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/connectionlist.h"
#include "console/pages/pagetable.h"
#include "tests/console/cannedserver.h"
#include "tests/console/pages/desk.h"

#include <QLabel>

using namespace Qt::StringLiterals;
using ct::test::CannedServer;
using ct::test::Desk;
using ct::test::EdgeServer;

namespace {

const QList<QByteArray> paths {
    "overview",
    "overview/history",
    "sessions",
    "credentials",
    "tokens",
    "licence",
    "integrations/metrics",
    "certificate",
    "packages",
    "audit",
    "logs",
    "configuration",
    "health",
    "version"};

const QByteArray base = "/api/admin/v1/";

/// What a real server says at each of the paths.
QHash<QByteArray, QByteArray> realAnswers()
{
    const EdgeServer server;
    Desk desk(server);
    QHash<QByteArray, QByteArray> answers;
    for (const auto &operation : ct::protocol::admin::operations) {
        const QByteArray path = operation.path.sliced(1).toByteArray();
        if (operation.verb != ct::protocol::admin::Verb::Get || !paths.contains(path))
            continue;
        desk.connection().client().ask<QByteArray>(
            {operation.id}, &desk.connection(), [&answers, path](const auto &body) {
                if (body)
                    answers.insert(path, *body);
            });
    }
    [&] {
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), paths.size(), 20'000);
    }();
    return answers;
}

} // namespace

/// Pages at a server that answers nonsense.
class TestPageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysSoWithoutContent_data() { everyPage(); }
    void saysSoWithoutContent();
    void survivesMutatedAnswers_data() { everyPage(); }
    void survivesMutatedAnswers();

private:
    static void everyPage()
    {
        QTest::addColumn<int>("row");
        int row = 0;
        for (const auto &page : ct::console::pages::pageTable()) {
            // These follow what comes by itself; they have tests of their own.
            if (page.name != "overview"_L1 && page.name != "sessions"_L1)
                QTest::newRow(page.name.data()) << row;
            ++row;
        }
    }
    std::unique_ptr<ct::console::pages::Page> pageAt(int row)
    {
        const auto &table = ct::console::pages::pageTable();
        auto page = table.at(static_cast<std::size_t>(row)).make(*m_connection, m_services);
        page->resize(800, 600);
        page->show();
        return page;
    }
    void answer(const QByteArray &path, const QByteArray &body)
    {
        m_server->answer(base + path, "200 OK", body);
    }

    ct::SystemClock m_clock;
    ct::console::pages::PageServices m_services {m_clock};
    QHash<QByteArray, QByteArray> m_answers;
    std::unique_ptr<CannedServer> m_server;
    std::unique_ptr<ct::console::api::ConnectionList> m_list;
    ct::console::api::Connection *m_connection = nullptr;
};

void TestPageFaults::initTestCase()
{
    m_answers = realAnswers();
    QVERIFY(m_answers.contains("version") && m_answers.contains("health"));
}

void TestPageFaults::init()
{
    m_server = std::make_unique<CannedServer>();
    for (auto one = m_answers.cbegin(); one != m_answers.cend(); ++one)
        answer(one.key(), one.value());
    m_list = std::make_unique<ct::console::api::ConnectionList>(m_clock);
    m_connection = &m_list->add(
        {{}, u"Canned"_s, QUrl(u"http://127.0.0.1:%1/"_s.arg(m_server->port())), {}});
    m_connection->signIn({{}, {}, "token"});
    QTRY_VERIFY(m_connection->isOnline());
}

void TestPageFaults::saysSoWithoutContent()
{
    QFETCH(const int, row);
    for (const QByteArray &path : paths)
        answer(path, "<html>Welcome to the coffee machine</html>");
    const auto page = pageAt(row);
    auto *sentence = page->findChild<QLabel *>(u"emptySentence"_s);
    // Above the content, where a figure came before.
    auto *notice = page->findChild<ct::console::widgets::NoticeBar *>(u"pageNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        sentence->text().startsWith(u"Something answers there"_s)
            || notice->text().startsWith(u"Something answers there"_s),
        15'000);
    // Its next try finds the server in its right mind.
    for (auto one = m_answers.cbegin(); one != m_answers.cend(); ++one)
        answer(one.key(), one.value());
    page->refresh();
    QTRY_VERIFY(
        !sentence->isVisible() || !sentence->text().startsWith(u"Something answers there"_s));
}

void TestPageFaults::survivesMutatedAnswers()
{
    QFETCH(const int, row);
    const auto page = pageAt(row);
    const QList<QByteArray> nonsense {
        "{}", "[]", "null", R"({"sessions":{},"tokens":7,"entries":null,"files":[[]]})"};
    constexpr int rounds = 14;
    int asked = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const QByteArray &path : paths) {
            QByteArray body = m_answers.value(path);
            if (round < nonsense.size()) {
                body = nonsense.at(round);
            } else {
                // Whatever place that is, all of them come up sooner or later.
                const qsizetype at = (qsizetype {round} * 7919) % body.size();
                body[at] = "0\"}]-e\xff"[round % 7];
            }
            answer(path, body);
        }
        // A page that looks again by itself may already be waiting for an answer.
        const int before = m_server->requests();
        page->refresh();
        if (QTest::qWaitFor([&] { return m_server->requests() > before; }, 500))
            ++asked;
    }
    QVERIFY(asked > rounds / 3);
    for (auto one = m_answers.cbegin(); one != m_answers.cend(); ++one)
        answer(one.key(), one.value());
    page->refresh();
    auto *sentence = page->findChild<QLabel *>(u"emptySentence"_s);
    QTRY_VERIFY(
        !sentence->isVisible() || !sentence->text().startsWith(u"Something answers there"_s));
    QVERIFY(!page->hasUnsavedChanges());
}

QTEST_MAIN(TestPageFaults)
#include "tst_pagefaults.moc"

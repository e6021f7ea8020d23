// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/connectionlist.h"
#include "console/pages/pagetable.h"
#include "console/pages/words/failuretexts.h"
#include "tests/console/cannedadmin.h"
#include "tests/console/pages/desk.h"
#include "tests/console/selfsigned.h"

#include <QDir>
#include <QLabel>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ct::console::api::ConnectionState;
using ct::console::api::FailureKind;
using ct::console::pages::FailureTexts;
using ct::console::pages::Page;
using ct::test::CannedServer;
using ct::test::EdgeServer;
using ct::test::golden;

namespace {

/// Another byte somewhere; whatever place that is, all of them come up sooner or later.
QByteArray mutated(QByteArray body, int round)
{
    static const QByteArray bytes("0\"}]-e\xff");
    if (!body.isEmpty())
        body[(qsizetype {round} * 7919) % body.size()] = bytes[round % bytes.size()];
    return body;
}

/// Whatever is waited for comes at once.
class ShortDelay final : public ct::console::api::Delay
{
public:
    void start(std::chrono::milliseconds after, std::function<void()> due) override
    {
        m_delay.start(std::min(after, 50ms), std::move(due));
    }
    void stop() override { m_delay.stop(); }

private:
    ct::console::api::TimerDelay m_delay;
};

struct Fault {
    const char *name;
    FailureKind kind;
    std::function<void(CannedServer &server, const QByteArray &path)> put;
};

const std::vector<Fault> faults {
    {"slow",
     FailureKind::TimedOut,
     [](CannedServer &server, const QByteArray &path) {
         server.leaveWaiting(path);
     }},
    {"closed",
     FailureKind::Closed,
     [](CannedServer &server, const QByteArray &path) {
         server.answerRaw(path, "");
     }},
    {"cut",
     FailureKind::Closed,
     [](CannedServer &server, const QByteArray &path) {
         server.answerRaw(path, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n{\"atMs\":1");
     }},
    {"busy",
     FailureKind::Busy,
     [](CannedServer &server, const QByteArray &path) {
         server.answer(path, "503 Service Unavailable", "");
     }},
    {"forbidden",
     FailureKind::Forbidden,
     [](CannedServer &server, const QByteArray &path) {
         server.answer(path, "403 Forbidden", R"({"status":403,"title":"No","type":"urn:x"})");
     }},
    {"broken",
     FailureKind::Other,
     [](CannedServer &server, const QByteArray &path) {
         server.answer(path, "500 Oh", "Traceback (most recent call last)");
     }},
    {"a page of something else", FailureKind::NotOurServer, [](auto &server, const auto &path) {
         server.answer(path, "200 OK", "<html>Welcome to the coffee machine</html>");
     }}};

} // namespace

/// Every page at a server that does what servers should not.
class TestPageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void saysWhatIsWrongAndRecovers_data();
    void saysWhatIsWrongAndRecovers();
    void saysSoWithoutContent_data() { everyPage(); }
    void saysSoWithoutContent();
    void keepsAPartsFailureInSight_data();
    void keepsAPartsFailureInSight();
    void waitsForASignInMidway_data() { everyPage(); }
    void waitsForASignInMidway();
    void survivesMutatedAnswers_data() { everyPage(); }
    void survivesMutatedAnswers();
    void survivesMutatedEvents_data();
    void survivesMutatedEvents();
    void stopsAtAnotherCertificate_data() { everyPage(); }
    void stopsAtAnotherCertificate();
    void everyPageGoesOnAfterARestart();

private:
    static void everyPage();
    /// Signed in by a token at a server that answers well.
    void connectTo(std::unique_ptr<CannedServer> server, const QString &scheme = u"http"_s);
    void answerWell();
    void answerAll(const std::function<void(const QByteArray &path)> &answer);
    std::unique_ptr<Page> show(int row);
    std::unique_ptr<Page> answeredPage(int row);
    /// Words that say this is wrong: above the page, in place of it, or of the connection.
    bool isSaid(const Page &page, FailureKind kind) const;
    static bool isEmptyShown(const Page &page);
    static bool isNoticeShown(const Page &page);
    /// In good order again; what was shown all the time is there.
    void recover(Page &page);

    ct::SystemClock m_clock;
    ct::console::pages::PageServices m_services {m_clock};
    QMap<QByteArray, QByteArray> m_answers;
    QSslConfiguration m_tls;
    QSslConfiguration m_otherTls;
    std::unique_ptr<CannedServer> m_server;
    std::unique_ptr<ct::console::api::ConnectionList> m_list;
    ct::console::api::Connection *m_connection = nullptr;
};

void TestPageFaults::initTestCase()
{
    m_answers = ct::test::goodAnswers();
    for (const auto &[path, body] : std::as_const(m_answers).asKeyValueRange())
        QVERIFY2(!body.isEmpty(), path.constData());
    m_tls = ct::test::selfSigned();
    m_otherTls = ct::test::selfSigned();
    QVERIFY(!m_tls.isNull() && !m_otherTls.isNull());
}

void TestPageFaults::cleanup()
{
    m_list.reset();
    m_server.reset();
}

void TestPageFaults::everyPage()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const auto &page : ct::console::pages::pageTable())
        QTest::newRow(page.name.data()) << row++;
}

void TestPageFaults::connectTo(std::unique_ptr<CannedServer> server, const QString &scheme)
{
    m_server = std::move(server);
    answerWell();
    m_list = std::make_unique<ct::console::api::ConnectionList>(
        m_clock, [] { return std::make_unique<ShortDelay>(); });
    m_connection = &m_list->add(
        {{}, u"Canned"_s, QUrl(u"%1://127.0.0.1:%2/"_s.arg(scheme).arg(m_server->port())), {}});
    m_connection->open();
    [&] {
        QTRY_VERIFY(
            m_connection->state() == ConnectionState::SignInNeeded
            || m_connection->state() == ConnectionState::CertificateDoubted);
        if (m_connection->state() == ConnectionState::CertificateDoubted)
            m_connection->trustForGood(m_connection->certificate().sha256);
        QTRY_COMPARE(m_connection->state(), ConnectionState::SignInNeeded);
        m_connection->signIn({{}, {}, "token"});
        QTRY_VERIFY(m_connection->isOnline());
    }();
}

void TestPageFaults::answerWell()
{
    ct::test::answerWell(*m_server);
}

void TestPageFaults::answerAll(const std::function<void(const QByteArray &path)> &answer)
{
    for (auto path = m_answers.keyBegin(); path != m_answers.keyEnd(); ++path)
        answer(*path);
}

std::unique_ptr<Page> TestPageFaults::show(int row)
{
    const auto &table = ct::console::pages::pageTable();
    auto page = table.at(static_cast<std::size_t>(row)).make(*m_connection, m_services);
    page->resize(800, 600);
    page->show();
    return page;
}

std::unique_ptr<Page> TestPageFaults::answeredPage(int row)
{
    auto page = show(row);
    [&] {
        QTRY_VERIFY(page->isAnswered());
        QVERIFY(!isEmptyShown(*page));
    }();
    return page;
}

bool TestPageFaults::isEmptyShown(const Page &page)
{
    return page.findChild<QLabel *>(u"emptySentence"_s)->isVisible();
}

bool TestPageFaults::isNoticeShown(const Page &page)
{
    return page.findChild<ct::console::widgets::NoticeBar *>(u"pageNotice"_s)->isVisible();
}

bool TestPageFaults::isSaid(const Page &page, FailureKind kind) const
{
    const QString words = FailureTexts::sentence(kind);
    auto *sentence = page.findChild<QLabel *>(u"emptySentence"_s);
    auto *notice = page.findChild<ct::console::widgets::NoticeBar *>(u"pageNotice"_s);
    // A page that follows what comes by itself leaves a lost connection to the connection.
    return (sentence->isVisible() && sentence->text() == words)
        || (notice->isVisible() && notice->text().startsWith(words))
        || (!m_connection->isOnline() && m_connection->failure().kind == kind);
}

void TestPageFaults::recover(Page &page)
{
    answerWell();
    page.refresh();
    QTRY_VERIFY(m_connection->isOnline());
    QTRY_VERIFY(page.isAnswered());
    QTRY_VERIFY(!isNoticeShown(page));
    QVERIFY(!isEmptyShown(page));
    QVERIFY(!page.hasUnsavedChanges());
}

void TestPageFaults::saysWhatIsWrongAndRecovers_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("fault");
    int row = 0;
    for (const auto &page : ct::console::pages::pageTable()) {
        for (std::size_t fault = 0; fault < faults.size(); ++fault)
            QTest::addRow("%s, %s", page.name.data(), faults.at(fault).name) << row << int(fault);
        ++row;
    }
}

void TestPageFaults::saysWhatIsWrongAndRecovers()
{
    QFETCH(const int, row);
    QFETCH(const int, fault);
    const Fault &wrong = faults.at(static_cast<std::size_t>(fault));
    connectTo(std::make_unique<CannedServer>());
    const auto page = answeredPage(row);
    m_connection->client().setPatience(200ms);
    answerAll([&](const QByteArray &path) { wrong.put(*m_server, ct::test::adminBase + path); });
    page->refresh();
    QTRY_VERIFY(isSaid(*page, wrong.kind));
    // What was there stays.
    QVERIFY(!isEmptyShown(*page));
    recover(*page);
}

void TestPageFaults::saysSoWithoutContent()
{
    QFETCH(const int, row);
    connectTo(std::make_unique<CannedServer>());
    answerAll([&](const QByteArray &path) {
        m_server->answer(
            ct::test::adminBase + path, "200 OK", "<html>Welcome to the coffee machine</html>");
    });
    const auto page = show(row);
    QTRY_VERIFY(isSaid(*page, FailureKind::NotOurServer));
    QVERIFY(isEmptyShown(*page));
    recover(*page);
}

void TestPageFaults::keepsAPartsFailureInSight_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("path");
    for (const auto &[page, path] :
         {std::pair("overview"_ba, "overview/history"_ba),
          {"overview"_ba, "audit"_ba},
          {"sessions"_ba, "bans"_ba},
          {"credentials"_ba, "tokens"_ba},
          {"credentials"_ba, "lockouts"_ba},
          {"licence"_ba, "licence/seats"_ba},
          {"licence"_ba, "audit"_ba},
          {"metrics"_ba, "overview"_ba}})
        QTest::addRow("%s: %s", page.constData(), path.constData()) << page << path;
}

// The rest of the page comes all the same, before or after it.
void TestPageFaults::keepsAPartsFailureInSight()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QByteArray, path);
    connectTo(std::make_unique<CannedServer>());
    const auto &table = ct::console::pages::pageTable();
    const auto found = std::find_if(table.cbegin(), table.cend(), [&page](const auto &row) {
        return row.name == QLatin1StringView(page);
    });
    const auto shown = answeredPage(static_cast<int>(found - table.cbegin()));
    m_server->answer(ct::test::adminBase + path, "503 Service Unavailable", "");
    shown->refresh();
    QTRY_VERIFY(isSaid(*shown, FailureKind::Busy));
    QTRY_VERIFY(m_connection->client().isIdle());
    QVERIFY(isNoticeShown(*shown));
    QVERIFY(!shown->isAnswered());
    QCOMPARE(shown->fault(), FailureTexts::sentence(FailureKind::Busy));
    recover(*shown);
    QVERIFY(shown->fault().isEmpty());
}

void TestPageFaults::waitsForASignInMidway()
{
    QFETCH(const int, row);
    connectTo(std::make_unique<CannedServer>());
    const auto page = answeredPage(row);
    answerAll([&](const QByteArray &path) {
        m_server->answer(ct::test::adminBase + path, "401 No", "{}");
    });
    page->refresh();
    QTRY_COMPARE(m_connection->state(), ConnectionState::SignInNeeded);
    // Where to sign in stands above the page, which says nothing of its own.
    QVERIFY(!isNoticeShown(*page));
    QVERIFY(!isEmptyShown(*page));
    answerWell();
    m_connection->signIn({{}, {}, "another token"});
    QTRY_VERIFY(m_connection->isOnline());
    recover(*page);
}

void TestPageFaults::survivesMutatedAnswers()
{
    QFETCH(const int, row);
    connectTo(std::make_unique<CannedServer>());
    const auto page = answeredPage(row);
    const QList<QByteArray> nonsense {
        "{}", "[]", "null", R"({"sessions":{},"tokens":7,"entries":null,"files":[[]]})"};
    constexpr int rounds = 40;
    int asked = 0;
    for (int round = 0; round < rounds; ++round) {
        answerAll([&](const QByteArray &path) {
            const QByteArray body = round < nonsense.size() ? nonsense.at(round)
                                                            : mutated(m_answers.value(path), round);
            m_server->answer(ct::test::adminBase + path, "200 OK", body);
        });
        // A page that looks again by itself may already be waiting for an answer.
        const int before = m_server->requests();
        page->refresh();
        if (QTest::qWaitFor([&] { return m_server->requests() > before; }, 500))
            ++asked;
        QTest::qWait(10);
    }
    QVERIFY2(asked > rounds / 2, QByteArray::number(asked).constData());
    recover(*page);
}

void TestPageFaults::survivesMutatedEvents_data()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const auto &page : ct::console::pages::pageTable()) {
        if (page.name == "overview"_L1 || page.name == "sessions"_L1)
            QTest::newRow(page.name.data()) << row;
        ++row;
    }
}

void TestPageFaults::survivesMutatedEvents()
{
    QFETCH(const int, row);
    const QByteArray snapshot = golden(u"admin/event-snapshot"_s);
    QWebSocketServer events(u"events"_s, QWebSocketServer::NonSecureMode);
    QPointer<QWebSocket> watcher;
    int watchers = 0;
    connect(&events, &QWebSocketServer::newConnection, this, [&] {
        watcher = events.nextPendingConnection();
        ++watchers;
        watcher->sendTextMessage(QString::fromUtf8(snapshot));
    });
    connectTo(std::make_unique<CannedServer>());
    m_server->giveUpgrades([&events](QTcpSocket *socket) { events.handleConnection(socket); });
    const auto page = answeredPage(row);
    const QDir folder(QStringLiteral(CT_TEST_DATA "/protocol/admin"));
    int round = 0;
    for (const QString &file : folder.entryList({u"event-*.json"_s})) {
        const QByteArray event = golden(u"admin/"_s + file.chopped(5));
        for (int count = 0; count < 20; ++count) {
            QTRY_VERIFY(watcher && watcher->state() == QAbstractSocket::ConnectedState);
            watcher->sendTextMessage(QString::fromUtf8(mutated(event, ++round)));
            QTest::qWait(5);
        }
    }
    // Some were no events at all: then the console begins anew.
    QVERIFY(watchers > 10);
    QTRY_VERIFY(watcher && watcher->state() == QAbstractSocket::ConnectedState);
    watcher->sendTextMessage(QString::fromUtf8(snapshot));
    recover(*page);
    m_list.reset();
}

void TestPageFaults::stopsAtAnotherCertificate()
{
    QFETCH(const int, row);
    connectTo(std::make_unique<CannedServer>(m_tls), u"https"_s);
    const auto page = answeredPage(row);
    const quint16 port = m_server->port();
    m_server->close();
    const CannedServer other(m_otherTls, port);
    page->refresh();
    QTRY_COMPARE(m_connection->state(), ConnectionState::CertificateChanged);
    QVERIFY(!isEmptyShown(*page));
    // Nothing was said to it, no token above all.
    QCOMPARE(other.requests(), 0);
}

// A real one, with a real sign-in, which is gone afterwards.
void TestPageFaults::everyPageGoesOnAfterARestart()
{
    EdgeServer server({{u"CT_DASHBOARD_PASSWORD"_s, u"a good password"_s}});
    ct::test::Desk desk(server);
    m_connection = &desk.connection();
    std::vector<std::unique_ptr<Page>> pages;
    const int rows = static_cast<int>(ct::console::pages::pageTable().size());
    for (int row = 0; row < rows; ++row)
        pages.push_back(show(row));
    for (const auto &page : pages)
        QTRY_VERIFY(page->isAnswered());
    server.stop();
    m_connection->wake();
    QTRY_COMPARE(m_connection->state(), ConnectionState::Reconnecting);
    server.restart();
    m_connection->wake();
    QTRY_VERIFY(m_connection->isOnline());
    for (int row = 0; row < rows; ++row) {
        const Page &page = *pages.at(static_cast<std::size_t>(row));
        const char *name
            = ct::console::pages::pageTable().at(static_cast<std::size_t>(row)).name.data();
        QTRY_VERIFY2(page.isAnswered() && !isNoticeShown(page), name);
    }
}

QTEST_MAIN(TestPageFaults)
#include "tst_pagefaults.moc"

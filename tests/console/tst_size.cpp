// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/auditmodel.h"
#include "tests/console/cannedserver.h"
#include "tests/console/consolefixture.h"
#include "tests/console/fakesource.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace ct::console;
using ct::test::FakeSource;

namespace {

constexpr int sessions = 1000;
constexpr int entries = 10'000;

#ifdef __SANITIZE_ADDRESS__
// What looks after memory needs a lot of it, and time.
constexpr int dearer = 8;
#else
constexpr int dearer = 1;
#endif
constexpr double mostMegabytes = 150.0 * dearer;
constexpr qint64 longestStart = 1000LL * dearer;

double megabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, text.indexOf(" kB", at) - at - 6).trimmed().toDouble() / 1024;
}

void answer(ct::test::CannedServer &server, const QByteArray &path, const QByteArray &body)
{
    server.answer("/api/admin/v1/" + path, "200 OK", body);
}

} // namespace

/// How long the console takes to come up, and how much memory it needs with much to show.
class TestSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsInASecond();
    void holdsThousandsOfRows();
};

void TestSize::startsInASecond()
{
    QElapsedTimer timer;
    timer.start();
    ct::test::ConsoleFixture console;
    QVERIFY(QTest::qWaitForWindowExposed(&console.window()));
    QVERIFY(!console.window().grab().isNull());
    qInfo("up after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= longestStart);
}

void TestSize::holdsThousandsOfRows()
{
    ct::test::CannedServer server;
    answer(server, "version", R"({"product":"codetogether-edge","version":"0.1.0","api":"1"})");
    answer(server, "health", R"({"status":"ok","pid":1,"uptimeSeconds":1,"parts":[]})");
    answer(server, "overview", R"({"atMs":5,"metrics":[]})");
    server.answer("/api/admin/v1/events", "404 No", "");
    ct::protocol::admin::LiveSessions page;
    for (int i = 0; i < sessions; ++i)
        page.sessions.append(FakeSource::session(u"session%1"_s.arg(i), 1));
    answer(
        server,
        "sessions?limit=200",
        ct::protocol::toBytes(ct::protocol::FieldWriter::objectOf(page)));
    ct::test::ConsoleFixture console;
    console.window().go(u"http://127.0.0.1:%1/"_s.arg(server.port()), u"sessions"_s);
    QVERIFY(console.waitFor(api::ConnectionState::SignInNeeded));
    console.connection().signIn({{}, {}, "token"});
    QTRY_VERIFY_WITH_TIMEOUT(console.part<QTreeView>(u"sessionTree"_s), 20'000);
    auto *tree = console.part<QTreeView>(u"sessionTree"_s);
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(), sessions, 20'000);
    qInfo("all sessions after %lld ms", timer.elapsed());

    models::AuditModel audit;
    ct::protocol::AuditPage log;
    for (int i = entries; i > 0; --i) {
        log.entries.append(
            {i,
             std::chrono::hours(500'000),
             u"admin.session.end"_s,
             u"ada"_s,
             u"192.0.2.1"_s,
             u"session%1"_s.arg(i),
             u"Ended by an administrator"_s});
    }
    audit.setFirst(log);
    QTableView table;
    table.setModel(&audit);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const double used = megabytes();
    qInfo("%.0f MB with %d sessions and %d audit entries", used, sessions, entries);
    QVERIFY2(used <= mostMegabytes, qPrintable(QString::number(used)));
}

QTEST_MAIN(TestSize)
#include "tst_size.moc"

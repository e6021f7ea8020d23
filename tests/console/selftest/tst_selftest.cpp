// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// codetogether-console --selftest, as it is run in a terminal.

#include "console/api/connectionlist.h"
#include "console/profiles/profilestore.h"
#include "console/selftest/secretsource.h"
#include "console/selftest/selftest.h"
#include "tests/console/cannedadmin.h"
#include "tests/console/edgeserver.h"
#include "tests/support/patience.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTcpServer>

#include <pty.h>
#include <sysexits.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

using namespace Qt::StringLiterals;
using namespace ct::console;
using ct::test::CannedServer;
using ct::test::EdgeServer;

namespace {

using Variables = QMap<QString, QString>;

const QString password = u"a good password"_s;
const Variables byPassword {{u"CT_CONSOLE_PASSWORD"_s, password}};
const Variables byToken {{u"CT_CONSOLE_TOKEN"_s, u"a token"_s}};

struct Outcome {
    int exitCode = -1;
    QString report;
    QString errors;

    /// What it says of a page, without the time.
    QString of(const QString &step) const
    {
        const QRegularExpression line(
            u"^%1 +\\d+ ms  (.*)$"_s.arg(step), QRegularExpression::MultilineOption);
        return line.match(report).captured(1);
    }
};

QString urlOf(const CannedServer &server)
{
    return u"http://127.0.0.1:%1/"_s.arg(server.port());
}

} // namespace

class TestSelfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsEveryPageInOrder();
    void changesNothing();
    void takesAPasswordFromStandardInput();
    void asksForAPasswordAtATerminal();
    void takesATokenFromStandardInput();
    void saysThatThePasswordIsWrong();
    void saysHowToGiveOne();
    void saysThatNothingListens();
    void asksForTheFingerprint();
    void expectsTheRememberedCertificate();
    void namesThePageThatIsBroken_data();
    void namesThePageThatIsBroken();
    void namesAPageThatIsNotAnswered();
    void refusesWhatCantBeMeant_data();
    void refusesWhatCantBeMeant();
    void readsWhatTheKeychainHas();
    void isNamedToWhoeverHasNoDisplay();

private:
    Outcome run(
        const QStringList &arguments,
        const Variables &variables = {},
        const QByteArray &input = {}) const
    {
        return call(QStringList {u"--selftest"_s} + arguments, variables, input);
    }
    Outcome call(
        const QStringList &arguments, const Variables &variables, const QByteArray &input) const;
    QProcessEnvironment environmentWith(const Variables &variables) const;
    Outcome runAt(const QUrl &server, const Variables &variables) const
    {
        return run({u"--connect"_s, server.toString(), u"--user"_s, u"ada"_s}, variables);
    }
    QString settingsFile() const
    {
        return m_folder.filePath(u"CodeTogether/codetogether-console.conf"_s);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<EdgeServer> m_server;
};

void TestSelfTest::initTestCase()
{
    m_server = std::make_unique<EdgeServer>(EdgeServer::withAdministrator());
    QVERIFY(m_server->isUp());
}

QProcessEnvironment TestSelfTest::environmentWith(const Variables &variables) const
{
    QProcessEnvironment environment;
    for (const char *name : {"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    // No display, and no keychain.
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), m_folder.path());
    for (const auto &[name, value] : variables.asKeyValueRange())
        environment.insert(name, value);
    return environment;
}

Outcome TestSelfTest::call(
    const QStringList &arguments, const Variables &variables, const QByteArray &input) const
{
    QProcess console;
    console.setProcessEnvironment(environmentWith(variables));
    console.start(qEnvironmentVariable("CT_CONSOLE_BIN"), arguments);
    console.write(input);
    console.closeWriteChannel();
    // This process may have to answer meanwhile.
    const bool hasEnded
        = QTest::qWaitFor([&console] { return console.state() == QProcess::NotRunning; }, 120'000);
    Outcome outcome;
    if (hasEnded && console.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = console.exitCode();
    outcome.report = QString::fromUtf8(console.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(console.readAllStandardError());
    return outcome;
}

void TestSelfTest::findsEveryPageInOrder()
{
    const Outcome outcome = runAt(m_server->url(), byPassword);
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.report + outcome.errors));
    QCOMPARE(outcome.of(u"connection"_s), u"ok"_s);
    for (const auto &row : pages::pageTable())
        QCOMPARE(outcome.of(row.name), u"ok"_s);
    QVERIFY(outcome.report.contains(u"All 11 pages are in order"_s));
    QVERIFY2(!outcome.errors.contains(u"plugin"_s), qPrintable(outcome.errors));
    QVERIFY(outcome.report.contains(m_server->url().toString()));
}

void TestSelfTest::changesNothing()
{
    static const QRegularExpression change(uR"("(?:POST|PUT|PATCH|DELETE) (\S+))"_s);
    const QString before = QString::fromUtf8(m_server->log(u"access.log"_s));
    QCOMPARE(runAt(m_server->url(), byPassword).exitCode, 0);
    QStringList changes;
    const auto look = [&] {
        changes.clear();
        auto all = change.globalMatch(
            QString::fromUtf8(m_server->log(u"access.log"_s)).sliced(before.size()));
        while (all.hasNext())
            changes.append(all.next().captured(1));
        return changes.size();
    };
    // In, and out again.
    QTRY_COMPARE(look(), 2);
    QCOMPARE(changes, (QStringList {u"/api/admin/v1/session"_s, u"/api/admin/v1/session"_s}));
    // Nor here.
    QVERIFY(!QFile::exists(settingsFile()));
}

void TestSelfTest::takesAPasswordFromStandardInput()
{
    const QStringList arguments {
        u"--connect"_s, m_server->url().toString(), u"--user"_s, u"ada"_s, u"--password-stdin"_s};
    // It counts before what the environment has.
    const Variables variables {{u"CT_CONSOLE_PASSWORD"_s, u"another"_s}};
    QCOMPARE(run(arguments, variables, password.toUtf8() + '\n').exitCode, 0);
    const Outcome empty = run(arguments, variables, "\n");
    QCOMPARE(empty.exitCode, 1);
    QCOMPARE(empty.errors, u"Standard input is empty\n"_s);
}

void TestSelfTest::asksForAPasswordAtATerminal()
{
    int keyboard = -1;
    int terminal = -1;
    QCOMPARE(::openpty(&keyboard, &terminal, nullptr, nullptr, nullptr), 0);
    QProcess console;
    console.setProcessEnvironment(environmentWith({}));
    console.setChildProcessModifier([terminal] { ::login_tty(terminal); });
    console.start(
        qEnvironmentVariable("CT_CONSOLE_BIN"),
        {u"--selftest"_s,
         u"--connect"_s,
         m_server->url().toString(),
         u"--user"_s,
         u"ada"_s,
         u"--password-stdin"_s});
    const auto isShown = [terminal] {
        termios settings {};
        ::tcgetattr(terminal, &settings);
        return (settings.c_lflag & ECHO) != 0;
    };
    QTRY_VERIFY(!isShown());
    const QByteArray keys = password.toUtf8() + '\n';
    QCOMPARE(::write(keyboard, keys.constData(), keys.size()), keys.size());
    QTRY_VERIFY(isShown());
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), QProcess::NotRunning, 120'000);
    QByteArray screen(1 << 16, Qt::Uninitialized);
    screen.truncate(::read(keyboard, screen.data(), screen.size()));
    QCOMPARE(console.exitCode(), 0);
    QVERIFY2(screen.startsWith("Password: "), screen.constData());
    QVERIFY(!screen.contains(password.toUtf8()));
    ::close(keyboard);
    ::close(terminal);
}

void TestSelfTest::takesATokenFromStandardInput()
{
    CannedServer server;
    ct::test::answerWell(server);
    const Outcome outcome
        = run({u"--connect"_s, urlOf(server), u"--token-stdin"_s}, {}, "ctadm_x\n");
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.report + outcome.errors));
    // Qt 6.8 writes the names of fields in lower case.
    QVERIFY(server.lastHead().toLower().contains("authorization: bearer ctadm_x"));
}

void TestSelfTest::saysThatThePasswordIsWrong()
{
    const Outcome outcome = runAt(m_server->url(), {{u"CT_CONSOLE_PASSWORD"_s, u"another"_s}});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(
        outcome.of(u"connection"_s),
        u"User and password, or the token, are not right. Try again."_s);
    QVERIFY(outcome.report.endsWith(u"No page could be opened\n"_s));
}

void TestSelfTest::saysHowToGiveOne()
{
    const Outcome outcome = runAt(m_server->url(), {});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.of(u"connection"_s).contains(u"--password-stdin"_s));
}

void TestSelfTest::saysThatNothingListens()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(free.serverPort()));
    free.close();
    const Outcome outcome = runAt(url, byPassword);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.of(u"connection"_s).startsWith(u"Nothing listens at that address"_s));
}

void TestSelfTest::asksForTheFingerprint()
{
    const Outcome refused = runAt(m_server->httpsUrl(), byPassword);
    QCOMPARE(refused.exitCode, 1);
    const QString sentence = refused.of(u"connection"_s);
    const QString fingerprint = sentence.section(u"--fingerprint "_s, 1);
    QVERIFY2(fingerprint.size() == 95, qPrintable(sentence));
    QStringList arguments {
        u"--connect"_s,
        m_server->httpsUrl().toString(),
        u"--user"_s,
        u"ada"_s,
        u"--fingerprint"_s,
        fingerprint};
    const Outcome taken = run(arguments, byPassword);
    QVERIFY2(taken.exitCode == 0, qPrintable(taken.report + taken.errors));
    arguments.last() = QString(64, u'a');
    const Outcome another = run(arguments, byPassword);
    QCOMPARE(another.exitCode, 1);
    QVERIFY(another.of(u"connection"_s).contains(fingerprint));
}

void TestSelfTest::expectsTheRememberedCertificate()
{
    const QString sentence = runAt(m_server->httpsUrl(), byPassword).of(u"connection"_s);
    profiles::Profile profile {{}, u"Kept"_s, m_server->httpsUrl(), u"ada"_s};
    profile.certificateSha256
        = QByteArray::fromHex(sentence.section(u"--fingerprint "_s, 1).remove(u':').toLatin1());
    {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        ct::SystemRandom random;
        QVERIFY(profiles::ProfileStore(settings, random).keep(profile));
    }
    // Its user, too.
    const Outcome outcome = run({u"--connect"_s, m_server->httpsUrl().toString()}, byPassword);
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.report + outcome.errors));
    QVERIFY(QFile::remove(settingsFile()));
}

void TestSelfTest::namesThePageThatIsBroken_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("page");
    QTest::newRow("licence") << "licence"_ba << u"licence"_s;
    QTest::newRow("a part of credentials") << "tokens"_ba << u"credentials"_s;
    QTest::newRow("lines of a log") << "logs/server.log"_ba << u"logs"_s;
    QTest::newRow("configuration") << "configuration"_ba << u"configuration"_s;
}

void TestSelfTest::namesThePageThatIsBroken()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QString, page);
    CannedServer server;
    ct::test::answerWell(server);
    QByteArray mutated = ct::test::goodAnswers().value(path);
    mutated[mutated.size() / 2] = '\xff';
    server.answer(ct::test::adminBase + path, "200 OK", mutated);
    const Outcome outcome = run({u"--connect"_s, urlOf(server)}, byToken);
    QCOMPARE(outcome.exitCode, 1);
    for (const auto &row : pages::pageTable()) {
        const QString said = outcome.of(row.name);
        QVERIFY2((said == u"ok"_s) == (row.name != page), qPrintable(outcome.report));
    }
    QVERIFY(outcome.of(page).startsWith(u"Something answers there"_s));
    QVERIFY(outcome.report.endsWith(u"1 of 11 pages not in order\n"_s));
}

// In this process, since the usual patience is longer than a test's.
void TestSelfTest::namesAPageThatIsNotAnswered()
{
    using namespace std::chrono_literals;
    CannedServer server;
    ct::test::answerWell(server);
    server.leaveWaiting(ct::test::adminBase + "health");
    const ct::SystemClock clock;
    api::ConnectionList connections(clock);
    api::Connection &connection = connections.add({{}, {}, QUrl(urlOf(server)), {}});
    connection.setSecret(api::Secret {{}, {}, "token"});
    // A token is tried by that.
    server.answerFirst(
        ct::test::adminBase + "health", "200 OK", ct::test::goodAnswers().value("health"));
    selftest::SelfTest test(connection, {clock}, 3s);
    bool hasEnded = false;
    connect(&test, &selftest::SelfTest::finished, this, [&hasEnded] { hasEnded = true; });
    test.start();
    QTRY_VERIFY(hasEnded);
    QCOMPARE(test.results().size(), 12);
    QCOMPARE(test.results().constLast().name, u"health"_s);
    QCOMPARE(test.results().constLast().fault, u"No answer within 3 seconds"_s);
}

void TestSelfTest::refusesWhatCantBeMeant_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList server {u"--connect"_s, u"https://edge.example"_s};
    QTest::newRow("no server") << QStringList();
    QTest::newRow("no address") << QStringList {u"--connect"_s, u"ftp://x"_s};
    QTest::newRow("the demo") << server + QStringList {u"--demo"_s};
    QTest::newRow("one page") << server + QStringList {u"--page"_s, u"logs"_s};
    QTest::newRow("no digest") << server + QStringList {u"--fingerprint"_s, u"AA:BB"_s};
    QTest::newRow("a fingerprint in the clear") << QStringList {
        u"--connect"_s, u"http://127.0.0.1:9/"_s, u"--fingerprint"_s, QString(64, u'a')};
    QTest::newRow("two inputs") << server + QStringList {u"--password-stdin"_s, u"--token-stdin"_s};
    QTest::newRow("a password") << server + QStringList {u"--password"_s, u"secret"_s};
}

void TestSelfTest::refusesWhatCantBeMeant()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, EX_USAGE);
    QVERIFY(!outcome.errors.isEmpty());
    QVERIFY(outcome.report.isEmpty());
}

void TestSelfTest::readsWhatTheKeychainHas()
{
    profiles::MemorySecretStore store;
    const api::ServerProfile profile {u"x7"_s, {}, QUrl(u"https://edge.example/"_s), u"ada"_s};
    std::optional<api::Secret> secret;
    int answers = 0;
    const auto read = [&](const QString &user = u"ada"_s) {
        const int before = answers;
        selftest::readKept(store, profile, user, this, [&](const auto &kept) {
            secret = kept;
            ++answers;
        });
        return QTest::qWaitFor([&] { return answers > before; });
    };
    QVERIFY(read() && !secret);
    store.put({profile.id, profiles::SecretKind::Password}, password);
    QVERIFY(read() && secret);
    QCOMPARE(secret->user, u"ada"_s);
    QCOMPARE(secret->password, password);
    QVERIFY(read(u"bob"_s) && !secret);
    store.put({profile.id, profiles::SecretKind::Token}, u"ctadm_x"_s);
    // Which is hers.
    QVERIFY(read(u"bob"_s) && !secret);
    QVERIFY(read() && secret);
    QCOMPARE(secret->token, "ctadm_x");
    QVERIFY(secret->password.isEmpty());
}

void TestSelfTest::isNamedToWhoeverHasNoDisplay()
{
    for (const QStringList &arguments :
         {QStringList(), {u"--demo"_s}, {u"--connect"_s, m_server->url().toString()}}) {
        const Outcome outcome = call(arguments, {}, {});
        QCOMPARE(outcome.exitCode, EX_UNAVAILABLE);
        QCOMPARE(outcome.errors.count(u'\n'), 1);
        QVERIFY2(outcome.errors.contains(u"--selftest"_s), qPrintable(outcome.errors));
    }
}

QTEST_MAIN(TestSelfTest)
#include "tst_selftest.moc"

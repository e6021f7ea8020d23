// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/packageoperations.h"
#include "server/credentials/pagesessions.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QSet>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace std::chrono_literals;

class TestPackageOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whoeverSendsOneIsThere();
    void whoeverSendsNothingIsNot();
    void forgetsOnlyThoseThatDoNotCome();
    void countsTogetherWhatIsAnnounced();
    void holdsNoRoomForWhatIsOver();

private:
    /// The status of the answer to whoever announces a package.
    int begin(const QString &file, qint64 size = 1'000);
    /// Two of them do not fit on the disk with their copies, though each does.
    qint64 aThirdOfTheDisk() const { return QStorageInfo(m_folder->path()).bytesAvailable() / 3; }
    /// So much of the upload has come by now.
    void arrive(int number, qint64 bytes) { m_arrived[m_expected.at(number)] = bytes; }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
    test::CountingRandom m_random;
    credentials::CredentialsConfig m_credentials;
    std::unique_ptr<credentials::PageSessions> m_sessions;
    QByteArray m_cookie;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<admin::Ledger> m_ledger;
    std::unique_ptr<clients::ClientsArea> m_area;
    admin::OperationTable m_table;
    std::unique_ptr<admin::PackageOperations> m_packages;
    QList<QByteArray> m_expected;
    QList<QByteArray> m_forgotten;
    QHash<QByteArray, qint64> m_arrived;
    /// Their connections have gone.
    QSet<QByteArray> m_broken;
};

void TestPackageOperations::init()
{
    m_packages.reset();
    m_area.reset();
    m_expected.clear();
    m_forgotten.clear();
    m_arrived.clear();
    m_broken.clear();
    m_table = {};
    m_folder = std::make_unique<QTemporaryDir>();
    m_sessions = std::make_unique<credentials::PageSessions>(m_credentials, m_clock, m_random);
    m_cookie = m_sessions->open(u"ada"_s);
    store::StoreConfig storing;
    storing.file = m_folder->filePath(u"edge.sqlite"_s);
    m_store = std::make_unique<store::Store>(storing, m_clock, m_random, [](const QString &) {});
    m_ledger = std::make_unique<admin::Ledger>(*m_store, m_clock);
    clients::ClientsConfig config;
    config.folder = m_folder->filePath(u"packages"_s);
    config.isOwnFolder = true;
    config.reserve = 0;
    config.fileSize = std::numeric_limits<qint64>::max();
    const auto say = [](const QString &) {
    };
    m_area = std::make_unique<clients::ClientsArea>(
        config, m_folder->filePath(u"cache"_s), m_clock, say, say);
    m_packages = std::make_unique<admin::PackageOperations>(
        m_table,
        admin::PackageOperations::Services {
            *m_ledger,
            m_clock,
            m_random,
            *m_area,
            [](const auto &) {},
            [this](const QByteArray &id, const FileAt &, qint64) { m_expected.append(id); },
            [this](const QByteArray &id) { m_forgotten.append(id); },
            [this](const QByteArray &id) -> std::optional<qint64> {
                if (m_broken.contains(id))
                    return std::nullopt;
                return m_arrived.value(id);
            },
            [this](const QByteArray &session) {
                m_sessions->visit(session);
            }});
}

int TestPackageOperations::begin(const QString &file, qint64 size)
{
    admin::Call call;
    call.caller.name = u"ada"_s;
    call.caller.pageSession = m_cookie;
    call.body = {{"ide"_L1, u"vscode"_s}, {"file"_L1, file}, {"size"_L1, size}};
    int status = 0;
    const auto match = m_table.match(protocol::admin::Verb::Post, "/packages/uploads");
    match.handler(call, [&status](const admin::Answer &answer) { status = answer.status; });
    [&] {
        QTRY_VERIFY(status);
    }();
    return status;
}

void TestPackageOperations::whoeverSendsOneIsThere()
{
    QCOMPARE(begin(u"slow.vsix"_s), 201);
    for (qint64 bytes = 1; bytes <= 5; ++bytes) {
        m_clock.advance(20min);
        arrive(0, bytes);
        m_packages->noteSenders();
    }
    QCOMPARE(m_sessions->userOf(m_cookie), u"ada"_s);
    // No longer than any sign-in lasts.
    for (qint64 bytes = 10; bytes <= 50; ++bytes) {
        m_clock.advance(20min);
        arrive(0, bytes);
        m_packages->noteSenders();
    }
    QVERIFY(!m_sessions->userOf(m_cookie));
}

void TestPackageOperations::whoeverSendsNothingIsNot()
{
    QCOMPARE(begin(u"none.vsix"_s), 201);
    m_clock.advance(20min);
    m_packages->noteSenders();
    QCOMPARE(m_sessions->userOf(m_cookie), u"ada"_s);
    arrive(0, 1);
    m_packages->noteSenders();
    // It has stopped.
    for (int time = 0; time < 2; ++time) {
        m_clock.advance(16min);
        m_packages->noteSenders();
    }
    QVERIFY(!m_sessions->userOf(m_cookie));
}

void TestPackageOperations::forgetsOnlyThoseThatDoNotCome()
{
    QCOMPARE(begin(u"slow.vsix"_s), 201);
    QCOMPARE(begin(u"none.vsix"_s), 201);
    arrive(0, 1);
    m_clock.advance(2h);
    QCOMPARE(begin(u"next.vsix"_s), 201);
    QCOMPARE(m_forgotten, QList<QByteArray> {m_expected.at(1)});
    m_clock.advance(6h);
    QCOMPARE(begin(u"last.vsix"_s), 201);
    QCOMPARE(m_forgotten.size(), 3);
}

// Each would find the whole room for itself, as none has come yet.
void TestPackageOperations::countsTogetherWhatIsAnnounced()
{
    const qint64 size = aThirdOfTheDisk();
    QCOMPARE(begin(u"one.vsix"_s, size), 201);
    QCOMPARE(begin(u"two.vsix"_s, size), 507);
    QCOMPARE(begin(u"small.vsix"_s), 201);
    QCOMPARE(m_expected.size(), 2);
}

void TestPackageOperations::holdsNoRoomForWhatIsOver()
{
    const qint64 size = aThirdOfTheDisk();
    QCOMPARE(begin(u"late.vsix"_s, size), 201);
    m_clock.advance(1h);
    m_packages->noteSenders();
    QCOMPARE(m_forgotten, m_expected);
    QCOMPARE(begin(u"broken.vsix"_s, size), 201);
    arrive(1, 1);
    QCOMPARE(begin(u"again.vsix"_s, size), 507);
    m_broken.insert(m_expected.at(1));
    QCOMPARE(begin(u"again.vsix"_s, size), 201);
}

QTEST_GUILESS_MAIN(TestPackageOperations)
#include "tst_packageoperations.moc"

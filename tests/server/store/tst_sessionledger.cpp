// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/sessionledger.h"
#include "tests/server/store/rows.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::store;
using ct::test::Rows;
using Kind = session::SessionEvent::Kind;

class TestSessionLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsASessionsLife();
    void countsTheMostParticipants();
    void endsWhoeverIsLeft();
    void connectionsThatComeAndGoAreNoEntries();
    void auditsARefusal();
    void cutsWhatStrangersSend();
    void takesNamesAsTheyAre();

private:
    void happen(Kind kind, int at, const QByteArray &participant, const QString &user = u"Ada"_s);
    QStringList rows(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    ct::test::FakeClock m_clock;
    ct::test::CountingRandom m_random;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SessionLedger> m_ledger;
    StoreConfig m_config;
};

void TestSessionLedger::init()
{
    m_ledger.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_config.file = m_folder->filePath(u"edge.sqlite"_s);
    m_store = std::make_unique<Store>(m_config, m_clock, m_random, [](const QString &) {});
    QVERIFY(m_store->start());
    m_ledger = std::make_unique<SessionLedger>(*m_store);
}

void TestSessionLedger::happen(
    Kind kind, int at, const QByteArray &participant, const QString &user)
{
    session::SessionEvent event;
    event.kind = kind;
    event.at = WallTime(std::chrono::milliseconds(at));
    event.session = "room";
    event.participant = participant;
    event.host = participant == "host";
    event.user = user;
    event.authProvider = u"simple"_s;
    event.address = u"192.0.2.1"_s;
    event.client = u"editor"_s;
    event.reason = kind == Kind::Created || kind == Kind::Joined ? QString() : u"enough"_s;
    m_ledger->record(event);
}

QStringList TestSessionLedger::rows(const QString &sql)
{
    return m_store->flush() ? Rows(m_config.file).of(sql) : QStringList {u"not flushed"_s};
}

void TestSessionLedger::keepsASessionsLife()
{
    happen(Kind::Created, 1, "host");
    happen(Kind::Joined, 2, "guest", u"Bob"_s);
    happen(Kind::Left, 3, "guest", u"Bob"_s);
    happen(Kind::Ended, 4, "host");
    const QStringList sessions {u"room|Ada|1|4|enough"_s};
    QCOMPARE(
        rows(u"SELECT session, host_user, started_ms, ended_ms, end_reason FROM sessions"_s),
        sessions);
    const QStringList participations {
        u"host|1|Ada|192.0.2.1|editor|1|4"_s, u"guest|0|Bob|192.0.2.1|editor|2|3"_s};
    QCOMPARE(
        rows(u"SELECT participant, is_host, user_name, address, client, joined_ms, left_ms "
             "FROM participations ORDER BY joined_ms"_s),
        participations);
    const QStringList audit {
        u"1|session.created|Ada|room"_s,
        u"2|session.joined|Bob|room"_s,
        u"3|session.left|Bob|room"_s,
        u"4|session.ended|Ada|room"_s};
    QCOMPARE(rows(u"SELECT at_ms, kind, actor, subject FROM audit ORDER BY entry"_s), audit);
}

void TestSessionLedger::countsTheMostParticipants()
{
    happen(Kind::Created, 1, "host");
    happen(Kind::Joined, 2, "one");
    happen(Kind::Joined, 3, "two");
    happen(Kind::Left, 4, "one");
    happen(Kind::Joined, 5, "three");
    QCOMPARE(rows(u"SELECT most_participants FROM sessions"_s), QStringList {u"3"_s});
}

void TestSessionLedger::endsWhoeverIsLeft()
{
    happen(Kind::Created, 1, "host");
    happen(Kind::Joined, 2, "guest");
    happen(Kind::Ended, 9, "host");
    QCOMPARE(rows(u"SELECT DISTINCT left_ms FROM participations"_s), QStringList {u"9"_s});
}

void TestSessionLedger::connectionsThatComeAndGoAreNoEntries()
{
    happen(Kind::Created, 1, "host");
    happen(Kind::Broken, 2, "host");
    happen(Kind::Resumed, 3, "host");
    QCOMPARE(rows(u"SELECT COUNT(*) FROM audit"_s), QStringList {u"1"_s});
    QCOMPARE(rows(u"SELECT left_ms FROM participations"_s), QStringList {QString()});
}

void TestSessionLedger::auditsARefusal()
{
    happen(Kind::Refused, 5, "");
    const QStringList expected {u"session.refused|192.0.2.1|enough"_s};
    QCOMPARE(rows(u"SELECT kind, address, detail FROM audit"_s), expected);
}

void TestSessionLedger::cutsWhatStrangersSend()
{
    happen(Kind::Created, 1, "host", QString(100'000, u'x'));
    QCOMPARE(rows(u"SELECT length(host_user) FROM sessions"_s), QStringList {u"512"_s});
    QCOMPARE(rows(u"SELECT length(actor) FROM audit"_s), QStringList {u"512"_s});
}

void TestSessionLedger::takesNamesAsTheyAre()
{
    const QString name = u"'); DROP TABLE audit; -- Zoë 日本"_s;
    happen(Kind::Created, 1, "host", name);
    QCOMPARE(rows(u"SELECT actor FROM audit"_s), QStringList {name});
}

QTEST_GUILESS_MAIN(TestSessionLedger)
#include "tst_sessionledger.moc"

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/eventhub.h"
#include "shared/protocol/json.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace std::chrono_literals;
using Kind = session::SessionEvent::Kind;

namespace {

/// So many sessions, with ids in their order.
class FakeGateway final : public session::SessionGateway
{
public:
    void reserve(const auth::RoomClaims &, QObject *, std::function<void(Status)>) override { }
    void askToJoin(
        const QByteArray &,
        const session::JoinRequest &,
        QObject *,
        std::function<void(Status)>,
        std::function<void(const session::JoinDecision &)>) override
    { }
    void endSeats(const auth::Logout &) override { }
    void describe(const Page &page, QObject *, std::function<void(const Facts &)> answer) override
    {
        Facts facts;
        for (int number = 0; number < sessions && facts.size() <= page.most; ++number) {
            const QByteArray id = "s" + QByteArray::number(10'000 + number);
            if (id > page.after)
                facts.append({id, {}, QList<session::ParticipantFacts>(people)});
        }
        answer(facts);
    }
    void describeOne(
        const QByteArray &,
        QObject *,
        std::function<void(const Result<session::SessionFacts> &)>) override
    { }
    session::BanList &bans() override { return m_bans; }
    void enforceBans(const QString &) override { }
    void end(const QByteArray &, const QString &, QObject *, std::function<void(Status)>) override
    { }
    void remove(const Seat &, const QString &, QObject *, std::function<void(Status)>) override { }

    int sessions = 0;
    int people = 0;

private:
    session::BanList m_bans;
};

/// What a watcher has got.
struct Got {
    QList<QJsonObject> events {};
    int closedWith = 0;

    QStringList types() const
    {
        QStringList types;
        for (const QJsonObject &event : events)
            types.append(event.value("type"_L1).toString());
        return types;
    }
    qint64 last() const { return events.constLast().value("sequence"_L1).toInteger(); }
};

session::SessionEvent happening(Kind kind, const QByteArray &session)
{
    session::SessionEvent happened;
    happened.kind = kind;
    happened.session = session;
    happened.participant = "p";
    return happened;
}

} // namespace

class TestEventHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsAllInPartsAndThenWhatHappens();
    void tellsWhenASessionBegan();
    void tellsLargeSessionsInMoreParts();
    void sendsNothingToWhomHasNotTakenInWhatCameBefore();
    void tellsAllAnewWhomTheRingHasLeftBehind();
    void tellsAllAnewWhenWhatHappenedWasTooMuch();
    void goesOnWhereSomebodyHasBeen();
    void letsNobodyWatchWhoMayNotAnyMore();
    void forgetsWhoNeverComes();
    void letsSoManyWatch();
    void keepsTheRingWithinItsBounds();

private:
    admin::Answer ask(const QString &query = {});
    /// Lets somebody in, and answers with its ticket.
    QByteArray open(Got &got, const QString &query = u"topics=sessions"_s);
    void happen(Kind kind, const QByteArray &session) { m_feed.record(happening(kind, session)); }

    QTemporaryDir m_folder;
    ct::test::FakeClock m_clock;
    ct::SystemRandom m_random;
    FakeGateway m_gateway;
    admin::EventFeed m_feed;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<admin::OperationTable> m_table;
    std::unique_ptr<admin::EventHub> m_hub;
    bool m_mayWatch = true;
    int m_callers = 0;
};

void TestEventHub::init()
{
    m_hub.reset();
    store::StoreConfig config;
    config.file = m_folder.filePath(QLatin1StringView(QTest::currentTestFunction()));
    m_store = std::make_unique<store::Store>(config, m_clock, m_random, [](const QString &) {});
    QVERIFY(m_store->start());
    m_gateway.sessions = 0;
    m_gateway.people = 0;
    m_mayWatch = true;
    m_callers = 0;
    m_table = std::make_unique<admin::OperationTable>();
    m_hub = std::make_unique<admin::EventHub>(
        *m_table,
        admin::EventHub::Services {
            m_clock,
            m_random,
            *m_store,
            m_gateway,
            m_feed,
            [](const auto &done) { done({}); },
            [] { return protocol::admin::HealthDetail {u"ok"_s}; },
            [] { return QHash<QString, QByteArray>(); },
            [this](const admin::Caller &) {
                return m_mayWatch;
            }});
}

admin::Answer TestEventHub::ask(const QString &query)
{
    admin::Answer answer;
    const auto match = m_table->match(protocol::admin::Verb::Get, "/events");
    admin::Call call;
    call.query = QUrlQuery(query);
    call.caller.token = QString::number(++m_callers);
    call.isUpgrade = true;
    match.handler(call, [&answer](const admin::Answer &said) { answer = said; });
    return answer;
}

QByteArray TestEventHub::open(Got &got, const QString &query)
{
    const admin::Answer answer = ask(query);
    const QByteArray ticket = answer.headers.isEmpty() ? QByteArray() : answer.headers[0].second;
    m_hub->opened(
        ticket,
        {[&got](const QList<QByteArray> &texts) {
             for (const QByteArray &text : texts)
                 got.events.append(*protocol::objectFromBytes(text));
         },
         [&got](int code, const QByteArray &) {
             got.closedWith = code;
         }});
    return ticket;
}

void TestEventHub::tellsAllInPartsAndThenWhatHappens()
{
    m_gateway.sessions = 450;
    Got got;
    const QByteArray ticket = open(got);
    QCOMPARE(got.events.size(), 1);
    happen(Kind::Created, "new");
    m_hub->ready(ticket);
    m_hub->ready(ticket);
    QCOMPARE(got.types(), QStringList(3, u"snapshot"_s));
    QList<int> sizes;
    for (const QJsonObject &part : got.events)
        sizes.append(static_cast<int>(part.value("sessions"_L1).toArray().size()));
    QCOMPARE(sizes, (QList<int> {200, 200, 50}));
    QCOMPARE(got.events[1].value("last"_L1).toBool(), false);
    QCOMPARE(got.events[2].value("last"_L1).toBool(), true);
    m_hub->ready(ticket);
    QTRY_COMPARE(got.types().constLast(), u"sessionStarted"_s);
    QCOMPARE(got.last(), got.events[0].value("sequence"_L1).toInteger() + 1);
}

// Which is what the list of sessions has, even where its host was seated a millisecond later.
void TestEventHub::tellsWhenASessionBegan()
{
    Got got;
    m_hub->ready(open(got));
    session::SessionEvent happened = happening(Kind::Created, "one");
    happened.begun = ct::WallTime(1s);
    happened.since = ct::WallTime(1001ms);
    m_feed.record(happened);
    QTRY_COMPARE(got.types().constLast(), u"sessionStarted"_s);
    const QJsonObject session = got.events.constLast().value("session"_L1).toObject();
    QCOMPARE(session.value("sinceMs"_L1).toInteger(), 1000);
    const QJsonObject host = session.value("participants"_L1).toArray().first().toObject();
    QCOMPARE(host.value("sinceMs"_L1).toInteger(), 1001);
}

void TestEventHub::tellsLargeSessionsInMoreParts()
{
    m_gateway.sessions = 3;
    m_gateway.people = 900;
    Got got;
    m_hub->ready(open(got));
    QCOMPARE(got.events.size(), 2);
    QCOMPARE(got.events[0].value("sessions"_L1).toArray().size(), 2);
    QCOMPARE(got.events[1].value("sessions"_L1).toArray().size(), 1);
    QCOMPARE(got.events[1].value("last"_L1).toBool(), true);
}

void TestEventHub::sendsNothingToWhomHasNotTakenInWhatCameBefore()
{
    Got slow;
    Got quick;
    const QByteArray slowOne = open(slow);
    m_hub->ready(open(quick));
    happen(Kind::Created, "one");
    QTRY_COMPARE(quick.types(), (QStringList {u"snapshot"_s, u"sessionStarted"_s}));
    QCOMPARE(slow.types(), QStringList {u"snapshot"_s});
    m_hub->ready(slowOne);
    QCOMPARE(slow.types(), (QStringList {u"snapshot"_s, u"sessionStarted"_s}));
}

void TestEventHub::tellsAllAnewWhomTheRingHasLeftBehind()
{
    Got slow;
    Got quick;
    const QByteArray slowOne = open(slow);
    const QByteArray quickOne = open(quick);
    for (std::size_t some = 0; some < admin::EventRing::mostEvents + 1; ++some) {
        happen(Kind::Created, "one");
        // The other one's taking in is what empties the feed.
        if (some % 1'000 == 0)
            m_hub->ready(quickOne);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(quick.events.size() > 1);
    for (int some = 0; some < 200; ++some)
        m_hub->ready(quickOne);
    QTRY_VERIFY(m_feed.take().events.empty());
    m_hub->ready(slowOne);
    QCOMPARE(slow.types(), (QStringList {u"snapshot"_s, u"resync"_s, u"snapshot"_s}));
}

void TestEventHub::tellsAllAnewWhenWhatHappenedWasTooMuch()
{
    Got got;
    m_hub->ready(open(got));
    for (std::size_t some = 0; some <= admin::EventFeed::most; ++some)
        happen(Kind::Created, "one");
    QTRY_COMPARE(got.types(), (QStringList {u"snapshot"_s, u"resync"_s, u"snapshot"_s}));
}

void TestEventHub::goesOnWhereSomebodyHasBeen()
{
    Got got;
    const QByteArray ticket = open(got);
    const qint64 seen = got.last();
    m_hub->ended(ticket);
    happen(Kind::Created, "one");
    happen(Kind::Ended, "one");
    Got again;
    m_hub->ready(open(again, u"topics=sessions&after=%1"_s.arg(seen)));
    QCOMPARE(again.types(), (QStringList {u"resumed"_s, u"sessionStarted"_s, u"sessionEnded"_s}));
    for (const qint64 unknown : {seen - 1'000'000, seen + 1'000'000}) {
        Got anew;
        open(anew, u"after=%1"_s.arg(unknown));
        QCOMPARE(anew.types(), QStringList {u"snapshot"_s});
    }
}

void TestEventHub::letsNobodyWatchWhoMayNotAnyMore()
{
    Got got;
    m_hub->ready(open(got));
    m_mayWatch = false;
    QTRY_COMPARE(got.closedWith, protocol::admin::closedSignedOut);
    happen(Kind::Created, "one");
    Got other;
    m_mayWatch = true;
    m_hub->ready(open(other));
    QCOMPARE(got.types(), QStringList {u"snapshot"_s});
}

void TestEventHub::forgetsWhoNeverComes()
{
    for (int some = 0; some < admin::EventHub::mostWatchers; ++some)
        QCOMPARE(ask().status, 200);
    QCOMPARE(ask().status, 429);
    m_clock.advance(10s);
    QTRY_COMPARE(ask().status, 200);
}

void TestEventHub::letsSoManyWatch()
{
    QByteArray ticket;
    Got got;
    for (int some = 0; some < admin::EventHub::mostWatchers; ++some)
        ticket = open(got);
    QCOMPARE(ask().status, 429);
    m_hub->ended(ticket);
    QCOMPARE(ask().status, 200);
}

void TestEventHub::keepsTheRingWithinItsBounds()
{
    admin::EventRing ring(100);
    protocol::admin::Event large {0, {}, u"sessionEnded"_s};
    large.reason = QString(100'000, u'x');
    for (int some = 0; some < 100; ++some)
        ring.append(admin::Topic::Sessions, large);
    QCOMPARE(ring.last(), 200);
    QVERIFY(!ring.reaches(100));
    QVERIFY(ring.reaches(200));
    QVERIFY(!ring.reaches(201));
    const auto batch = ring.after(0, admin::allTopics, 250'000);
    QCOMPARE(batch.texts.size(), 2);
    QVERIFY(batch.last < 200);
    QVERIFY(ring.after(0, static_cast<admin::Topics>(admin::Topic::Audit), 1).texts.isEmpty());
    ring.cut();
    QVERIFY(!ring.reaches(200));
    QVERIFY(ring.reaches(201));
}

QTEST_GUILESS_MAIN(TestEventHub)
#include "tst_eventhub.moc"

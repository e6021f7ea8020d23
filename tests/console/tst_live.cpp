// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/live.h"
#include "tests/console/fakesource.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console::api;
using ct::test::FakeSource;
namespace wire = ct::protocol::admin;

class TestLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listensWhileSomebodyWatches();
    void tellsOnlyWhatIsAnother();
    void aSnapshotInPartsCountsWhenItIsWhole();
    void followsParticipants();
    void passesOverWhatItDoesNotKnow();
    void tellsFiguresAndEntries();

private:
    FakeSource *m_source = nullptr;
    std::unique_ptr<Live> m_live;
};

void TestLive::init()
{
    auto source = std::make_unique<FakeSource>();
    m_source = source.get();
    m_live = std::make_unique<Live>(std::move(source));
}

void TestLive::listensWhileSomebodyWatches()
{
    auto first = std::make_unique<QObject>();
    QObject second;
    m_live->watch(first.get());
    QCOMPARE(m_source->starts(), 0);
    m_live->setOnline(true);
    QCOMPARE(m_source->starts(), 1);
    m_live->watch(&second);
    m_live->watch(&second);
    QCOMPARE(m_source->starts(), 1);
    m_live->leave(&second);
    QCOMPARE(m_source->stops(), 0);
    first.reset();
    QCOMPARE(m_source->stops(), 1);
    m_live->watch(&second);
    QCOMPARE(m_source->starts(), 2);
    m_live->setOnline(false);
    QCOMPARE(m_source->stops(), 2);
}

void TestLive::tellsOnlyWhatIsAnother()
{
    const QSignalSpy known(m_live.get(), &Live::known);
    m_source->tellAll({FakeSource::session(u"a"_s, 1), FakeSource::session(u"b"_s, 1)});
    QCOMPARE(known.size(), 1);
    const QSignalSpy changed(m_live.get(), &Live::sessionChanged);
    const QSignalSpy gone(m_live.get(), &Live::sessionGone);
    m_source->tellAll({FakeSource::session(u"b"_s, 2), FakeSource::session(u"c"_s, 0)});
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone.constFirst().constFirst().toString(), u"a"_s);
    QCOMPARE(changed.size(), 2);
    m_source->tellAll({FakeSource::session(u"b"_s, 2), FakeSource::session(u"c"_s, 0)});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(known.size(), 1);
}

void TestLive::aSnapshotInPartsCountsWhenItIsWhole()
{
    m_source->tellAll({FakeSource::session(u"old"_s, 1)});
    const QSignalSpy gone(m_live.get(), &Live::sessionGone);
    wire::Event part = FakeSource::event(wire::eventtypes::snapshot);
    part.part = 0;
    part.last = false;
    part.sessions = QList {FakeSource::session(u"a"_s, 0)};
    Q_EMIT m_source->happened(part);
    QCOMPARE(gone.size(), 0);
    // What happens between its parts belongs to it.
    Q_EMIT m_source->happened(FakeSource::event(wire::eventtypes::sessionEnded, u"a"_s));
    part.part = 1;
    part.last = true;
    part.sessions = QList {FakeSource::session(u"b"_s, 0)};
    Q_EMIT m_source->happened(part);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(m_live->sessions().size(), std::size_t(1));
    QVERIFY(m_live->sessions().contains(u"b"_s));
}

void TestLive::followsParticipants()
{
    m_source->tellAll({FakeSource::session(u"a"_s, 0)});
    wire::Event joined = FakeSource::event(wire::eventtypes::participantJoined, u"a"_s);
    joined.participant = FakeSource::participant(u"g"_s);
    Q_EMIT m_source->happened(joined);
    const auto &participants = m_live->sessions().at(u"a"_s).participants;
    QCOMPARE(participants.size(), 2);
    wire::Event changed = FakeSource::event(wire::eventtypes::participantChanged, u"a"_s);
    changed.participant = FakeSource::participant(u"g"_s);
    changed.participant->connected = false;
    Q_EMIT m_source->happened(changed);
    QCOMPARE(participants.size(), 2);
    QVERIFY(!participants.at(1).connected);
    wire::Event left = FakeSource::event(wire::eventtypes::participantLeft, u"a"_s);
    left.participantId = u"g"_s;
    Q_EMIT m_source->happened(left);
    QCOMPARE(participants.size(), 1);
    Q_EMIT m_source->happened(FakeSource::event(wire::eventtypes::sessionEnded, u"a"_s));
    QVERIFY(m_live->sessions().empty());
}

void TestLive::passesOverWhatItDoesNotKnow()
{
    m_source->tellAll({FakeSource::session(u"a"_s, 0)});
    const QSignalSpy changed(m_live.get(), &Live::sessionChanged);
    Q_EMIT m_source->happened(FakeSource::event("somethingNew"_L1));
    Q_EMIT m_source->happened(FakeSource::event(wire::eventtypes::sessionStarted));
    Q_EMIT m_source->happened(FakeSource::event(wire::eventtypes::sessionEnded, u"b"_s));
    Q_EMIT m_source->happened(FakeSource::event(wire::eventtypes::participantJoined, u"b"_s));
    Q_EMIT m_source->happened(FakeSource::event(wire::eventtypes::audit));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_live->sessions().size(), std::size_t(1));
}

void TestLive::tellsFiguresAndEntries()
{
    const QSignalSpy overview(m_live.get(), &Live::overviewChanged);
    const QSignalSpy subjects(m_live.get(), &Live::changed);
    wire::Event figures = FakeSource::event(wire::eventtypes::overview);
    figures.overview = wire::Overview {std::chrono::milliseconds(5), {}};
    Q_EMIT m_source->happened(figures);
    QCOMPARE(overview.size(), 1);
    QCOMPARE(m_live->overview()->atMs.count(), 5);
    wire::Event changed = FakeSource::event(wire::eventtypes::changed);
    changed.subject = u"licence"_s;
    Q_EMIT m_source->happened(changed);
    QCOMPARE(subjects.constFirst().constFirst().toString(), u"licence"_s);
}

QTEST_GUILESS_MAIN(TestLive)
#include "tst_live.moc"

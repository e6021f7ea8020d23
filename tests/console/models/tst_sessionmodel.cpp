// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/sessionmodel.h"
#include "tests/console/fakesource.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using ct::console::api::Live;
using ct::console::models::SessionModel;
using ct::test::FakeSource;
namespace wire = ct::protocol::admin;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr double longestUpdate = 16 * 5;
#else
constexpr double longestUpdate = 16;
#endif

/// In nanoseconds.
qint64 ownTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64 {time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

} // namespace

class TestSessionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsSessionsAndTheirParticipants();
    void keepsPlacesWhileThingsChange();
    void changesOnlyTheRowsThatChange();
    void surprisesNobody();
    void takesAThousandRowsInAFrame();

private:
    FakeSource *m_source = nullptr;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<SessionModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestSessionModel::init()
{
    auto source = std::make_unique<FakeSource>();
    m_source = source.get();
    m_live = std::make_unique<Live>(std::move(source));
    m_model = std::make_unique<SessionModel>(*m_live);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestSessionModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestSessionModel::showsSessionsAndTheirParticipants()
{
    m_source->tellAll({FakeSource::session(u"b"_s, 2), FakeSource::session(u"a"_s, 0)});
    QCOMPARE(m_model->rowCount(), 2);
    const QModelIndex session = m_model->index(1, SessionModel::Name);
    QCOMPARE(session.data().toString(), u"b"_s);
    QCOMPARE(session.data(SessionModel::SessionRole).toString(), u"b"_s);
    QVERIFY(session.data(SessionModel::ParticipantRole).toString().isEmpty());
    QCOMPARE(m_model->rowCount(session), 3);
    const QModelIndex host = m_model->index(0, SessionModel::Name, session);
    QVERIFY(host.data(SessionModel::IsHostRole).toBool());
    QCOMPARE(host.data(SessionModel::ParticipantRole).toString(), u"b-host"_s);
    QCOMPARE(host.siblingAtColumn(SessionModel::Client).data().toString(), u"VS Code"_s);
    QCOMPARE(host.siblingAtColumn(SessionModel::Address).data().toString(), u"192.0.2.1"_s);
    QCOMPARE(host.parent().data().toString(), u"b"_s);
}

void TestSessionModel::keepsPlacesWhileThingsChange()
{
    m_source->tellAll({FakeSource::session(u"b"_s, 1)});
    const QPersistentModelIndex guest = m_model->index(1, 0, m_model->index(0, 0));
    m_source->tellAll({FakeSource::session(u"a"_s, 1), FakeSource::session(u"b"_s, 3)});
    QVERIFY(guest.isValid());
    QCOMPARE(guest.parent().row(), 1);
    QCOMPARE(guest.data(SessionModel::ParticipantRole).toString(), u"b-guest0"_s);
    m_source->tellAll({FakeSource::session(u"a"_s, 1)});
    QVERIFY(!guest.isValid());
}

void TestSessionModel::changesOnlyTheRowsThatChange()
{
    m_source->tellAll({FakeSource::session(u"a"_s, 2), FakeSource::session(u"b"_s, 2)});
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    wire::Event event = FakeSource::event(wire::eventtypes::participantChanged, u"b"_s);
    event.participant = FakeSource::participant(u"b-guest1"_s);
    event.participant->connected = false;
    Q_EMIT m_source->happened(event);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().constFirst().toModelIndex().row(), 2);
    QCOMPARE(resets.size(), 0);
}

// Comings and goings at random, the same in each run; the tester looks at every step.
void TestSessionModel::surprisesNobody()
{
    quint32 seed = 7;
    const auto next = [&seed](int below) {
        seed = seed * 1'664'525 + 1'013'904'223;
        return static_cast<int>((seed >> 8) % static_cast<quint32>(below));
    };
    for (int step = 0; step < 200; ++step) {
        QList<wire::LiveSession> sessions;
        for (int id = 0; id < 8; ++id) {
            if (next(3) > 0)
                sessions.append(FakeSource::session(QString::number(id), next(4)));
        }
        m_source->tellAll(sessions);
        QCOMPARE(m_model->rowCount(), sessions.size());
    }
}

void TestSessionModel::takesAThousandRowsInAFrame()
{
    m_tester.reset();
    QList<wire::LiveSession> sessions;
    for (int id = 0; id < 1000; ++id)
        sessions.append(FakeSource::session(u"session%1"_s.arg(id), 1));
    m_source->tellAll(sessions);
    // The best of three, in this thread's own time: others may use the machine, too.
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 3; ++round) {
        for (wire::LiveSession &session : sessions)
            session.participants[1].connected = round % 2 == 1;
        const qint64 before = ownTime();
        m_source->tellAll(sessions);
        best = std::min(best, ownTime() - before);
    }
    const double milliseconds = static_cast<double>(best) / 1e6;
    qInfo("1000 changed rows: %.1f ms", milliseconds);
    QVERIFY2(milliseconds <= longestUpdate, qPrintable(QString::number(milliseconds)));
}

QTEST_MAIN(TestSessionModel)
#include "tst_sessionmodel.moc"

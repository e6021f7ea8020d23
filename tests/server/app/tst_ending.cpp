// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/ending.h"
#include "server/logging/logwriter.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::app;
using namespace std::chrono_literals;

class TestEnding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void drainsUntilTheLastSessionHasEnded();
    void drainsNoLongerThanItsPatience();
    void stopsAtOnceWithoutPatience();
    void asksForItsPatienceWhenDrainingBegins();
    void anAnswerThatComesLateChangesNothing();
    void waitsForLastWordsThenForConnections();
    void waitsForLastWordsForAWhileOnly();
    void goesOnStepByStep();
    void hurriesPastDraining();
    void deliversWithClosedDoorsOnly();
    void waitsForDeliveryUntilToldAgain();
    void takesEachStepOnce();
    void turnsNewcomersAwayInEveryStep();

private:
    qsizetype timesOf(const QString &call) const { return m_calls.count(call); }
    QString log();

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
    std::unique_ptr<logging::LogWriter> m_writer;
    std::unique_ptr<logging::ServerLog> m_log;
    std::unique_ptr<Ending> m_ending;
    std::unique_ptr<QSignalSpy> m_begun;
    std::unique_ptr<QSignalSpy> m_ended;
    /// What it did to the server, in order; polls are released all the time.
    QStringList m_calls;
    int m_released = 0;
    std::chrono::seconds m_patience {};
    int m_sessions = 0;
    int m_asked = 0;
    /// Asked and not answered yet, where the test answers.
    bool m_answersLater = false;
    std::vector<std::function<void(int)>> m_questions;
    int m_remaining = 0;
    /// Whether the receivers have it at once.
    bool m_deliversLater = false;
    std::function<void()> m_delivered;
};

void TestEnding::init()
{
    m_ending.reset();
    m_calls.clear();
    m_questions.clear();
    m_answersLater = false;
    m_deliversLater = false;
    m_delivered = {};
    m_asked = 0;
    m_released = 0;
    m_patience = 600s;
    m_sessions = 1;
    m_remaining = 1;
    m_folder = std::make_unique<QTemporaryDir>();
    m_log.reset();
    logging::LoggingConfig config;
    config.folder = m_folder->path();
    config.standardOutput = false;
    m_writer = std::make_unique<logging::LogWriter>(config.queue);
    m_log = std::make_unique<logging::ServerLog>(*m_writer, config, m_clock);
    m_ending = std::make_unique<Ending>(Ending::Services {
        m_clock,
        *m_log,
        [this] { return m_patience; },
        [this] { m_calls.append(u"turn away"_s); },
        [this](const std::function<void(int)> &answer) {
            ++m_asked;
            if (m_answersLater)
                m_questions.push_back(answer);
            else
                answer(m_sessions);
        },
        [this](const QString &reason) { m_calls.append(u"end sessions: "_s + reason); },
        [this] { ++m_released; },
        [this] { return m_remaining; },
        [this] { m_calls.append(u"farewell"_s); },
        [this](const std::function<void()> &done) {
            m_calls.append(u"deliver"_s);
            if (m_deliversLater)
                m_delivered = done;
            else
                done();
        }});
    m_begun = std::make_unique<QSignalSpy>(m_ending.get(), &Ending::begun);
    m_ended = std::make_unique<QSignalSpy>(m_ending.get(), &Ending::ended);
}

QString TestEnding::log()
{
    m_log->flush();
    QFile file(m_folder->filePath(u"server.log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestEnding::drainsUntilTheLastSessionHasEnded()
{
    QVERIFY(!m_ending->hasBegun());
    m_ending->drain();
    QVERIFY(m_ending->hasBegun());
    QCOMPARE(m_begun->size(), 1);
    QCOMPARE(m_calls, QStringList {u"turn away"_s});
    QVERIFY(log().contains(u"Draining: no new sessions, running ones may go on for 600 s"_s));
    // Polls go on, as guests still join.
    QCOMPARE(m_released, 0);
    m_sessions = 0;
    QTRY_COMPARE(timesOf(u"end sessions: The server is shutting down"_s), 1);
    QVERIFY(m_released > 0);
    m_remaining = 0;
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(m_begun->size(), 1);
}

void TestEnding::drainsNoLongerThanItsPatience()
{
    m_ending->drain();
    m_clock.advance(599s);
    const int before = m_asked;
    QTRY_VERIFY(m_asked > before);
    QCOMPARE(m_calls.size(), 1);
    m_clock.advance(1s);
    QTRY_VERIFY(m_calls.contains(u"end sessions: The server is shutting down"_s));
}

void TestEnding::stopsAtOnceWithoutPatience()
{
    m_patience = 0s;
    m_ending->drain();
    QVERIFY(m_calls.contains(u"end sessions: The server is shutting down"_s));
    QCOMPARE(m_begun->size(), 1);
    QVERIFY(!log().contains(u"Draining"_s));
}

// A reload may have changed it.
void TestEnding::asksForItsPatienceWhenDrainingBegins()
{
    m_patience = 20s;
    m_ending->drain();
    m_patience = 0s;
    QCOMPARE(m_ending->patience(), 0s);
    m_clock.advance(19s);
    const int before = m_asked;
    QTRY_VERIFY(m_asked > before);
    QCOMPARE(m_calls.size(), 1);
    m_clock.advance(1s);
    QTRY_VERIFY(m_calls.size() > 1);
}

void TestEnding::anAnswerThatComesLateChangesNothing()
{
    m_answersLater = true;
    m_ending->drain();
    QTRY_VERIFY(!m_questions.empty());
    m_ending->stop();
    QCOMPARE(timesOf(u"end sessions: The server is shutting down"_s), 1);
    m_questions.front()(0);
    QCOMPARE(timesOf(u"end sessions: The server is shutting down"_s), 1);
}

void TestEnding::waitsForLastWordsThenForConnections()
{
    m_ending->stop();
    // Whoever polls meanwhile is told, too.
    QTRY_VERIFY(m_released > 2);
    QCOMPARE(timesOf(u"farewell"_s), 0);
    m_remaining = 0;
    QTRY_COMPARE(timesOf(u"farewell"_s), 1);
    QCOMPARE(m_ended->size(), 0);
    m_remaining = 2;
    const int before = m_released;
    QTRY_VERIFY(m_released > before + 2);
    QCOMPARE(m_ended->size(), 0);
    m_remaining = 0;
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(timesOf(u"farewell"_s), 1);
}

void TestEnding::waitsForLastWordsForAWhileOnly()
{
    m_ending->stop();
    m_clock.advance(4'499ms);
    const int before = m_released;
    QTRY_VERIFY(m_released > before);
    QCOMPARE(m_ended->size(), 0);
    m_clock.advance(1ms);
    QTRY_COMPARE(m_ended->size(), 1);
}

void TestEnding::goesOnStepByStep()
{
    m_ending->goOn();
    QCOMPARE(m_calls, QStringList {u"turn away"_s});
    m_ending->goOn();
    QCOMPARE(m_calls.constLast(), u"end sessions: The server is shutting down"_s);
    QCOMPARE(m_ended->size(), 0);
    m_ending->goOn();
    QCOMPARE(m_ended->size(), 1);
    QVERIFY(log().contains(u"WARN Told to stop again: not waiting any longer"_s));
    m_ending->goOn();
    QCOMPARE(m_ended->size(), 1);
}

void TestEnding::hurriesPastDraining()
{
    m_ending->hurryOn();
    QCOMPARE(m_calls.constLast(), u"end sessions: The server is shutting down"_s);
    m_ending->hurryOn();
    QCOMPARE(m_ended->size(), 1);
}

// Whoever could still change something meanwhile would do so behind the audit's last entry.
void TestEnding::deliversWithClosedDoorsOnly()
{
    const QStringList last {u"farewell"_s, u"deliver"_s};
    m_ending->stop();
    m_clock.advance(4'500ms);
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(m_calls.last(2), last);
    init();
    m_ending->hurryOn();
    m_ending->hurryOn();
    QCOMPARE(m_calls.last(2), last);
    init();
    m_ending->stop();
    m_remaining = 0;
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(m_calls.last(2), last);
    QCOMPARE(timesOf(u"farewell"_s), 1);
}

void TestEnding::waitsForDeliveryUntilToldAgain()
{
    m_deliversLater = true;
    m_ending->hurryOn();
    m_ending->hurryOn();
    QCOMPARE(timesOf(u"deliver"_s), 1);
    QCOMPARE(m_ended->size(), 0);
    m_ending->goOn();
    QCOMPARE(m_ended->size(), 1);
    m_delivered();
    m_ending->hurryOn();
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(timesOf(u"deliver"_s), 1);
}

void TestEnding::takesEachStepOnce()
{
    m_ending->drain();
    m_ending->drain();
    QCOMPARE(m_calls.size(), 1);
    m_ending->stop();
    m_ending->stop();
    m_ending->drain();
    QCOMPARE(timesOf(u"end sessions: The server is shutting down"_s), 1);
    QCOMPARE(m_begun->size(), 1);
    m_remaining = 0;
    QTRY_COMPARE(m_ended->size(), 1);
    m_ending->stop();
    m_ending->drain();
    m_ending->hurryOn();
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(timesOf(u"farewell"_s), 1);
}

void TestEnding::turnsNewcomersAwayInEveryStep()
{
    m_ending->stop();
    QCOMPARE(m_calls.constFirst(), u"turn away"_s);
}

QTEST_GUILESS_MAIN(TestEnding)
#include "tst_ending.moc"

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/logwriter.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;

namespace {

/// What a test's output has taken; outlives the writer.
struct Record {
    QByteArrayList batches;
    int reopened = 0;
    /// append() waits while this holds.
    std::atomic<bool> isHeld = false;
    std::atomic<int> waiting = 0;
    std::atomic<bool> isBroken = false;

    QByteArray text() const { return batches.join(); }
};

class FakeOutput final : public LogOutput
{
public:
    explicit FakeOutput(Record &record) : m_record(record) { }

    ct::Status append(QByteArrayView lines) override
    {
        ++m_record.waiting;
        m_record.isHeld.wait(true);
        --m_record.waiting;
        if (m_record.isBroken)
            return ct::Error {ct::ErrorCode::Unavailable, u"x.log is full"_s};
        m_record.batches.append(lines.toByteArray());
        return {};
    }
    void reopen() override { ++m_record.reopened; }

private:
    Record &m_record;
};

QByteArray notice(quint64 lost)
{
    return QByteArray::number(lost) + " lines dropped";
}

LogWriter::Channel addTo(LogWriter &writer, Record &record)
{
    return writer.add(std::make_unique<FakeOutput>(record), &notice);
}

/// From here on the writer stands in append().
void hold(Record &record)
{
    record.isHeld = true;
}

void letGo(Record &record)
{
    record.isHeld = false;
    record.isHeld.notify_all();
}

} // namespace

class TestLogWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesLinesInOrder();
    void linesWaitingAreOneBatch();
    void linesBehindOthersGather();
    void nothingGathersBeyondHalfAQueue();
    void countsWhatFindsTheQueueFull();
    void bytesAreBoundedToo();
    void oneFloodedFileCostsNoOther();
    void tellsWhatAFailureCost();
    void reopensWhenAsked();
    void flushGivesUpOnAHangingDisk();
    void stopWritesWhatWaits();
    void linesAfterTheEndAreCounted();
    void takesLinesFromManyThreads();
};

void TestLogWriter::writesLinesInOrder()
{
    Record record;
    LogWriter writer(10);
    const auto channel = addTo(writer, record);
    writer.write(channel, "one");
    writer.write(channel, "two");
    QVERIFY(writer.flush());
    QCOMPARE(record.text(), "one\ntwo\n"_ba);
    QCOMPARE(writer.counters().written, 2U);
    QCOMPARE(writer.counters().dropped, 0U);
}

void TestLogWriter::linesWaitingAreOneBatch()
{
    Record record;
    hold(record);
    LogWriter writer(100);
    const auto channel = addTo(writer, record);
    writer.write(channel, "first");
    QTRY_COMPARE(record.waiting.load(), 1);
    for (int line = 0; line < 50; ++line)
        writer.write(channel, "more");
    letGo(record);
    QVERIFY(writer.flush());
    QCOMPARE(record.batches.size(), 2);
    QCOMPARE(record.batches.last().count('\n'), 50);
}

void TestLogWriter::linesBehindOthersGather()
{
    Record record;
    LogWriter writer(10'000'000);
    const auto channel = addTo(writer, record);
    QElapsedTimer watch;
    watch.start();
    int lines = 0;
    for (; watch.elapsed() < 100; ++lines)
        writer.write(channel, "line", LogWriter::Haste::MayGather);
    // The first one, one after each gathering, and the flush.
    const auto most = watch.elapsed() / 5 + 2;
    QVERIFY(writer.flush());
    QCOMPARE(record.text().count('\n'), lines);
    QVERIFY(record.batches.size() <= most);
}

void TestLogWriter::nothingGathersBeyondHalfAQueue()
{
    static constexpr int queue = 10;
    Record record;
    LogWriter writer(queue);
    const auto channel = addTo(writer, record);
    // Far more than the queue within the time of one gathering, but never half of it at once.
    for (int line = 0; line < 20 * queue; ++line) {
        writer.write(channel, "line", LogWriter::Haste::MayGather);
        if (line % (queue / 2) == 0)
            QVERIFY(writer.flush());
    }
    QVERIFY(writer.flush());
    QCOMPARE(writer.counters().dropped, 0U);
    QCOMPARE(record.text().count('\n'), 20 * queue);
}

void TestLogWriter::countsWhatFindsTheQueueFull()
{
    Record record;
    hold(record);
    LogWriter writer(2);
    const auto channel = addTo(writer, record);
    writer.write(channel, "first");
    QTRY_COMPARE(record.waiting.load(), 1);
    for (const char *line : {"a", "b", "c", "d", "e"})
        writer.write(channel, line);
    QCOMPARE(writer.counters().dropped, 3U);
    letGo(record);
    QVERIFY(writer.flush());
    writer.write(channel, "after");
    QVERIFY(writer.flush());
    QCOMPARE(record.text(), "first\na\nb\n3 lines dropped\nafter\n"_ba);
    QCOMPARE(writer.counters().written, 4U);
}

void TestLogWriter::bytesAreBoundedToo()
{
    Record record;
    hold(record);
    LogWriter writer(100);
    const auto channel = addTo(writer, record);
    writer.write(channel, "first");
    QTRY_COMPARE(record.waiting.load(), 1);
    const QByteArray line(8000, 'x');
    for (int count = 0; count < 100; ++count)
        writer.write(channel, line);
    letGo(record);
    QVERIFY(writer.flush());
    QVERIFY(record.text().size() < 100 * 512 + 100);
    QCOMPARE(writer.counters().dropped, 94U);
}

void TestLogWriter::oneFloodedFileCostsNoOther()
{
    Record flooded;
    Record other;
    hold(flooded);
    LogWriter writer(2);
    const auto access = addTo(writer, flooded);
    const auto server = addTo(writer, other);
    writer.write(access, "first");
    QTRY_COMPARE(flooded.waiting.load(), 1);
    for (int line = 0; line < 100; ++line)
        writer.write(access, "flood");
    writer.write(server, "important");
    letGo(flooded);
    QVERIFY(writer.flush());
    QCOMPARE(other.text(), "important\n"_ba);
}

void TestLogWriter::tellsWhatAFailureCost()
{
    Record record;
    LogWriter writer(10);
    const auto channel = addTo(writer, record);
    record.isBroken = true;
    writer.write(channel, "a");
    QVERIFY(writer.flush());
    writer.write(channel, "b");
    QVERIFY(writer.flush());
    QVERIFY(writer.fault());
    QCOMPARE(writer.fault()->message, u"x.log is full"_s);
    QCOMPARE(writer.counters().failures, 2U);
    QCOMPARE(writer.counters().dropped, 2U);
    record.isBroken = false;
    writer.write(channel, "c");
    QVERIFY(writer.flush());
    QCOMPARE(record.text(), "2 lines dropped\nc\n"_ba);
    QVERIFY(!writer.fault());
    writer.write(channel, "d");
    QVERIFY(writer.flush());
    QCOMPARE(record.batches.last(), "d\n"_ba);
}

void TestLogWriter::reopensWhenAsked()
{
    Record record;
    LogWriter writer(10);
    addTo(writer, record);
    writer.reopenAll();
    QVERIFY(writer.flush());
    QCOMPARE(record.reopened, 1);
}

void TestLogWriter::flushGivesUpOnAHangingDisk()
{
    Record record;
    hold(record);
    LogWriter writer(10);
    writer.write(addTo(writer, record), "one");
    QVERIFY(!writer.flush(std::chrono::milliseconds(1)));
    letGo(record);
    QVERIFY(writer.flush());
}

void TestLogWriter::stopWritesWhatWaits()
{
    Record record;
    {
        LogWriter writer(1000);
        const auto channel = addTo(writer, record);
        for (int line = 0; line < 1000; ++line)
            writer.write(channel, "line");
    }
    QCOMPARE(record.text().count('\n'), 1000);
}

void TestLogWriter::linesAfterTheEndAreCounted()
{
    Record record;
    LogWriter writer(10);
    const auto channel = addTo(writer, record);
    writer.stop();
    writer.write(channel, "late");
    QVERIFY(writer.flush());
    QCOMPARE(record.text(), ""_ba);
    QCOMPARE(writer.counters().dropped, 1U);
}

void TestLogWriter::takesLinesFromManyThreads()
{
    Record record;
    LogWriter writer(100'000);
    const auto channel = addTo(writer, record);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&writer, channel] {
            for (int line = 0; line < 5000; ++line)
                writer.write(channel, "line");
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(writer.flush(std::chrono::seconds(30)));
    QCOMPARE(record.text().count("line\n"), 20'000);
}

QTEST_GUILESS_MAIN(TestLogWriter)
#include "tst_logwriter.moc"

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/epolldispatcher.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <memory>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using ct::server::eventloop::EpollDispatcher;

namespace {

/// A connected pair of sockets, closed at the end unless taken.
struct Pair {
    Pair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
            qFatal("no socket pair");
    }
    ~Pair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

    void closeEnd(std::size_t end)
    {
        if (const int descriptor = std::exchange(ends.at(end), -1); descriptor >= 0)
            ::close(descriptor);
    }
    void say() const { QCOMPARE(::write(ends[1], "x", 1), ssize_t(1)); }
    void hear() const
    {
        std::array<char, 16> bytes {};
        QVERIFY(::read(ends[0], bytes.data(), bytes.size()) > 0);
    }

    std::array<int, 2> ends {-1, -1};
};

/// Runs the loop for a while and says how many turns it took.
qsizetype turnsIn(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    const QSignalSpy turns(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake);
    loop.exec();
    return turns.size();
}

void turn()
{
    QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
}

} // namespace

class TestEpollNotifiers : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private Q_SLOTS:
    void isLevelTriggered();
    void combinesTheKindsOfADescriptor();
    void hangUpsReachReadersAndWriters();
    void brokenPipesReachBothEnds();
    void aNotifierMayBeDeletedInItsSlot();
    void aNotifierMayEndItsSiblings();
    void aNotifierDisabledInTheSameTurnStaysQuiet();
    void excludedNotifiersWaitAndDoNotSpin();
    void nestedLoopsDoNotRepeatWhatIsDone();
    void aDescriptorMayBeClosedAndReused();
    void aDescriptorReusedUnderItsNotifierIsWatched();
    void aClosedDescriptorIsRefused();
    void aDescriptorClosedUnderItsNotifierDoesNotSpin();
    void regularFilesAreAlwaysReady();
    void aClosedRegularFileDoesNotSpin();
    void oneActiveAmongTwoThousand();
};

void TestEpollNotifiers::isLevelTriggered()
{
    const Pair pair;
    const QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
    const QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    turn();
    QCOMPARE(spy.size(), 0);
    pair.say();
    turn();
    turn();
    QCOMPARE(spy.size(), 2);
    pair.hear();
    turn();
    QCOMPARE(spy.size(), 2);
}

void TestEpollNotifiers::combinesTheKindsOfADescriptor()
{
    const Pair pair;
    const QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
    QSocketNotifier writer(pair.ends[0], QSocketNotifier::Write);
    const QSocketNotifier exception(pair.ends[0], QSocketNotifier::Exception);
    const QSignalSpy reads(&reader, &QSocketNotifier::activated);
    const QSignalSpy writes(&writer, &QSocketNotifier::activated);
    const QSignalSpy exceptions(&exception, &QSocketNotifier::activated);
    turn();
    QCOMPARE(reads.size(), 0);
    QCOMPARE(writes.size(), 1);
    pair.say();
    turn();
    QCOMPARE(reads.size(), 1);
    QCOMPARE(writes.size(), 2);
    writer.setEnabled(false);
    turn();
    QCOMPARE(reads.size(), 2);
    QCOMPARE(writes.size(), 2);
    writer.setEnabled(true);
    writer.setEnabled(false);
    writer.setEnabled(true);
    turn();
    QCOMPARE(writes.size(), 3);
    QCOMPARE(exceptions.size(), 0);
}

void TestEpollNotifiers::hangUpsReachReadersAndWriters()
{
    Pair pair;
    QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
    QSocketNotifier writer(pair.ends[0], QSocketNotifier::Write);
    QSignalSpy reads(&reader, &QSocketNotifier::activated);
    QSignalSpy writes(&writer, &QSocketNotifier::activated);
    pair.closeEnd(1);
    writer.setEnabled(false);
    turn();
    QCOMPARE(reads.size(), 1);
    reader.setEnabled(false);
    writer.setEnabled(true);
    turn();
    QCOMPARE(writes.size(), 1);
    // With nobody interested a hang-up, which the kernel reports unasked, must not spin the loop.
    writer.setEnabled(false);
    QVERIFY(turnsIn(50ms) < 10);
}

void TestEpollNotifiers::brokenPipesReachBothEnds()
{
    // An empty pipe without writer is hung up but not readable; a full one without reader is in
    // error but not writable.
    std::array<int, 2> empty {-1, -1};
    std::array<int, 2> full {-1, -1};
    QCOMPARE(::pipe2(empty.data(), O_CLOEXEC | O_NONBLOCK), 0);
    QCOMPARE(::pipe2(full.data(), O_CLOEXEC | O_NONBLOCK), 0);
    const QByteArray block(4096, 'b');
    while (::write(full[1], block.constData(), 4096) > 0) { }
    QSocketNotifier reader(empty[0], QSocketNotifier::Read);
    QSocketNotifier writer(full[1], QSocketNotifier::Write);
    const QSignalSpy reads(&reader, &QSocketNotifier::activated);
    const QSignalSpy writes(&writer, &QSocketNotifier::activated);
    turn();
    QCOMPARE(reads.size() + writes.size(), 0);
    ::close(empty[1]);
    ::close(full[0]);
    turn();
    QCOMPARE(reads.size(), 1);
    QCOMPARE(writes.size(), 1);
    reader.setEnabled(false);
    writer.setEnabled(false);
    ::close(empty[0]);
    ::close(full[1]);
}

void TestEpollNotifiers::aNotifierMayBeDeletedInItsSlot()
{
    const Pair pair;
    int activations = 0;
    auto *reader = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
    connect(reader, &QSocketNotifier::activated, this, [reader, &activations] {
        ++activations;
        delete reader;
    });
    pair.say();
    turn();
    turn();
    QCOMPARE(activations, 1);
}

void TestEpollNotifiers::aNotifierMayEndItsSiblings()
{
    const Pair first;
    const Pair second;
    int activations = 0;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    for (const int descriptor : {first.ends[0], second.ends[0]}) {
        for (const auto type : {QSocketNotifier::Read, QSocketNotifier::Write}) {
            notifiers.push_back(std::make_unique<QSocketNotifier>(descriptor, type));
            connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&] {
                ++activations;
                for (const auto &notifier : notifiers)
                    notifier->setEnabled(false);
            });
        }
    }
    first.say();
    second.say();
    turn();
    QCOMPARE(activations, 1);
}

void TestEpollNotifiers::aNotifierDisabledInTheSameTurnStaysQuiet()
{
    // The first slot closes the other pair and opens a new one under the same numbers.
    const Pair first;
    auto second = std::make_unique<Pair>();
    std::array<std::unique_ptr<QSocketNotifier>, 2> readers {
        std::make_unique<QSocketNotifier>(first.ends[0], QSocketNotifier::Read),
        std::make_unique<QSocketNotifier>(second->ends[0], QSocketNotifier::Read)};
    const int number = second->ends[0];
    int activations = 0;
    const auto replace = [&] {
        ++activations;
        readers[1].reset();
        second.reset();
        second = std::make_unique<Pair>();
        readers[1] = std::make_unique<QSocketNotifier>(second->ends[0], QSocketNotifier::Read);
        connect(readers[1].get(), &QSocketNotifier::activated, this, [&activations] {
            activations += 100;
        });
    };
    connect(readers[0].get(), &QSocketNotifier::activated, this, replace);
    connect(readers[1].get(), &QSocketNotifier::activated, this, [] {
        QSKIP("the kernel reported the second first");
    });
    first.say();
    second->say();
    turn();
    QCOMPARE(second->ends[0], number);
    QCOMPARE(activations, 1);
}

void TestEpollNotifiers::excludedNotifiersWaitAndDoNotSpin()
{
    const Pair pair;
    const QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
    const QSignalSpy reads(&reader, &QSocketNotifier::activated);
    pair.say();
    QEventLoop loop;
    QTimer::singleShot(50, &loop, &QEventLoop::quit);
    const QSignalSpy turns(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake);
    loop.exec(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(reads.size(), 0);
    QVERIFY(turns.size() < 10);
    turn();
    QCOMPARE(reads.size(), 1);
}

void TestEpollNotifiers::nestedLoopsDoNotRepeatWhatIsDone()
{
    // Both are ready; the first slot's nested loop empties both, so nothing is left for the outer.
    const Pair first;
    const Pair second;
    int empty = 0;
    int full = 0;
    bool nested = false;
    std::array<char, 16> bytes {};
    const QSocketNotifier one(first.ends[0], QSocketNotifier::Read);
    const QSocketNotifier two(second.ends[0], QSocketNotifier::Read);
    for (const auto *notifier : {&one, &two}) {
        connect(notifier, &QSocketNotifier::activated, this, [&, notifier] {
            const auto descriptor = static_cast<int>(notifier->socket());
            if (!std::exchange(nested, true))
                turn();
            (::read(descriptor, bytes.data(), bytes.size()) > 0 ? full : empty) += 1;
        });
    }
    first.say();
    second.say();
    turn();
    turn();
    QCOMPARE(full, 2);
    // The outer slot itself finds its bytes gone; the other one is not called again.
    QCOMPARE(empty, 1);
}

void TestEpollNotifiers::aDescriptorMayBeClosedAndReused()
{
    int number = -1;
    for (int round = 0; round < 3; ++round) {
        Pair pair;
        QVERIFY(number == -1 || number == pair.ends[0]);
        number = pair.ends[0];
        const QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        const QSignalSpy reads(&reader, &QSocketNotifier::activated);
        turn();
        pair.say();
        turn();
        QCOMPARE(reads.size(), 1);
    }
}

void TestEpollNotifiers::aDescriptorReusedUnderItsNotifierIsWatched()
{
    auto pair = std::make_unique<Pair>();
    auto reader = std::make_unique<QSocketNotifier>(pair->ends[0], QSocketNotifier::Read);
    turn();
    const int number = pair->ends[0];
    pair.reset();
    pair = std::make_unique<Pair>();
    QCOMPARE(pair->ends[0], number);
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(QStringLiteral("two notifiers of one kind")));
    const QSocketNotifier newer(pair->ends[0], QSocketNotifier::Read);
    const QSignalSpy reads(&newer, &QSocketNotifier::activated);
    reader.reset();
    pair->say();
    turn();
    QCOMPARE(reads.size(), 1);
}

void TestEpollNotifiers::aClosedDescriptorIsRefused()
{
    Pair pair;
    const int number = pair.ends[0];
    pair.closeEnd(0);
    QSocketNotifier reader(number, QSocketNotifier::Read);
    QSocketNotifier writer(number, QSocketNotifier::Write);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be watched")));
    QVERIFY(turnsIn(50ms) < 10);
    QVERIFY(!reader.isEnabled());
    QVERIFY(!writer.isEnabled());
}

void TestEpollNotifiers::aDescriptorClosedUnderItsNotifierDoesNotSpin()
{
    // A copy keeps the file open, so the kernel goes on reporting it under the closed number.
    Pair pair;
    const int copy = ::dup(pair.ends[0]);
    auto reader = std::make_unique<QSocketNotifier>(pair.ends[0], QSocketNotifier::Read);
    QSignalSpy reads(reader.get(), &QSocketNotifier::activated);
    pair.say();
    turn();
    QCOMPARE(reads.size(), 1);
    pair.closeEnd(0);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be watched")));
    QTRY_VERIFY(!reader->isEnabled());
    QVERIFY(turnsIn(50ms) < 10);
    reader.reset();

    // Other descriptors are still watched by the set that was made anew.
    const Pair other;
    const QSocketNotifier alive(other.ends[0], QSocketNotifier::Read);
    const QSignalSpy heard(&alive, &QSocketNotifier::activated);
    other.say();
    turn();
    QCOMPARE(heard.size(), 1);
    QVERIFY(turnsIn(1ms) > 0);
    other.hear();
    QVERIFY(turnsIn(50ms) < 10);
    ::close(copy);
}

void TestEpollNotifiers::regularFilesAreAlwaysReady()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QSocketNotifier reader(file.handle(), QSocketNotifier::Read);
    const QSignalSpy reads(&reader, &QSocketNotifier::activated);
    for (int i = 1; i <= 200; ++i) {
        QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(reads.size(), i);
    }
    reader.setEnabled(false);
    QVERIFY(turnsIn(50ms) < 10);
    QCOMPARE(reads.size(), 200);
    reader.setEnabled(true);
    turn();
    QCOMPARE(reads.size(), 201);
}

void TestEpollNotifiers::aClosedRegularFileDoesNotSpin()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const int descriptor = ::dup(file.handle());
    QSocketNotifier reader(descriptor, QSocketNotifier::Read);
    turn();
    ::close(descriptor);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be watched")));
    QTRY_VERIFY(!reader.isEnabled());
    QVERIFY(turnsIn(50ms) < 10);
}

void TestEpollNotifiers::oneActiveAmongTwoThousand()
{
    constexpr std::size_t count = 2000;
    rlimit limit {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    if (limit.rlim_max < count + 100)
        QSKIP("too few descriptors allowed here");
    limit.rlim_cur = std::max<rlim_t>(limit.rlim_cur, count + 100);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);

    std::vector<int> descriptors;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    std::vector<int> activations(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        descriptors.push_back(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
        QVERIFY(descriptors.back() >= 0);
        notifiers.push_back(
            std::make_unique<QSocketNotifier>(descriptors.back(), QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations[i];
            eventfd_t value = 0;
            QCOMPARE(::eventfd_read(descriptors[i], &value), 0);
        });
    }
    constexpr std::size_t active = 1234;
    for (int round = 1; round <= 500; ++round) {
        QCOMPARE(::eventfd_write(descriptors[active], 1), 0);
        turn();
        QCOMPARE(activations[active], round);
    }
    for (const int descriptor : descriptors)
        QCOMPARE(::eventfd_write(descriptor, 1), 0);
    // More are ready than one wait reports: all get their turn.
    QTRY_COMPARE(std::count(activations.begin(), activations.end(), 1), std::ptrdiff_t(count - 1));
    QCOMPARE(activations[active], 501);
    notifiers.clear();
    for (const int descriptor : descriptors)
        ::close(descriptor);
}

QTEST_GUILESS_MAIN(TestEpollNotifiers)
#include "tst_epollnotifiers.moc"

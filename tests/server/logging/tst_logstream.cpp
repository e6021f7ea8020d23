// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/logstream.h"

#include <QByteArray>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;

namespace {

/// A pipe whose reader the test is.
class Pipe
{
public:
    Pipe()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        ::fcntl(m_ends[0], F_SETFL, O_NONBLOCK);
    }
    ~Pipe()
    {
        closeReader();
        ::close(m_ends[1]);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    int writer() const { return m_ends[1]; }
    void closeReader()
    {
        if (m_ends[0] >= 0)
            ::close(std::exchange(m_ends[0], -1));
    }
    QByteArray readAll()
    {
        QByteArray all;
        std::array<char, 4096> part {};
        for (ssize_t got = 0; (got = ::read(m_ends[0], part.data(), part.size())) > 0;)
            all.append(part.data(), got);
        return all;
    }

private:
    std::array<int, 2> m_ends {-1, -1};
};

} // namespace

class TestLogStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesLines();
    void aReaderWhoHasStoppedCostsLinesOnly();
    void aClosedReaderIsAnError();
};

void TestLogStream::writesLines()
{
    Pipe pipe;
    LogStream stream(pipe.writer());
    QVERIFY(stream.append("one\n"));
    QVERIFY(stream.append(QByteArray(20'000, 'x')));
    QCOMPARE(pipe.readAll(), "one\n"_ba + QByteArray(20'000, 'x'));
}

void TestLogStream::aReaderWhoHasStoppedCostsLinesOnly()
{
    Pipe pipe;
    LogStream stream(pipe.writer());
    QVERIFY(!stream.append(QByteArray(200'000, 'x')));
    QVERIFY(!stream.append("lost\n"));
    QVERIFY(pipe.readAll().startsWith("xxx"));
    QVERIFY(stream.append("found\n"));
    // What was torn is ended, so that the next line is one.
    QCOMPARE(pipe.readAll(), "\nfound\n"_ba);
}

void TestLogStream::aClosedReaderIsAnError()
{
    const auto handler = std::signal(SIGPIPE, SIG_IGN);
    Pipe pipe;
    pipe.closeReader();
    LogStream stream(pipe.writer());
    const ct::Status status = stream.append("one\n");
    std::signal(SIGPIPE, handler);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ct::ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(TestLogStream)
#include "tst_logstream.moc"

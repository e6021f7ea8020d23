// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files as answers, through a whole front with an application that is a few canned words.
#include "server/front/front.h"
#include "server/net/selfsigned.h"
#include "tests/support/countingrandom.h"

#include <QDir>
#include <QFile>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace ct::server;
using namespace std::chrono_literals;

namespace {

constexpr qint64 bigSize = 20LL * 1024 * 1024;

/// Read by the workers while the test puts it forward.
class SharedClock final : public ct::Clock
{
public:
    ct::Instant now() const override { return ct::Instant(m_now.load()); }
    ct::WallTime wallNow() const override
    {
        return ct::WallTime(std::chrono::duration_cast<ct::WallTime::duration>(m_now.load()));
    }
    void advance(std::chrono::seconds by) { m_now = m_now.load() + by; }

private:
    std::atomic<std::chrono::nanoseconds> m_now {std::chrono::seconds(1'790'000'000)};
};

class NoEvents final : public session::SessionEvents
{
public:
    void record(const session::SessionEvent &) override { }
};

/// Answers every request with `answer`, on the test's thread.
class CannedApplication final : public QObject, public front::ApplicationDoor
{
public:
    void admit(int descriptor) override
    {
        QMetaObject::invokeMethod(this, [this, descriptor] { serve(descriptor); });
    }
    void delivered(const QByteArray &receipt, bool written) override
    {
        QMetaObject::invokeMethod(this, [this, receipt, written] {
            receipts.append({receipt, written});
        });
    }

    QByteArray answer;
    QList<std::pair<QByteArray, bool>> receipts;

private:
    void serve(int descriptor)
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->setSocketDescriptor(descriptor);
        QTcpSocket *raw = socket.get();
        connect(raw, &QTcpSocket::readyRead, this, [this, raw] {
            if (raw->readAll().endsWith("\r\n\r\n"))
                raw->write(answer);
        });
        m_sockets.push_back(std::move(socket));
    }

    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
};

struct Answer {
    QByteArray head;
    QByteArray body;

    bool has(const QByteArray &line) const { return head.split('\n').contains(line + '\r'); }
};

QByteArray pattern(qint64 size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    quint32 state = 7;
    for (char &byte : bytes) {
        state = state * 1'664'525U + 1'013'904'223U;
        byte = static_cast<char>(state >> 24U);
    }
    return bytes;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

int descriptorsOf(const QString &path)
{
    int count = 0;
    const QDir folder(u"/proc/self/fd"_s);
    for (const QString &name : folder.entryList(QDir::Files | QDir::System)) {
        if (QFile::symLinkTarget(folder.filePath(name)) == path)
            ++count;
    }
    return count;
}

} // namespace

class TestFileAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsFileAndKeepsConnection();
    void sendsFileOverTls();
    void answersHeadWithoutBody();
    void answersRanges();
    void sendsPartsOfTheSameVersionOnly();
    void countsAsWrittenOnlyWhatIsWhole();
    void refusesFilesElsewhere();
    void sendsNoFileWithBodilessStatus();
    void freesDescriptorWhenClientLeaves();
    void endsReaderThatTakesNothing();

private:
    QString path(const QString &name) const { return m_root + u"/files/"_s + name; }
    void offer(const QString &file, const QByteArray &status = "200 OK");
    std::unique_ptr<QTcpSocket> connected() const;
    /// Asks over `socket` and reads one answer; body-less when `method` is HEAD.
    static Answer ask(
        QTcpSocket &socket, const QByteArray &fields = {}, const QByteArray &method = "GET");
    void beginStuckDownload(QTcpSocket &socket);

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_root;
    SharedClock m_clock;
    ct::test::CountingRandom m_random;
    net::NetConfig m_net;
    front::FrontConfig m_frontConfig;
    session::SessionConfig m_session;
    logging::LoggingConfig m_logging;
    NoEvents m_events;
    session::SeatCounter m_seats;
    std::unique_ptr<CannedApplication> m_application;
    std::unique_ptr<auth::TokenService> m_tokens;
    std::unique_ptr<net::TlsContext> m_tls;
    std::unique_ptr<logging::LogWriter> m_writer;
    std::unique_ptr<logging::AccessLog> m_accessLog;
    std::unique_ptr<logging::ServerLog> m_log;
    std::unique_ptr<front::Front> m_front;
};

void TestFileAnswers::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_root = QDir(m_temporary->path()).canonicalPath();
    QVERIFY(QDir(m_root).mkpath(u"files"_s));
    writeFile(path(u"small"_s), "0123456789");
    writeFile(m_root + u"/secret"_s, "secret");
    m_net.bindAddresses = {QHostAddress(QHostAddress::LocalHost)};
    m_net.httpPort = m_net.httpsPort = m_net.privatePort = 0;
    m_net.workers = 1;
    m_logging.folder = m_root + u"/logs"_s;
    m_logging.standardOutput = false;
    m_writer = std::make_unique<logging::LogWriter>(m_logging.queue);
    m_accessLog = std::make_unique<logging::AccessLog>(*m_writer, m_logging, m_clock);
    m_log = std::make_unique<logging::ServerLog>(*m_writer, m_logging, m_clock);
    m_application = std::make_unique<CannedApplication>();
    m_tokens = std::make_unique<auth::TokenService>(
        QList<auth::SigningKey> {{"k", QByteArray(32, 's')}},
        auth::TokenLifetimes {},
        m_clock,
        m_random);
    const auto pair = net::ensureSelfSigned(m_root, {}, m_clock);
    QVERIFY(pair);
    auto tls = net::TlsContext::open({pair->certificateFile, pair->keyFile}, m_clock);
    QVERIFY(tls);
    m_tls = *std::move(tls);
    m_front = std::make_unique<front::Front>(front::FrontServices {
        m_net,
        m_frontConfig,
        m_session,
        100,
        100,
        std::chrono::seconds(1),
        m_clock,
        m_random,
        *m_tokens,
        *m_tls,
        *m_accessLog,
        *m_log,
        m_events,
        m_seats,
        *m_application,
        {m_root + u"/files"_s}});
    QVERIFY(m_front->start());
}

void TestFileAnswers::cleanup()
{
    m_front.reset();
    m_application.reset();
}

void TestFileAnswers::offer(const QString &file, const QByteArray &status)
{
    m_application->answer = "HTTP/1.1 " + status
        + "\r\nContent-Type: text/x-log\r\nX-Ct-Receipt: r1\r\nX-Accel-Redirect: "
        + QFile::encodeName(file) + "\r\nContent-Length: 0\r\n\r\n";
}

std::unique_ptr<QTcpSocket> TestFileAnswers::connected() const
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, m_front->ports().http);
    if (!socket->waitForConnected(5000))
        qFatal("no connection");
    return socket;
}

Answer TestFileAnswers::ask(QTcpSocket &socket, const QByteArray &fields, const QByteArray &method)
{
    socket.write(method + " /login.html HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
    QByteArray got;
    std::optional<qsizetype> total;
    const auto isWhole = [&] {
        got += socket.readAll();
        const qsizetype end = got.indexOf("\r\n\r\n");
        if (!total && end >= 0) {
            const qsizetype at = got.indexOf("Content-Length: ");
            const bool hasBody = at >= 0 && at < end && method != "HEAD";
            const QByteArray length = got.mid(at + 16, got.indexOf('\r', at) - at - 16);
            total = end + 4 + (hasBody ? length.toLongLong() : 0);
        }
        return total && got.size() >= *total;
    };
    if (!QTest::qWaitFor(isWhole, 20'000))
        return {};
    const qsizetype end = got.indexOf("\r\n\r\n");
    return {got.first(end + 2), got.sliced(end + 4)};
}

void TestFileAnswers::sendsFileAndKeepsConnection()
{
    const QByteArray big = pattern(bigSize);
    writeFile(path(u"big"_s), big);
    offer(path(u"big"_s));
    const auto client = connected();
    const Answer first = ask(*client);
    QVERIFY(first.has("HTTP/1.1 200 OK"));
    QVERIFY(first.has("Content-Length: " + QByteArray::number(bigSize)));
    QVERIFY(first.has("content-type: text/x-log"));
    QVERIFY(first.has("accept-ranges: bytes"));
    QVERIFY(!first.head.toLower().contains("x-accel"));
    QVERIFY(!first.head.toLower().contains("connection"));
    QVERIFY(first.body == big);
    QTRY_COMPARE(m_application->receipts.size(), 1);
    QVERIFY(m_application->receipts.first().second);

    offer(path(u"small"_s));
    QCOMPARE(ask(*client).body, "0123456789"_ba);
    writeFile(path(u"small"_s), {});
    const Answer empty = ask(*client);
    QVERIFY(empty.has("Content-Length: 0"));
    QVERIFY(ask(*client).has("HTTP/1.1 200 OK"));
    QTRY_COMPARE(descriptorsOf(path(u"big"_s)), 0);
}

void TestFileAnswers::sendsFileOverTls()
{
    const QByteArray big = pattern(bigSize);
    writeFile(path(u"big"_s), big);
    offer(path(u"big"_s));
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(u"127.0.0.1"_s, m_front->ports().https);
    QVERIFY(client.waitForEncrypted(5000));
    QVERIFY(ask(client).body == big);
    QCOMPARE(ask(client, "Range: bytes=2-4\r\n").body, big.mid(2, 3));
}

void TestFileAnswers::answersHeadWithoutBody()
{
    offer(path(u"small"_s));
    const auto client = connected();
    const Answer head = ask(*client, "Range: bytes=2-4\r\n", "HEAD");
    QVERIFY(head.has("HTTP/1.1 200 OK"));
    QVERIFY(head.has("Content-Length: 10"));
    // Whatever came behind the head would be read as the next answer's.
    const Answer next = ask(*client);
    QVERIFY(next.head.startsWith("HTTP/1.1 200"));
    QCOMPARE(next.body, "0123456789"_ba);
}

void TestFileAnswers::answersRanges()
{
    offer(path(u"small"_s));
    const auto client = connected();
    const Answer part = ask(*client, "Range: bytes=2-4\r\n");
    QVERIFY(part.has("HTTP/1.1 206 Partial Content"));
    QVERIFY(part.has("content-range: bytes 2-4/10"));
    QCOMPARE(part.body, "234"_ba);
    const Answer beyond = ask(*client, "Range: bytes=10-\r\n");
    QVERIFY(beyond.has("HTTP/1.1 416 Range Not Satisfiable"));
    QVERIFY(beyond.has("content-range: bytes */10"));
    const Answer several = ask(*client, "Range: bytes=0-1\r\nRange: bytes=3-4\r\n");
    QVERIFY(several.has("HTTP/1.1 200 OK"));
    QCOMPARE(several.body, "0123456789"_ba);
    const Answer conditional = ask(*client, "Range: bytes=0-1\r\nIf-Range: \"x\"\r\n");
    QCOMPARE(conditional.body, "0123456789"_ba);
    offer(path(u"small"_s), "404 Not Found");
    const Answer missing = ask(*client, "Range: bytes=0-1\r\n");
    QVERIFY(missing.has("HTTP/1.1 404 Not Found"));
    QCOMPARE(missing.body, "0123456789"_ba);
}

void TestFileAnswers::sendsPartsOfTheSameVersionOnly()
{
    offer(path(u"small"_s), "200 OK\r\nETag: \"v1\"");
    const auto client = connected();
    const QByteArray part = "Range: bytes=2-4\r\nIf-Range: ";
    QCOMPARE(ask(*client, part + "\"v1\"\r\n").body, "234"_ba);
    for (const QByteArray other : {"\"v2\"", "W/\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT", "v1"})
        QCOMPARE(ask(*client, part + other + "\r\n").body, "0123456789"_ba);
}

void TestFileAnswers::countsAsWrittenOnlyWhatIsWhole()
{
    offer(path(u"small"_s));
    const auto client = connected();
    ask(*client);
    ask(*client, {}, "HEAD");
    ask(*client, "Range: bytes=0-9\r\n");
    ask(*client, "Range: bytes=10-\r\n");
    offer(path(u"none"_s));
    ask(*client);
    QTRY_COMPARE(m_application->receipts.size(), 5);
    QList<bool> written;
    for (const auto &[receipt, isWritten] : std::as_const(m_application->receipts))
        written.append(isWritten);
    QCOMPARE(written, (QList<bool> {true, false, false, false, false}));
}

void TestFileAnswers::refusesFilesElsewhere()
{
    const auto client = connected();
    const QStringList files {m_root + u"/secret"_s, path(u"../secret"_s), path(u"none"_s)};
    for (const QString &file : files) {
        offer(file);
        const Answer answer = ask(*client);
        QVERIFY(answer.has("HTTP/1.1 404 Not Found"));
        QVERIFY(answer.has("content-type: text/plain; charset=utf-8"));
        QCOMPARE(answer.body, "Not found"_ba);
    }
}

void TestFileAnswers::sendsNoFileWithBodilessStatus()
{
    offer(path(u"small"_s), "304 Not Modified");
    const auto client = connected();
    const Answer answer = ask(*client);
    QVERIFY(answer.has("HTTP/1.1 304 Not Modified"));
    QVERIFY(!answer.head.toLower().contains("x-accel"));
    offer(path(u"small"_s));
    QCOMPARE(ask(*client).body, "0123456789"_ba);
}

void TestFileAnswers::beginStuckDownload(QTcpSocket &socket)
{
    writeFile(path(u"big"_s), pattern(bigSize));
    offer(path(u"big"_s));
    socket.setReadBufferSize(1);
    socket.write("GET /login.html HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(descriptorsOf(path(u"big"_s)), 1);
}

void TestFileAnswers::freesDescriptorWhenClientLeaves()
{
    const auto client = connected();
    beginStuckDownload(*client);
    client->abort();
    QTRY_COMPARE(descriptorsOf(path(u"big"_s)), 0);
    QTRY_COMPARE(m_application->receipts.size(), 1);
    QVERIFY(!m_application->receipts.first().second);
}

void TestFileAnswers::endsReaderThatTakesNothing()
{
    const auto client = connected();
    beginStuckDownload(*client);
    const auto isFreed = [this] {
        // Again and again, since the kernel may still be taking some.
        m_clock.advance(31s);
        return descriptorsOf(path(u"big"_s)) == 0;
    };
    QVERIFY(QTest::qWaitFor(isFreed, 10'000));
    QTRY_COMPARE(m_application->receipts.size(), 1);
    QVERIFY(!m_application->receipts.first().second);
}

QTEST_GUILESS_MAIN(TestFileAnswers)

#include "tst_fileanswers.moc"

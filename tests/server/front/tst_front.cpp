// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/front/frontbench.h"

#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>
#include <fcntl.h>
#include <mutex>
#include <sys/socket.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

auth::RoomClaims hostOf(const QByteArray &room)
{
    auth::RoomClaims claims;
    claims.room = room;
    claims.instance = "instance";
    claims.participant = "host";
    claims.user.id = u"ada"_s;
    claims.host = true;
    return claims;
}

/// The machine's clock, some time ahead. Thread: any.
class AheadClock final : public Clock
{
public:
    Instant now() const override { return m_system.now() + m_ahead.load(); }
    WallTime wallNow() const override { return m_system.wallNow() + m_ahead.load(); }
    void advance(std::chrono::milliseconds by) { m_ahead = m_ahead.load() + by; }

private:
    SystemClock m_system;
    std::atomic<std::chrono::milliseconds> m_ahead {};
};

/// Reads what it is asked, and answers when it is told to. Thread: any.
class SlowApplication final : public ApplicationDoor
{
public:
    void admit(int descriptor) override
    {
        const std::scoped_lock lock(m_mutex);
        m_pairs.emplace_back(Descriptor(descriptor), QByteArray());
    }
    void delivered(const QByteArray &, bool) override { }

    /// Whether a request that begins so has come.
    bool hasRequest(const QByteArray &begin)
    {
        return with(begin, [](int) {});
    }
    void answer(const QByteArray &begin, const QByteArray &bytes)
    {
        with(begin, [&bytes](int descriptor) {
            ::send(
                descriptor,
                bytes.constData(),
                static_cast<std::size_t>(bytes.size()),
                MSG_NOSIGNAL);
        });
    }

private:
    bool with(const QByteArray &begin, const std::function<void(int descriptor)> &act)
    {
        const std::scoped_lock lock(m_mutex);
        for (auto &[descriptor, heard] : m_pairs) {
            std::array<char, 4'096> bytes {};
            const auto got = ::recv(descriptor.number(), bytes.data(), bytes.size(), MSG_DONTWAIT);
            heard.append(bytes.data(), std::max<qsizetype>(got, 0));
            if (!heard.startsWith(begin))
                continue;
            act(descriptor.number());
            return true;
        }
        return false;
    }

    std::mutex m_mutex;
    std::vector<std::pair<Descriptor, QByteArray>> m_pairs;
};

/// A client that says that, and what it hears.
class Talker
{
public:
    Talker(quint16 port, const QByteArray &bytes)
    {
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        m_socket.write(bytes);
    }
    const QByteArray &heard()
    {
        m_heard += m_socket.readAll();
        return m_heard;
    }

private:
    QTcpSocket m_socket;
    QByteArray m_heard;
};

} // namespace

class TestFront : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesNewRoomsAndJoinsOnceStopped();
    void keepsItsDoorsOpenUntilTheFarewell();
    void waitsLongerForWhatIsDoneWithAnUpload();

private:
    bool isRefused(const std::function<void(std::function<void(Status)>)> &ask)
    {
        std::optional<ErrorCode> refusal;
        ask([&refusal](const Status &status) {
            if (!status)
                refusal = status.error().code;
        });
        return refusal == ErrorCode::Unavailable;
    }
    bool letsIn(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected();
    }

    std::unique_ptr<test::FrontBench> m_bench;
};

void TestFront::init()
{
    m_bench = std::make_unique<test::FrontBench>();
}

void TestFront::refusesNewRoomsAndJoinsOnceStopped()
{
    const auto front = m_bench->make();
    QVERIFY(front->start());
    front->beginStop(u"the test is over"_s);
    front->stop();
    QVERIFY(isRefused([&](auto answer) { front->reserve(hostOf("room"), this, answer); }));
    QVERIFY(isRefused([&](auto started) {
        front->askToJoin("room", {}, this, started, [](const session::JoinDecision &) {});
    }));
}

void TestFront::keepsItsDoorsOpenUntilTheFarewell()
{
    const auto front = m_bench->make();
    QVERIFY(front->start());
    const quint16 port = front->ports().http;
    front->beginStop(u"the test is over"_s);
    QTRY_COMPARE(front->remaining(), 0);
    QVERIFY(letsIn(port));
    front->beginFarewell();
    QVERIFY(!letsIn(port));
    QTRY_COMPARE(front->remaining(), 0);
}

void TestFront::waitsLongerForWhatIsDoneWithAnUpload()
{
    using namespace std::chrono_literals;
    const QTemporaryDir folder;
    const auto opened = std::make_shared<Descriptor>(
        ::open(QFile::encodeName(folder.path()).constData(), O_RDONLY | O_DIRECTORY));
    AheadClock clock;
    SlowApplication application;
    test::FrontBench bench(&clock, &application);
    bench.net.workers = 1;
    const auto front = bench.make();
    QVERIFY(front->start());
    front->uploads().expect("abcdefghijklmnopqrstuvwx", {{opened, "upload"}, 3});
    const QByteArray path = "/api/admin/v1/packages/uploads/abcdefghijklmnopqrstuvwx";
    Talker sender(
        front->ports().http,
        "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc");
    Talker asker(
        front->ports().http, "GET /api/admin/v1/version HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(application.hasRequest("PUT ") && application.hasRequest("GET "));
    clock.advance(5min);
    QTRY_VERIFY(asker.heard().startsWith("HTTP/1.1 503"));
    QVERIFY(QFile::exists(folder.filePath(u"upload"_s)));
    QCOMPARE(sender.heard(), QByteArray());
    application.answer("PUT ", "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    QTRY_VERIFY(sender.heard().startsWith("HTTP/1.1 201"));
    QTRY_VERIFY(!QFile::exists(folder.filePath(u"upload"_s)));
}

} // namespace ct::server::front

QTEST_GUILESS_MAIN(ct::server::front::TestFront)
#include "tst_front.moc"

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/servicenotifier.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

using Answer = std::function<void()>;

/// The service manager's end: a socket of datagrams, named by NOTIFY_SOCKET.
class Manager
{
public:
    /// `path` fits into a socket's address.
    explicit Manager(const QByteArray &path)
        : m_descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::copy(path.begin(), path.end(), std::begin(address.sun_path));
        QVERIFY(
            ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address)
            == 0);
    }
    ~Manager() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(Manager)

    QByteArrayList heard()
    {
        std::array<char, 256> text = {};
        for (ssize_t size = 0; (size = ::recv(m_descriptor, text.data(), text.size(), 0)) > 0;)
            m_heard.append(QByteArray(text.data(), size));
        return m_heard;
    }

private:
    const int m_descriptor;
    QByteArrayList m_heard;
};

} // namespace

class TestServiceNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatTheServerDoes();
    void feedsTheWatchdogWhenTheLoopsAnswer();
    void starvesTheWatchdogWhenALoopIsStuck();
    void saysNothingWithoutAManager();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Manager> m_manager;
};

void TestServiceNotifier::init()
{
    const QByteArray path
        = QFile::encodeName(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
    m_manager = std::make_unique<Manager>(path);
    qputenv("NOTIFY_SOCKET", path);
    qunsetenv("WATCHDOG_USEC");
    qunsetenv("WATCHDOG_PID");
}

void TestServiceNotifier::saysWhatTheServerDoes()
{
    ServiceNotifier service([](const Answer &answered) { answered(); });
    service.ready();
    service.reloading();
    service.reloaded();
    service.stopping();
    QCOMPARE(
        m_manager->heard(), (QByteArrayList {"READY=1", "RELOADING=1", "READY=1", "STOPPING=1"}));
}

void TestServiceNotifier::feedsTheWatchdogWhenTheLoopsAnswer()
{
    qputenv("WATCHDOG_USEC", "20000");
    ServiceNotifier service([](const Answer &answered) { answered(); });
    service.ready();
    QTRY_VERIFY(m_manager->heard().count("WATCHDOG=1") >= 3);
}

void TestServiceNotifier::starvesTheWatchdogWhenALoopIsStuck()
{
    qputenv("WATCHDOG_USEC", "20000");
    int asked = 0;
    ServiceNotifier service([&asked](const Answer &) { ++asked; });
    service.ready();
    QTRY_VERIFY(asked >= 3);
    QCOMPARE(m_manager->heard(), QByteArrayList {"READY=1"});
}

void TestServiceNotifier::saysNothingWithoutAManager()
{
    qunsetenv("NOTIFY_SOCKET");
    ServiceNotifier service([](const Answer &answered) { answered(); });
    service.ready();
    service.stopping();
    QCOMPARE(m_manager->heard(), QByteArrayList {});
}

} // namespace ct::server::app

QTEST_GUILESS_MAIN(ct::server::app::TestServiceNotifier)
#include "tst_servicenotifier.moc"

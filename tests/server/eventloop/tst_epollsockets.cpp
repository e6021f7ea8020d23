// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/epolldispatcher.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

using ct::server::eventloop::EpollDispatcher;

namespace {

/// A thread that runs on an epoll loop until it is destroyed.
class Worker
{
public:
    Worker()
    {
        m_thread.setEventDispatcher(new EpollDispatcher);
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    template<typename Work>
    void run(Work work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }
    QThread *thread() { return &m_thread; }

private:
    QThread m_thread;
    QObject m_context;
};

void echo(QTcpSocket *socket)
{
    QObject::connect(
        socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
}

} // namespace

class TestEpollSockets : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private Q_SLOTS:
    void echoesOverLoopback();
    void seesTheOtherSideClose();
    void seesARefusedConnection();
    void heldBackReadingDoesNotSpin();
    void connectionsComeAndGo();
    void aSocketMovesBetweenTwoLoops();
};

void TestEpollSockets::echoesOverLoopback()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        while (QTcpSocket *socket = server.nextPendingConnection())
            echo(socket);
    });
    constexpr int clients = 20;
    const QByteArray sent(1'000'000, 'e');
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    std::vector<QByteArray> received(clients);
    for (std::size_t i = 0; i < clients; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        QTcpSocket *socket = sockets.back().get();
        connect(socket, &QTcpSocket::connected, socket, [socket, &sent] { socket->write(sent); });
        connect(socket, &QTcpSocket::readyRead, socket, [socket, i, &received] {
            received[i] += socket->readAll();
        });
        socket->connectToHost(QHostAddress::LocalHost, server.serverPort());
    }
    for (const QByteArray &bytes : received)
        QTRY_COMPARE_WITH_TIMEOUT(bytes.size(), sent.size(), 30'000);
}

void TestEpollSockets::seesTheOtherSideClose()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections());
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    const std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
    client.abort();
    QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
}

void TestEpollSockets::seesARefusedConnection()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestEpollSockets::heldBackReadingDoesNotSpin()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections());
    const std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
    peer->setReadBufferSize(100);
    client.write(QByteArray(10'000, 'x'));
    QTRY_COMPARE(peer->bytesAvailable(), 100);
    QTRY_COMPARE(client.bytesToWrite(), 0);

    int turns = 0;
    QObject context;
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, &context, [&] {
        ++turns;
    });
    QEventLoop loop;
    QTimer::singleShot(50, &loop, &QEventLoop::quit);
    loop.exec();
    QVERIFY2(turns < 10, qPrintable(QString::number(turns)));
    peer->setReadBufferSize(0);
    qsizetype received = 0;
    connect(
        peer.get(), &QTcpSocket::readyRead, &context, [&] { received += peer->readAll().size(); });
    received += peer->readAll().size();
    QTRY_COMPARE(received, 10'000);
}

void TestEpollSockets::connectionsComeAndGo()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            echo(socket);
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    for (int i = 0; i < 100; ++i) {
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        client.write("ping");
        QTRY_COMPARE(client.bytesAvailable(), 4);
        if (i % 2 == 0)
            client.abort();
    }
    QTRY_VERIFY(server.findChildren<QTcpSocket *>().isEmpty());
}

void TestEpollSockets::aSocketMovesBetweenTwoLoops()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections());
    QTcpSocket *peer = server.nextPendingConnection();
    peer->setParent(nullptr);
    std::atomic<QThread *> reader = nullptr;
    connect(
        peer,
        &QTcpSocket::readyRead,
        peer,
        [peer, &reader] {
            reader = QThread::currentThread();
            peer->write(peer->readAll());
        },
        Qt::DirectConnection);

    Worker one;
    Worker two;
    peer->moveToThread(one.thread());
    Worker *owner = &one;
    for (int round = 0; round < 50; ++round) {
        client.write("hello");
        QTRY_COMPARE(client.bytesAvailable(), 5);
        QCOMPARE(client.readAll(), QByteArray("hello"));
        QCOMPARE(reader.load(), owner->thread());
        // Bytes are on their way while it moves.
        client.write("moving");
        Worker *next = owner == &one ? &two : &one;
        owner->run([peer, next] { peer->moveToThread(next->thread()); });
        owner = next;
        QTRY_COMPARE(client.bytesAvailable(), 6);
        client.readAll();
    }
    owner->run([peer] { delete peer; });
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestEpollSockets)
#include "tst_epollsockets.moc"

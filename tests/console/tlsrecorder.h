// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSemaphore>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QThread>

#include <atomic>
#include <functional>

namespace ct::test {

/// A server on a loopback port which says nothing and counts what it is told by TLS. It has a
/// thread of its own, so that it hears what is sent while the test's thread is kept busy.
class TlsRecorder
{
public:
    /// With `busy`, its thread does nothing else from the first connection on until something has
    /// come by that, or for half a second.
    TlsRecorder(const QSslConfiguration &tls, quint16 port, QObject *busy = nullptr) : m_busy(busy)
    {
        m_server.setSslConfiguration(tls);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                record(socket);
        });
        m_server.onAccept = [this] {
            keepBusy();
        };
        m_server.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server,
            [this, port] { m_isListening = m_server.listen(QHostAddress::LocalHost, port); },
            Qt::BlockingQueuedConnection);
    }
    ~TlsRecorder()
    {
        QMetaObject::invokeMethod(
            &m_server, [this] { m_server.shut(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    TlsRecorder(const TlsRecorder &) = delete;
    TlsRecorder &operator=(const TlsRecorder &) = delete;

    bool isListening() const { return m_isListening; }
    int connections() const { return m_server.accepted; }
    /// Bytes that were decrypted.
    qint64 received() const { return m_received; }

private:
    struct Server : QSslServer {
        void incomingConnection(qintptr descriptor) override
        {
            ++accepted;
            onAccept();
            QSslServer::incomingConnection(descriptor);
        }
        void shut()
        {
            close();
            qDeleteAll(findChildren<QSslSocket *>());
        }

        std::atomic<int> accepted = 0;
        std::function<void()> onAccept;
    };

    void keepBusy()
    {
        if (m_busy)
            QMetaObject::invokeMethod(
                m_busy, [this] { m_heard.tryAcquire(1, 500); }, Qt::QueuedConnection);
    }
    void record(QTcpSocket *socket)
    {
        const auto take = [this, socket] {
            m_received += socket->readAll().size();
            m_heard.release();
        };
        QObject::connect(socket, &QTcpSocket::readyRead, socket, take);
        if (socket->bytesAvailable() > 0)
            take();
    }

    QObject *const m_busy;
    QThread m_thread;
    Server m_server;
    bool m_isListening = false;
    std::atomic<qint64> m_received = 0;
    QSemaphore m_heard;
};

} // namespace ct::test

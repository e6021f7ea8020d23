// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace ct::test {

/// A server of a test's own on a free loopback port: answers each path with fixed bytes, by TLS
/// when it is given a certificate. A path with a query has an answer of its own, or that without.
/// One without an answer is left waiting; an empty answer closes the connection. Thread: the
/// test's.
class CannedServer
{
public:
    CannedServer() : m_server(std::make_unique<QTcpServer>()) { listen(); }
    /// `port` 0: a free one.
    explicit CannedServer(const QSslConfiguration &tls, quint16 port = 0)
    {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(tls);
        m_server = std::move(server);
        listen(port);
    }

    quint16 port() const { return m_server->serverPort(); }
    int requests() const { return m_requests; }
    void close() { m_server->close(); }
    /// Of the last request, as they came.
    const QByteArray &lastHead() const { return m_lastHead; }
    const QByteArray &lastBody() const { return m_lastBody; }

    /// `fields` are further lines of the head, each with its end.
    void answer(
        const QByteArray &path,
        const QByteArray &status,
        const QByteArray &body,
        const QByteArray &fields = {})
    {
        m_answers[path] = "HTTP/1.1 " + status
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n"
            + fields + "\r\n" + body;
    }
    /// Before what answer() says, once.
    void answerFirst(const QByteArray &path, const QByteArray &status, const QByteArray &body)
    {
        m_firstAnswers[path].append(
            "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\nConnection: close\r\n\r\n" + body);
    }
    void answerRaw(const QByteArray &path, const QByteArray &bytes) { m_answers[path] = bytes; }
    void leaveWaiting(const QByteArray &path) { m_answers.remove(path); }
    /// Whoever asks for a WebSocket is given to `taker`, unread.
    void giveUpgrades(std::function<void(QTcpSocket *)> taker) { m_taker = std::move(taker); }

private:
    void listen(quint16 port = 0)
    {
        m_server->listen(QHostAddress::LocalHost, port);
        QObject::connect(
            m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
                while (QTcpSocket *socket = m_server->nextPendingConnection())
                    serve(socket);
            });
    }

    void serve(QTcpSocket *socket)
    {
        QObject::connect(
            socket, &QTcpSocket::readyRead, m_server.get(), [this, socket] { read(socket); });
        if (socket->bytesAvailable() > 0)
            read(socket);
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray request = socket->peek(16'384);
        const qsizetype head = request.indexOf("\r\n\r\n");
        if (head < 0 || request.size() < head + 4 + lengthOf(request.first(head)))
            return;
        m_lastHead = request.first(head);
        m_lastBody = request.sliced(head + 4);
        if (m_taker && m_lastHead.toLower().contains("upgrade: websocket")) {
            socket->disconnect(m_server.get());
            return m_taker(socket);
        }
        ++m_requests;
        QByteArray path = socket->readAll().split(' ').value(1);
        if (!m_answers.contains(path) && m_firstAnswers.value(path).isEmpty())
            path = path.split('?').constFirst();
        if (!m_firstAnswers.value(path).isEmpty())
            socket->write(m_firstAnswers[path].takeFirst());
        else if (m_answers.contains(path))
            socket->write(m_answers.value(path));
        else
            return;
        socket->disconnectFromHost();
    }

    static qsizetype lengthOf(const QByteArray &head)
    {
        for (const QByteArray &line : head.toLower().split('\n')) {
            if (line.startsWith("content-length:"))
                return line.sliced(15).trimmed().toLongLong();
        }
        return 0;
    }

    std::unique_ptr<QTcpServer> m_server;
    QHash<QByteArray, QByteArrayList> m_firstAnswers;
    QByteArray m_lastHead;
    QByteArray m_lastBody;
    QHash<QByteArray, QByteArray> m_answers;
    std::function<void(QTcpSocket *)> m_taker;
    int m_requests = 0;
};

} // namespace ct::test

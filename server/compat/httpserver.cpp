// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/compat/httpserver.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QHttpServerResponse>
#include <QTcpServer>
#include <QTcpSocket>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

#include <array>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::compat {

namespace {

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using ResponderArgument = QHttpServerResponder &;

QList<QPair<QByteArray, QByteArray>> headersOf(const QHttpServerRequest &request)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    for (const auto &[name, value] : request.headers().toListOfPairs())
        headers.append({name, value});
    return headers;
}

void write(
    QHttpServerResponder &responder,
    int status,
    const Reply::Headers &headers,
    const QByteArray &body)
{
    QHttpHeaders fields;
    for (const auto &[name, value] : headers)
        fields.append(name, value);
    responder.write(body, fields, static_cast<QHttpServerResponder::StatusCode>(status));
}
#else
using ResponderArgument = QHttpServerResponder &&;

QList<QPair<QByteArray, QByteArray>> headersOf(const QHttpServerRequest &request)
{
    return request.headers();
}

void write(
    QHttpServerResponder &responder,
    int status,
    const Reply::Headers &headers,
    const QByteArray &body)
{
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(status));
    for (const auto &[name, value] : headers)
        responder.writeHeader(name, value);
    responder.writeHeader("Content-Length", QByteArray::number(body.size()));
    responder.writeBody(body);
}
#endif

QHttpServerRequest::Method methodOf(Method method)
{
    return method == Method::Get ? QHttpServerRequest::Method::Get
                                 : QHttpServerRequest::Method::Post;
}

class PendingReply final : public Reply
{
public:
    explicit PendingReply(QHttpServerResponder &&responder) : m_responder(std::move(responder)) { }
    ~PendingReply() override
    {
        if (!m_isSent)
            write(m_responder, 500, {}, {});
    }

    void send(int status, const Headers &headers, const QByteArray &body) override
    {
        if (!std::exchange(m_isSent, true))
            write(m_responder, status, headers, body);
    }

private:
    QHttpServerResponder m_responder;
    bool m_isSent = false;
};

/// Gives out sockets that others have connected. QtHttpServer wants a server that listens, so this
/// one "listens" on one end of a socket pair whose other end nobody ever speaks into.
class Hatch final : public QTcpServer
{
    Q_OBJECT

public:
    Hatch()
    {
        std::array<int, 2> silent {};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, silent.data())
            != 0)
            return;
        m_farEnd = silent[1];
        setSocketDescriptor(silent[0]);
    }
    ~Hatch() override
    {
        close();
        if (m_farEnd >= 0)
            ::close(m_farEnd);
    }

    void admit(qintptr descriptor)
    {
        auto socket = std::make_unique<QTcpSocket>(this);
        if (socket->setSocketDescriptor(descriptor))
            addPendingConnection(socket.release());
    }

private:
    int m_farEnd = -1;
};

Call callOf(const QHttpServerRequest &request, const QString &argument)
{
    return {argument, request.query(), request.body(), headersOf(request)};
}

} // namespace

QByteArray Call::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

class HttpServer::Private
{
public:
    QHttpServer server;
    /// Owned by `server`.
    Hatch *hatch = nullptr;
};

HttpServer::HttpServer() : m_private(std::make_unique<Private>())
{
    m_private->hatch = std::make_unique<Hatch>().release();
    m_private->server.bind(m_private->hatch);
}

HttpServer::~HttpServer() = default;

void HttpServer::admit(qintptr descriptor)
{
    m_private->hatch->admit(descriptor);
}

void HttpServer::route(Method method, const QString &path, Handler handler)
{
    if (path.contains(u"<arg>"_s)) {
        m_private->server.route(
            path,
            methodOf(method),
            [handler](
                const QString &argument,
                const QHttpServerRequest &request,
                ResponderArgument responder) {
                handler(
                    callOf(request, argument),
                    std::make_shared<PendingReply>(std::move(responder)));
            });
        return;
    }
    m_private->server.route(
        path,
        methodOf(method),
        [handler](const QHttpServerRequest &request, ResponderArgument responder) {
            handler(callOf(request, {}), std::make_shared<PendingReply>(std::move(responder)));
        });
}

} // namespace ct::server::compat

#include "httpserver.moc"

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/compat/httpserver.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QHttpServerResponse>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
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

constexpr std::array methods {
    std::pair {Method::Get, QHttpServerRequest::Method::Get},
    std::pair {Method::Post, QHttpServerRequest::Method::Post},
    std::pair {Method::Put, QHttpServerRequest::Method::Put},
    std::pair {Method::Patch, QHttpServerRequest::Method::Patch},
    std::pair {Method::Delete, QHttpServerRequest::Method::Delete}};

QHttpServerRequest::Method methodOf(Method method)
{
    const auto found = std::find_if(methods.begin(), methods.end(), [method](const auto &pair) {
        return pair.first == method;
    });
    return found->second;
}

std::optional<Method> methodOf(const QHttpServerRequest &request)
{
    const auto found = std::find_if(methods.begin(), methods.end(), [&request](const auto &pair) {
        return pair.second == request.method();
    });
    return found == methods.end() ? std::nullopt : std::optional(found->first);
}

/// Holds QtHttpServer's responder no longer than until it is used: the connection takes its next
/// request only once the responder is gone. Without one, any thread may destroy it.
class PendingReply final : public Reply
{
public:
    explicit PendingReply(QHttpServerResponder &&responder) : m_responder(std::move(responder)) { }
    ~PendingReply() override { end(); }

    void end() { PendingReply::send(500, {}, {}); }
    void send(int status, const Headers &headers, const QByteArray &body) override
    {
        if (!m_responder)
            return;
        write(*m_responder, status, headers, body);
        m_responder.reset();
    }

private:
    std::optional<QHttpServerResponder> m_responder;
};

/// The replies that somebody still holds. Handlers may hand copies to other threads, which may
/// outlive the server: the last one to go still ends on the server's thread, and all have ended
/// before the server does. Thread: any, but for what is said below.
class OpenReplies
{
public:
    /// Thread: the server's, of which `home` is an object.
    explicit OpenReplies(QObject *home) : m_thread(home->thread()), m_home(home) { }

    /// Thread: the server's.
    static ReplyPtr add(const std::shared_ptr<OpenReplies> &all, QHttpServerResponder &&responder)
    {
        auto reply = std::make_unique<PendingReply>(std::move(responder));
        const std::scoped_lock lock(all->m_mutex);
        all->m_held.insert(reply.get());
        return {reply.release(), [all](PendingReply *pending) {
                    letGo(all, pending);
                }};
    }

    /// No responder is used any more. Thread: the server's.
    void end()
    {
        std::unique_lock lock(m_mutex);
        m_home = nullptr;
        const QSet<PendingReply *> all = m_held + m_letGo;
        lock.unlock();
        // Nobody else destroys any of them meanwhile.
        for (PendingReply *reply : all)
            reply->end();
        lock.lock();
        m_isOver = true;
        const QSet<PendingReply *> letGo = std::exchange(m_letGo, {});
        lock.unlock();
        qDeleteAll(letGo);
    }

private:
    static void letGo(const std::shared_ptr<OpenReplies> &all, PendingReply *pending)
    {
        std::unique_lock lock(all->m_mutex);
        all->m_held.remove(pending);
        if (all->m_isOver || QThread::currentThread() == all->m_thread) {
            lock.unlock();
            delete pending;
            return;
        }
        all->m_letGo.insert(pending);
        // The home can't go while we hold the lock; should it go then, end() destroys them.
        if (all->m_home)
            QMetaObject::invokeMethod(
                all->m_home, [all] { all->destroyLetGo(); }, Qt::QueuedConnection);
    }

    void destroyLetGo()
    {
        std::unique_lock lock(m_mutex);
        const QSet<PendingReply *> letGo = std::exchange(m_letGo, {});
        lock.unlock();
        qDeleteAll(letGo);
    }

    std::mutex m_mutex;
    QThread *const m_thread;
    /// Null once it is about to go.
    QObject *m_home;
    bool m_isOver = false;
    QSet<PendingReply *> m_held;
    /// By other threads; they wait for ours.
    QSet<PendingReply *> m_letGo;
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
        else
            ::close(static_cast<int>(descriptor));
    }

private:
    int m_farEnd = -1;
};

Call callOf(const QHttpServerRequest &request, const QString &argument)
{
    return {
        methodOf(request).value_or(Method::Get),
        request.url().path(QUrl::FullyEncoded).toLatin1(),
        argument,
        request.query(),
        request.body(),
        headersOf(request)};
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
    explicit Private(QObject *home) : replies(std::make_shared<OpenReplies>(home)) { }

    const std::shared_ptr<OpenReplies> replies;
    QHttpServer server;
    /// Owned by `server`.
    Hatch *hatch = nullptr;

    template<typename... Segments>
    void route(Method method, const QString &path, const Handler &handler);
};

HttpServer::HttpServer() : m_private(std::make_unique<Private>(this))
{
    m_private->hatch = std::make_unique<Hatch>().release();
    m_private->server.bind(m_private->hatch);
}

HttpServer::~HttpServer()
{
    m_private->replies->end();
}

void HttpServer::admit(qintptr descriptor)
{
    m_private->hatch->admit(descriptor);
}

/// `Segments` has a `const QString &` for each `<arg>` of the path.
template<typename... Segments>
void HttpServer::Private::route(Method method, const QString &path, const Handler &handler)
{
    server.route(
        path,
        methodOf(method),
        [this, handler](
            Segments... segments, const QHttpServerRequest &request, ResponderArgument responder) {
            const QString argument = QStringList {segments...}.join(u'/');
            handler(callOf(request, argument), OpenReplies::add(replies, std::move(responder)));
        });
}

void HttpServer::route(Method method, const QString &path, const Handler &handler)
{
    using Segment = const QString &;
    switch (path.count(u"<arg>"_s)) {
    case 0:
        return m_private->route<>(method, path, handler);
    case 1:
        return m_private->route<Segment>(method, path, handler);
    case 2:
        return m_private->route<Segment, Segment>(method, path, handler);
    case 3:
        return m_private->route<Segment, Segment, Segment>(method, path, handler);
    default:
        return m_private->route<Segment, Segment, Segment, Segment>(method, path, handler);
    }
}

void HttpServer::routeRest(const Handler &handler)
{
    const auto take
        = [this, handler](const QHttpServerRequest &request, ResponderArgument responder) {
              const ReplyPtr reply = OpenReplies::add(m_private->replies, std::move(responder));
              if (methodOf(request))
                  handler(callOf(request, {}), reply);
              else
                  reply->send(501, {}, {});
          };
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    m_private->server.setMissingHandler(this, take);
#else
    m_private->server.setMissingHandler(take);
#endif
}

} // namespace ct::server::compat

#include "httpserver.moc"

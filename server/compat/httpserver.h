// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace ct::server::compat {

enum class Method { Get, Post, Put, Patch, Delete };

/// A request as a route's handler sees it. By value: it may be kept as long as one likes.
struct Call {
    Method method = Method::Get;
    /// As it came, escapes included.
    QByteArray path;
    /// What the path's `<arg>` stood for, of several with '/' between them; empty when it has none.
    QString argument;
    QUrlQuery query;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;

    QByteArray header(QByteArrayView name) const;
};

/// The right to answer one call, now or later. Unanswered, it answers 500 when the last copy of
/// its pointer is gone. Once the server has gone it does nothing. Thread: the server's, but the
/// last copy may go anywhere and at any time.
class Reply
{
public:
    Reply() = default;
    virtual ~Reply() = default;
    Reply(const Reply &) = delete;
    Reply &operator=(const Reply &) = delete;

    using Headers = QList<QPair<QByteArray, QByteArray>>;
    virtual void send(int status, const Headers &headers, const QByteArray &body) = 0;
};
using ReplyPtr = std::shared_ptr<Reply>;
using Handler = std::function<void(const Call &, const ReplyPtr &)>;

/// QtHttpServer, in the one form that is the same from Qt 6.4 to 6.8 and never listens: it serves
/// connected descriptors that are handed to it. Its sockets must stay open until their answer has
/// been written; the front keeps them so. Thread: the one that made it.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    HttpServer();
    ~HttpServer() override;

    /// A path with at most four `<arg>`, a segment each.
    void route(Method method, const QString &path, const Handler &handler);
    /// What no route takes, whatever its path; once.
    void routeRest(const Handler &handler);
    /// Takes over a connected stream descriptor, of whatever family.
    void admit(qintptr descriptor);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ct::server::compat

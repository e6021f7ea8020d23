// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/admin/operations.h"

#include <QByteArray>
#include <QJsonObject>
#include <QPair>
#include <QStringList>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace ct::server::admin {

/// A body that came as a file instead of being gathered.
struct Uploaded {
    /// In hexadecimal; empty when there is no file.
    QByteArray sha256;
    qint64 size = 0;
    /// Why there is none: full, failed, too-long.
    QByteArray fault;
};

/// A request of the admin API as it comes in, by whichever door.
struct Request {
    protocol::admin::Verb verb = protocol::admin::Verb::Get;
    /// Below protocol::admin::base, normalised, escapes as they are.
    QByteArray path;
    QUrlQuery query;
    QByteArray body;
    QByteArray contentType;
    QByteArray authorization;
    /// The page session's.
    QByteArray cookie;
    QByteArray csrfToken;
    QByteArray ifMatch;
    /// The client's, and the same as limits count it.
    QByteArray address;
    QByteArray clientKey;
    /// Nobody on the way can read along.
    bool isSecure = false;
    /// Not sent by a page of elsewhere.
    bool isOurOrigin = true;
    /// By the port of this machine only, where the operator's token is what counts.
    bool isPrivate = false;
    /// Asks for a WebSocket.
    bool isUpgrade = false;
    std::optional<Uploaded> upload {};
    /// A program asks by itself: no use of the sign-in.
    bool isUnattended = false;
};

struct Answer {
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    int status = 200;
    Headers headers {};
    QByteArray body {};

    void addHeader(const QByteArray &name, const QByteArray &value)
    {
        headers.append(qMakePair(name, value));
    }
};
/// Called once, now or later, on the main thread.
using Done = std::function<void(const Answer &)>;

/// Who asks.
struct Caller {
    /// For the audit: the user, or "token NAME".
    QString name;
    QString address;
    /// As limits count the address.
    QByteArray clientKey {};
    /// Of whoever is signed in; empty with a token.
    QByteArray pageSession {};
    /// Of whoever has sent an API token.
    QString token {};
};

/// A request that may be served.
struct Call {
    /// What the path's `{name}` stand for, in their order.
    QStringList arguments;
    QUrlQuery query;
    QJsonObject body;
    QByteArray ifMatch;
    Caller caller;
    /// Asks for a WebSocket.
    bool isUpgrade = false;
    std::optional<Uploaded> upload {};

    /// A query parameter; empty when there is none.
    QString text(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
};
using Handler = std::function<void(const Call &call, const Done &done)>;

} // namespace ct::server::admin

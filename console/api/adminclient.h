// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/exchange.h"
#include "console/api/serverprofile.h"
#include "shared/protocol/admin/signin.h"

#include <QNetworkAccessManager>

namespace ct::console::api {

/// Makes the network that a server is on.
using NetworkMaker = std::function<std::unique_ptr<QNetworkAccessManager>()>;

/// A request on its way. It may be forgotten: the answer comes all the same.
class Call
{
public:
    Call() = default;
    explicit Call(Exchange *exchange) : m_exchange(exchange) { }

    bool isRunning() const { return m_exchange && !m_exchange->isOver(); }
    /// Its callback is never called then.
    void cancel()
    {
        if (m_exchange)
            m_exchange->cancel();
        m_exchange = nullptr;
    }

private:
    QPointer<Exchange> m_exchange;
};

/// Speaks to the admin API of one server, as whoever has signed in. Never blocks: each request
/// ends in exactly one callback, later than the call and on the same thread, unless it is
/// cancelled or its context ends before. One that meets an ended sign-in waits for the next.
/// Thread: main.
class AdminClient : public QObject
{
    Q_OBJECT

public:
    /// `server` as serverAddress() gives it; `network` is the one that it is on.
    AdminClient(
        QUrl server,
        CertificateTrust trust,
        std::unique_ptr<QNetworkAccessManager> network = std::make_unique<QNetworkAccessManager>());

    const QUrl &server() const { return m_server; }
    /// How long an answer may stand still.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// Asked before each request; without it somebody always is.
    void setIsAttended(std::function<bool()> isAttended) { m_isAttended = std::move(isAttended); }

    template<typename T>
    Call ask(const Request &request, QObject *context, std::function<void(const Outcome<T> &)> done)
    {
        return askRaw(request, context, [done = std::move(done)](const Outcome<RawAnswer> &raw) {
            done(read<T>(raw));
        });
    }
    Call askRaw(
        const Request &request,
        QObject *context,
        std::function<void(const Outcome<RawAnswer> &)> done);

    /// Every request has been answered or has failed.
    bool isIdle() const;
    /// Whether requests are sent with a sign-in or token; the server may have ended it.
    bool isSignedIn() const { return !m_identity.cookie.isEmpty() || !m_identity.bearer.isEmpty(); }
    using SignedIn = Outcome<protocol::admin::SignedIn>;
    /// Afterwards what has waited for it is sent again.
    Call signIn(
        const QString &user,
        const QString &password,
        QObject *context,
        std::function<void(const SignedIn &)> done);
    void useToken(const QByteArray &token);
    /// Here at once; the server is told.
    void signOut();
    /// What waits for a sign-in fails now.
    void giveUpWaiting();

    const CertificateTrust &trust() const { return m_trust; }
    /// Opens the WebSocket of events as whoever has signed in.
    QNetworkRequest eventRequest(const QUrlQuery &query) const;
    void trustOnce(const QByteArray &sha256);
    void remember(const QByteArray &sha256);

Q_SIGNALS:
    /// A request met an ended sign-in and waits.
    void signInNeeded();
    void unreachable(const ct::console::api::Failure &failure);
    void certificateDoubted(const ct::console::api::Certificate &certificate);

private:
    using Done = std::function<void(const Outcome<RawAnswer> &)>;

    void send(Exchange &exchange);
    void settle(Exchange &exchange, const Outcome<RawAnswer> &outcome, const Done &done);
    void sendWaiting();
    bool wouldTellSecrets(const protocol::admin::Operation &operation) const;

    QUrl m_server;
    CertificateTrust m_trust;
    std::chrono::milliseconds m_patience = std::chrono::seconds(30);
    std::function<bool()> m_isAttended = [] {
        return true;
    };
    Identity m_identity;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QList<QPointer<Exchange>> m_waiting;
};

} // namespace ct::console::api

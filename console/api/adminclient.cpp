// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/adminclient.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::api {

namespace {

using protocol::admin::Needs;
using protocol::admin::Operation;

const QByteArrayView signInId {"signIn"};

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

AdminClient::AdminClient(
    QUrl server, CertificateTrust trust, std::unique_ptr<QNetworkAccessManager> network)
    : m_server(std::move(server)),
      m_trust(std::move(trust)),
      m_network(std::move(network))
{
    m_network->setAutoDeleteReplies(false);
}

Call AdminClient::askRaw(const Request &request, QObject *context, Done done)
{
    const Operation &operation = protocol::admin::operation(request.operation);
    auto *exchange = new Exchange(request, operation, this);
    connect(context, &QObject::destroyed, exchange, &Exchange::cancel);
    connect(exchange, &Exchange::doubted, this, &AdminClient::certificateDoubted);
    connect(
        exchange,
        &Exchange::finished,
        this,
        [this, exchange, done = std::move(done)](const Outcome<RawAnswer> &outcome) {
            settle(*exchange, outcome, done);
        });
    send(*exchange);
    return Call(exchange);
}

void AdminClient::send(Exchange &exchange)
{
    if (wouldTellSecrets(exchange.operation())) {
        const auto refuse = [&exchange] {
            Q_EMIT exchange.finished(Failure {FailureKind::InTheClear, {}});
        };
        QMetaObject::invokeMethod(&exchange, refuse, Qt::QueuedConnection);
        return;
    }
    exchange.setPatience(m_patience);
    Identity identity = m_identity;
    identity.isUnattended = !m_isAttended();
    exchange.send(*m_network, m_server, identity, m_trust);
}

bool AdminClient::wouldTellSecrets(const Operation &operation) const
{
    if (operation.needs == Needs::Nothing && operation.id != signInId)
        return false;
    return m_server.scheme() != "https"_L1 && !isThisMachine(m_server.host());
}

void AdminClient::settle(Exchange &exchange, const Outcome<RawAnswer> &outcome, const Done &done)
{
    if (!outcome) {
        const Failure &failure = outcome.failure();
        const bool mayWait
            = exchange.waitsForSignIn() && exchange.operation().needs != Needs::Nothing;
        if (failure.kind == FailureKind::SignInNeeded && mayWait) {
            m_waiting.append(&exchange);
            Q_EMIT signInNeeded();
            return;
        }
        if (failure.isUnreachable())
            Q_EMIT unreachable(failure);
        // Whoever heard that may have cancelled it.
        if (exchange.isOver())
            return;
    }
    // Before the callback, so that its Call is over then.
    exchange.cancel();
    done(outcome);
}

Call AdminClient::signIn(
    const QString &user,
    const QString &password,
    QObject *context,
    std::function<void(const SignedIn &)> done)
{
    Request request {signInId};
    request.body = protocol::FieldWriter::objectOf(protocol::admin::SignIn {user, password});
    const Operation &operation = protocol::admin::operation(request.operation);
    auto *exchange = new Exchange(std::move(request), operation, this);
    connect(context, &QObject::destroyed, exchange, &Exchange::cancel);
    connect(exchange, &Exchange::doubted, this, &AdminClient::certificateDoubted);
    const auto take = [this, exchange, done = std::move(done)](const Outcome<RawAnswer> &raw) {
        const SignedIn signedIn = read<protocol::admin::SignedIn>(raw);
        if (signedIn)
            m_identity = {exchange->cookie(), signedIn->csrfToken.toUtf8(), {}};
        settle(*exchange, raw, [&](const Outcome<RawAnswer> &) { done(signedIn); });
        if (signedIn)
            sendWaiting();
    };
    connect(exchange, &Exchange::finished, this, take);
    send(*exchange);
    return Call(exchange);
}

bool AdminClient::isIdle() const
{
    const auto exchanges = findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly);
    return std::all_of(exchanges.cbegin(), exchanges.cend(), [](const Exchange *exchange) {
        return exchange->isOver();
    });
}

void AdminClient::useToken(const QByteArray &token)
{
    m_identity = {{}, {}, token};
    sendWaiting();
}

void AdminClient::signOut()
{
    if (!m_identity.cookie.isEmpty()) {
        Request request {"signOut"};
        request.waitsForSignIn = false;
        askRaw(request, this, [](const Outcome<RawAnswer> &) {});
    }
    m_identity = {};
    giveUpWaiting();
}

QNetworkRequest AdminClient::eventRequest(const QUrlQuery &query) const
{
    const Operation &operation = protocol::admin::operation("watchEvents");
    const QByteArray path
        = protocol::admin::base.sliced(1).toByteArray() + operation.path.toByteArray();
    QUrl url = m_server.resolved(QUrl::fromEncoded(path));
    url.setScheme(m_server.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setQuery(query);
    QNetworkRequest request(url);
    if (wouldTellSecrets(operation))
        return request;
    if (!m_identity.bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_identity.bearer);
    if (!m_identity.cookie.isEmpty())
        request.setRawHeader("Cookie", m_identity.cookie);
    return request;
}

void AdminClient::sendWaiting()
{
    for (const QPointer<Exchange> &exchange : std::exchange(m_waiting, {})) {
        if (exchange && !exchange->isOver())
            send(*exchange);
    }
}

void AdminClient::giveUpWaiting()
{
    for (const QPointer<Exchange> &exchange : std::exchange(m_waiting, {})) {
        if (exchange && !exchange->isOver())
            exchange->giveUp();
    }
}

void AdminClient::trustOnce(const QByteArray &sha256)
{
    m_trust.trustOnce(sha256);
    // Else the refused connection's state would be used again.
    m_network->clearConnectionCache();
}

void AdminClient::remember(const QByteArray &sha256)
{
    m_trust.remember(sha256);
    m_network->clearConnectionCache();
}

} // namespace ct::console::api

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/serverclient.h"

#include "shared/protocol/paths.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace ct::console::api {

namespace {

/// Far more than both answers need; whoever sends more is not our server.
constexpr qint64 longestAnswer = 64LL * 1024;

Certificate doubtedCertificate(
    const QUrl &server, const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    Certificate doubted;
    doubted.host = server.authority();
    doubted.sha256 = certificate.digest(QCryptographicHash::Sha256);
    doubted.subject = certificate.subjectDisplayName();
    doubted.expires = certificate.expiryDate();
    for (const QSslError &error : errors) {
        if (!doubted.complaints.contains(error.errorString()))
            doubted.complaints.append(error.errorString());
    }
    return doubted;
}

} // namespace

ServerClient::ServerClient(const Clock &clock, std::chrono::milliseconds patience)
    : m_clock(clock),
      m_patience(patience)
{
    m_network.setAutoDeleteReplies(false);
}

void ServerClient::ask(const QUrl &server)
{
    cancel();
    m_server = server;
    m_state = {};
    m_doubted = {};
    get(protocol::paths::meta, &ServerClient::readMeta);
}

void ServerClient::cancel()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply.reset();
}

void ServerClient::trust(const Certificate &certificate)
{
    m_trusted.insert(trustKey(certificate.sha256));
    // Else the refused connection's state would be used again.
    m_network.clearConnectionCache();
}

QString ServerClient::trustKey(const QByteArray &sha256) const
{
    return m_server.authority() + u' ' + QString::fromLatin1(sha256.toHex());
}

void ServerClient::get(QLatin1StringView path, Step answered)
{
    // Relative, so that the path prefix of the address stays.
    QNetworkRequest request(m_server.resolved(QUrl(path.sliced(1))));
    request.setTransferTimeout(static_cast<int>(m_patience.count()));
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    m_reply.reset(m_network.get(request));
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, &ServerClient::checkCertificate);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &ServerClient::refuseLongAnswer);
    connect(m_reply.get(), &QNetworkReply::finished, this, answered);
}

void ServerClient::refuseLongAnswer()
{
    if (m_reply->bytesAvailable() <= longestAnswer)
        return;
    cancel();
    Q_EMIT failed({FailureKind::NotOurServer, u"an answer of more than 64 KiB"_s});
}

void ServerClient::checkCertificate(const QList<QSslError> &errors)
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    m_doubted = doubtedCertificate(m_server, certificate, errors);
    if (m_trusted.contains(trustKey(m_doubted.sha256)))
        m_reply->ignoreSslErrors();
}

void ServerClient::readMeta()
{
    if (m_reply->error() != QNetworkReply::NoError) {
        fail();
        return;
    }
    const auto meta = answer<protocol::Meta>();
    if (!meta) {
        Q_EMIT failed({FailureKind::NotOurServer, meta.error().message});
        return;
    }
    m_state.meta = *meta;
    get(protocol::paths::healthReady, &ServerClient::readHealth);
}

void ServerClient::readHealth()
{
    if (status() == 0) {
        fail();
        return;
    }
    // Not being ready is a status beside 200, but an answer all the same.
    if (const auto health = answer<protocol::Health>())
        m_state.health = *health;
    m_state.askedAt = QDateTime::fromSecsSinceEpoch(sinceEpoch(m_clock.wallNow()).count());
    Q_EMIT stateReceived(m_state);
}

template<typename Message>
Result<Message> ServerClient::answer()
{
    const Result<QJsonObject> object = protocol::objectFromBytes(m_reply->readAll());
    if (!object)
        return object.error();
    return protocol::fromJson<Message>(*object);
}

void ServerClient::fail()
{
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError && !m_doubted.sha256.isEmpty()) {
        Q_EMIT certificateDoubted(m_doubted);
        return;
    }
    const bool isBusy = status() == 429 || status() == 503;
    const FailureKind answered = isBusy ? FailureKind::Busy : FailureKind::NotOurServer;
    const FailureKind kind = status() == 0 ? failureKind(m_reply->error()) : answered;
    Q_EMIT failed({kind, m_reply->errorString()});
}

int ServerClient::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace ct::console::api

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/exchange.h"

#include "shared/protocol/paths.h"

#include <QNetworkCookie>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace ct::console::api {

namespace {

using protocol::admin::Verb;

QByteArray pathOf(const protocol::admin::Operation &operation, const QStringList &values)
{
    QByteArray path;
    qsizetype next = 0;
    for (const QByteArray &segment : operation.path.toByteArray().sliced(1).split('/')) {
        const bool isValue = segment.startsWith('{') && next < values.size();
        path += '/' + (isValue ? QUrl::toPercentEncoding(values.at(next++)) : segment);
    }
    return path;
}

} // namespace

Exchange::Exchange(Request request, const protocol::admin::Operation &operation, QObject *parent)
    : QObject(parent),
      m_request(std::move(request)),
      m_operation(operation)
{ }

Exchange::~Exchange()
{
    drop();
}

void Exchange::send(
    QNetworkAccessManager &network,
    const QUrl &server,
    const Identity &identity,
    const CertificateTrust &trust)
{
    drop();
    m_body.clear();
    m_doubt.reset();
    QNetworkRequest request = requestTo(server, identity);
    request.setSslConfiguration(trust.configuration());
    m_reply = start(network, request);
    const auto judgeErrors = [this, trust](const QList<QSslError> &errors) {
        judge(errors, trust);
    };
    // Qt waits for either before it sends the request.
    connect(m_reply, &QNetworkReply::sslErrors, this, judgeErrors);
    connect(m_reply, &QNetworkReply::encrypted, this, [this, trust] {
        m_doubt = trust.doubt(m_reply->sslConfiguration(), {});
        if (m_doubt)
            finish();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::take);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
    if (m_request.progress) {
        const auto moved
            = m_request.upload ? &QNetworkReply::uploadProgress : &QNetworkReply::downloadProgress;
        connect(m_reply, moved, this, m_request.progress);
    }
}

QNetworkRequest Exchange::requestTo(const QUrl &server, const Identity &identity) const
{
    // Relative, so that the path prefix of the address stays.
    const QByteArray path
        = protocol::admin::base.sliced(1).toByteArray() + pathOf(m_operation, m_request.pathValues);
    QUrl url = server.resolved(QUrl::fromEncoded(path));
    url.setQuery(m_request.query);
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(m_patience.count()));
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Our own, since Qt's jar keeps a Secure cookie back from this machine's http.
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (m_operation.needs != protocol::admin::Needs::Nothing) {
        if (!identity.bearer.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + identity.bearer);
        if (!identity.cookie.isEmpty())
            request.setRawHeader("Cookie", identity.cookie);
        if (identity.isUnattended)
            request.setRawHeader(protocol::headers::unattended.toByteArray(), "1");
        if (m_operation.verb != Verb::Get && !identity.csrfToken.isEmpty())
            request.setRawHeader(protocol::headers::csrfToken.toByteArray(), identity.csrfToken);
    }
    if (!m_request.ifMatch.isEmpty())
        request.setRawHeader("If-Match", m_request.ifMatch);
    if (m_request.upload)
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
    else if (m_request.body)
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return request;
}

QNetworkReply *Exchange::start(QNetworkAccessManager &network, const QNetworkRequest &request)
{
    const QByteArray verb
        = protocol::admin::verbNames.at(static_cast<std::size_t>(m_operation.verb)).toByteArray();
    if (m_request.upload) {
        m_request.upload->seek(0);
        return network.sendCustomRequest(request, verb, m_request.upload.get());
    }
    if (m_operation.verb == Verb::Get)
        return network.get(request);
    const QByteArray body = m_request.body ? protocol::toBytes(*m_request.body) : QByteArray();
    return network.sendCustomRequest(request, verb, body);
}

void Exchange::judge(const QList<QSslError> &errors, const CertificateTrust &trust)
{
    m_doubt = trust.doubt(m_reply->sslConfiguration(), errors);
    // With errors left standing Qt ends the handshake by itself. Which ones it ignores it keeps for
    // the connection's later handshakes, where another certificate of the same authority may have
    // the same ones: so each time it is told anew, and an error that none has stands for none.
    const QList<QSslError> none {QSslError(QSslError::UnspecifiedError)};
    m_reply->ignoreSslErrors(m_doubt ? none : errors);
}

void Exchange::take()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_request.sink && status < 300) {
        if (m_request.sink->write(m_reply->readAll()) < 0)
            fail({FailureKind::Other, m_request.sink->errorString(), status});
        return;
    }
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.longestAnswer)
        fail({FailureKind::TooLong, {}, status});
}

void Exchange::finish()
{
    if (m_doubt) {
        const Certificate doubt = *std::exchange(m_doubt, std::nullopt);
        drop();
        Q_EMIT doubted(doubt);
        if (m_isOver)
            return;
        Q_EMIT finished(Failure {FailureKind::CertificateDoubted, {}});
        return;
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A body that breaks off is no answer, whatever its head says.
    const bool brokeOff = m_reply->error() != QNetworkReply::NoError && m_reply->error() < 200;
    if (status == 0 || brokeOff)
        return fail({failureKind(m_reply->error()), m_reply->errorString()});
    m_body += m_reply->readAll();
    if (status >= 300 || status < 200)
        return fail(failureOf(status, m_body));
    for (const QNetworkCookie &cookie :
         m_reply->header(QNetworkRequest::SetCookieHeader).value<QList<QNetworkCookie>>())
        m_cookie = cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
    const RawAnswer answer {status, m_body, m_reply->rawHeader("ETag")};
    drop();
    Q_EMIT finished(answer);
}

void Exchange::fail(const Failure &failure)
{
    drop();
    Q_EMIT finished(failure);
}

void Exchange::giveUp()
{
    m_request.waitsForSignIn = false;
    fail({FailureKind::SignInNeeded, {}, 401});
}

void Exchange::cancel()
{
    m_isOver = true;
    drop();
    deleteLater();
}

void Exchange::drop()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace ct::console::api

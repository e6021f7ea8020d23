// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/webhookreceiver.h"

#include "server/auditfeed/certificates.h"
#include "shared/base/version.h"

#include <QNetworkProxy>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::auditfeed {

namespace {

constexpr int firstGood = 200;
constexpr int firstRedirect = 300;
constexpr int firstBad = 400;
constexpr int contentTooLarge = 413;

/// 0 without an answer.
int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QNetworkProxy proxyFrom(const QString &text)
{
    if (text.isEmpty())
        return QNetworkProxy::NoProxy;
    const QUrl url(text);
    return {
        QNetworkProxy::HttpProxy,
        url.host(),
        static_cast<quint16>(url.port()),
        url.userName(QUrl::FullyDecoded),
        url.password(QUrl::FullyDecoded)};
}

} // namespace

WebhookReceiver::WebhookReceiver(AuditFeedConfig config, const Clock &clock)
    : m_config(std::move(config)),
      m_clock(clock)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isLate = true;
        m_reply->abort();
    });
}

void WebhookReceiver::deliver(const Batch &batch)
{
    const WebhookCall call = webhookCall(batch, m_clock.wallNow());
    const auto wanted = request(call);
    if (!wanted) {
        Q_EMIT settled(wanted.error().message);
        return;
    }
    post(*wanted, call.body);
}

Result<QNetworkRequest> WebhookReceiver::request(const WebhookCall &call) const
{
    QNetworkRequest request(m_config.webhook);
    if (isSecure()) {
        const auto tls = tlsTowards(m_config.caFile);
        if (!tls)
            return tls.error();
        request.setSslConfiguration(*tls);
    }
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-ndjson"_ba);
    request.setRawHeader("User-Agent", "codetogether-edge/" + QByteArray(productVersion));
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("webhook-id", call.id);
    request.setRawHeader("webhook-timestamp", call.timestamp);
    request.setRawHeader("webhook-signature", webhookSignature(call, m_config.webhookKey));
    using Attribute = QNetworkRequest::Attribute;
    request.setAttribute(Attribute::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(Attribute::Http2AllowedAttribute, false);
    for (const auto attribute :
         {Attribute::CookieLoadControlAttribute,
          Attribute::CookieSaveControlAttribute,
          Attribute::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    return request;
}

void WebhookReceiver::post(const QNetworkRequest &request, const QByteArray &body)
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        // In the clear it goes to this machine only, and to nobody on the way.
        m_network->setProxy(proxyFrom(isSecure() ? m_config.proxy : QString()));
    }
    m_taken = 0;
    m_isLate = false;
    m_tlsFault.clear();
    m_reply = m_network->post(request, body);
    m_reply->setReadBufferSize(m_config.mostAnswer);
    connect(m_reply, &QNetworkReply::readyRead, this, &WebhookReceiver::discard);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsFault = errors.constFirst().errorString();
    });
    connect(m_reply, &QNetworkReply::finished, this, &WebhookReceiver::finished);
    m_patience.start(m_config.patience);
}

void WebhookReceiver::discard()
{
    m_taken += m_reply->readAll().size();
    if (m_taken > m_config.mostAnswer)
        m_reply->abort();
}

void WebhookReceiver::finished()
{
    m_patience.stop();
    const bool isOversized = statusOf(*m_reply) == contentTooLarge;
    const QString fault = faultOf(*m_reply);
    // A connection of which only a part was read is of no use to the next.
    if (!fault.isEmpty())
        m_network->clearConnectionCache();
    m_reply->deleteLater();
    m_reply.clear();
    if (isOversized)
        Q_EMIT oversized(fault);
    else
        Q_EMIT settled(fault);
}

/// Qt's own sentences name the whole URL once there is an answer.
QString WebhookReceiver::faultOf(const QNetworkReply &reply) const
{
    const int status = statusOf(reply);
    if (status >= firstGood && status < firstRedirect)
        return {};
    if (m_isLate)
        return u"it did not answer within %1 s"_s.arg(
            std::chrono::duration_cast<std::chrono::seconds>(m_config.patience).count());
    if (status >= firstRedirect && status < firstBad)
        return u"it answered %1, and redirects are not followed"_s.arg(status);
    if (status > 0)
        return u"it answered %1"_s.arg(status);
    return m_tlsFault.isEmpty() ? reply.errorString() : m_tlsFault;
}

} // namespace ct::server::auditfeed

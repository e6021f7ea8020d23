// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auditfeed/auditfeedconfig.h"
#include "server/auditfeed/receiver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace ct::server::auditfeed {

/// A program that takes signed requests over HTTP(S). A batch is taken once it has answered with a
/// status of 200 to 299, and is too long for it with 413; redirects are not followed, and of its
/// answer nothing but the status counts. Thread: the one it lives in.
class WebhookReceiver final : public Receiver
{
    Q_OBJECT

public:
    /// `clock` outlives it.
    WebhookReceiver(AuditFeedConfig config, const Clock &clock);

    void deliver(const Batch &batch) override;

private:
    Result<QNetworkRequest> request(const WebhookCall &call) const;
    void post(const QNetworkRequest &request, const QByteArray &body);
    void discard();
    void finished();
    QString faultOf(const QNetworkReply &reply) const;
    bool isSecure() const { return m_config.webhook.scheme() == QLatin1StringView("https"); }

    const AuditFeedConfig m_config;
    const Clock &m_clock;
    /// Made in the thread where it is used.
    QNetworkAccessManager *m_network = nullptr;
    QPointer<QNetworkReply> m_reply;
    qint64 m_taken = 0;
    bool m_isLate = false;
    QString m_tlsFault;
    QTimer m_patience {this};
};

} // namespace ct::server::auditfeed

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/auditfeed.h"

#include "server/auditfeed/syslogreceiver.h"
#include "server/auditfeed/webhookreceiver.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::auditfeed {

namespace {

QString syslogWords(const SyslogTarget &target)
{
    return u"the syslog server at %1 port %2 by %3 (CT_AUDIT_SYSLOG)"_s.arg(
        target.host, QString::number(target.port), schemeOf(target.transport));
}

QString webhookWords(const QUrl &url)
{
    constexpr auto shown = QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo;
    return u"the webhook at %1 (CT_AUDIT_WEBHOOK_URL)"_s.arg(url.toString(shown));
}

} // namespace

AuditFeed::AuditFeed(AuditFeedConfig config, const Courier::Services &services)
    : m_config(std::move(config))
{
    m_thread.setObjectName(u"audit feed"_s);
    if (!m_config.syslog.host.isEmpty())
        add(syslogName,
            syslogWords(m_config.syslog),
            std::make_unique<SyslogReceiver>(m_config),
            services);
    if (!m_config.webhook.isEmpty())
        add(webhookName,
            webhookWords(m_config.webhook),
            std::make_unique<WebhookReceiver>(m_config, services.clock),
            services);
    if (m_couriers.empty())
        return;
    m_thread.start();
    for (const auto &courier : m_couriers)
        courier->begin();
}

AuditFeed::~AuditFeed()
{
    m_couriers.clear();
    m_thread.quit();
    m_thread.wait();
}

void AuditFeed::add(
    const QString &name,
    const QString &where,
    std::unique_ptr<Receiver> receiver,
    const Courier::Services &services)
{
    Receiver *living = receiver.release();
    living->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, living, &QObject::deleteLater);
    m_couriers.push_back(std::make_unique<Courier>(name, where, *living, m_config, services));
}

void AuditFeed::hurry(QObject *context, const std::function<void()> &done)
{
    if (m_couriers.empty())
        return done();
    const auto left = std::make_shared<std::size_t>(m_couriers.size());
    for (const auto &courier : m_couriers) {
        const auto rested = [left, done] {
            if (*left > 0 && --*left == 0)
                done();
        };
        QObject::connect(
            courier.get(), &Courier::rested, context, rested, Qt::SingleShotConnection);
        courier->hurry();
    }
    QTimer::singleShot(m_config.farewell, context, [left, done] {
        if (std::exchange(*left, 0) > 0)
            done();
    });
}

QList<FeedState> AuditFeed::states() const
{
    QList<FeedState> states;
    for (const auto &courier : m_couriers)
        states.append(courier->state());
    return states;
}

} // namespace ct::server::auditfeed

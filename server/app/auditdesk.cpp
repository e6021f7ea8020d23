// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/auditdesk.h"

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

using auditfeed::Courier;
using auditfeed::FeedState;

auditfeed::AuditFeedConfig feedConfig(const config::ServerConfig &config)
{
    auditfeed::AuditFeedConfig feed = config.auditFeed;
    feed.proxy = config.proxy;
    return feed;
}

QString waitingText(const FeedState &state)
{
    return state.waiting > 0 ? u"%1 entries wait"_s.arg(state.waiting) : QString();
}

QString detailOf(const FeedState &state)
{
    return state.fault.isEmpty() ? waitingText(state) : waitingText(state) + u": "_s + state.fault;
}

} // namespace

AuditDesk::AuditDesk(const config::ServerConfig &config, const Services &services)
    : m_feed(
        feedConfig(config),
        {services.store,
         services.clock,
         [&log = services.log](Courier::News news, const QString &name, const QString &sentence) {
             if (news == Courier::News::Good)
                 log.info(sentence);
             else if (news == Courier::News::Gap)
                 log.warn(sentence);
             else
                 log.warnLimited(u"audit-"_s + name, sentence);
         }}),
      m_retention(
          config.store.auditDays,
          receivers(),
          {services.store,
           services.clock,
           [&log = services.log](const QString &sentence) { log.info(sentence); },
           [&log = services.log](const QString &sentence) {
               log.warnLimited(u"audit-retention"_s, sentence);
           }}),
      m_isPurging(config.store.auditDays > 0)
{ }

QStringList AuditDesk::receivers() const
{
    QStringList names;
    for (const FeedState &state : m_feed.states())
        names.append(state.name);
    return names;
}

QList<protocol::admin::HealthPart> AuditDesk::health() const
{
    QList<protocol::admin::HealthPart> parts;
    for (const FeedState &state : m_feed.states())
        parts.append({u"audit-"_s + state.name, state.fault.isEmpty(), detailOf(state)});
    if (m_isPurging)
        parts.append({u"audit-retention"_s, m_retention.fault().isEmpty(), m_retention.fault()});
    return parts;
}

QStringList AuditDesk::faults() const
{
    QStringList faults;
    for (const FeedState &state : m_feed.states()) {
        if (!state.fault.isEmpty())
            faults.append(
                u"the audit does not reach its %1, %2"_s.arg(state.name, detailOf(state)));
    }
    if (!m_retention.fault().isEmpty())
        faults.append(u"no audit entry is purged: "_s + m_retention.fault());
    return faults;
}

metrics::AuditFeedFigures AuditDesk::figures() const
{
    metrics::AuditFeedFigures figures;
    for (const FeedState &state : m_feed.states()) {
        auto &place = state.name == auditfeed::syslogName ? figures.syslog : figures.webhook;
        place = {static_cast<quint64>(state.waiting), state.delivered, state.failures};
    }
    return figures;
}

} // namespace ct::server::app

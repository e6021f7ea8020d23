// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/admindesk.h"

using namespace Qt::StringLiterals;

namespace ct::server::app {

AdminDesk::AdminDesk(AdminServices services)
    : m_services(std::move(services)),
      m_tokens(m_services.status.clock),
      m_ledger(m_services.status.store, m_services.status.clock),
      m_api(
          m_services.gate,
          m_services.sessions,
          m_tokens,
          m_services.credentials,
          m_services.operatorToken),
      m_status(m_api.table(), m_services.status),
      m_live(m_api.table(), m_ledger, m_services.gateway),
      m_credentials(m_api.table(), m_services.gate, m_services.changeCredentials),
      m_licence(
          m_api.table(),
          {m_ledger, m_services.licensing, m_services.isLicenceManaged, m_services.seatsUsed}),
      m_tokenOperations(
          m_api.table(),
          {m_services.status.clock,
           m_services.random,
           m_services.status.store,
           m_ledger,
           m_tokens}),
      m_audit(m_api.table(), m_services.status.store),
      m_settings(
          m_api.table(),
          {m_ledger, m_services.inForce, m_services.status.certificate, m_services.reload}),
      m_files(m_api.table(), m_services.logFolder),
      m_packages(
          m_api.table(),
          {m_ledger,
           m_services.status.clock,
           m_services.random,
           m_services.packages,
           m_services.status.gather,
           m_services.expectUpload,
           m_services.forgetUpload,
           m_services.arrivedOfUpload,
           [this](const QByteArray &pageSession) {
               m_services.sessions.visit(pageSession);
           }}),
      m_server(
          m_api.table(),
          {m_ledger,
           m_services.status.clock,
           m_services.random,
           m_services.status.gather,
           m_services.status.health,
           m_services.degraded,
           m_services.licenceSummary,
           m_services.privatePort,
           m_services.logFolder + QStringLiteral("/server.log"),
           [this] { return m_services.ending.patience(); },
           [this] { m_services.ending.drain(); },
           [this] {
               m_services.ending.stop();
           }}),
      m_metrics(m_api.table(), metricsServices()),
      m_lockouts(
          m_api.table(),
          {m_ledger,
           m_services.status.clock,
           {{u'd', u"dashboard"_s, m_services.gate.throttle()},
            {u'l', u"login"_s, m_services.logins}}}),
      m_bans(
          m_api.table(),
          {m_ledger,
           m_services.status.clock,
           m_services.random,
           m_services.status.store,
           m_services.gateway}),
      m_events(m_api.table(), eventServices())
{
    Q_ASSERT(m_api.table().unbound().isEmpty());
}

admin::EventHub::Services AdminDesk::eventServices()
{
    return {
        m_services.status.clock,
        m_services.random,
        m_services.status.store,
        m_services.gateway,
        m_services.feed,
        [this](const auto &done) { m_status.overview(done); },
        [this] { return m_status.health(); },
        [this] { return versions(); },
        [this](const admin::Caller &caller) {
            return mayWatch(caller);
        }};
}

admin::MetricsOperations::Services AdminDesk::metricsServices()
{
    return {
        m_ledger,
        m_services.metrics.inForce(),
        [this] { return m_services.metrics.allowed(); },
        [this](QLatin1StringView setting) { return m_services.metrics.isGiven(setting); },
        [this](const store::KeptMetrics &kept) { return m_services.metrics.merged(kept); },
        [this](const store::KeptMetrics &kept) {
            m_services.metrics.apply(kept);
            m_services.monitoring.restart();
        },
        m_services.status.gather,
        [this](const auto &done) {
            m_services.monitoring.scrape(done);
        }};
}

bool AdminDesk::mayWatch(const admin::Caller &caller) const
{
    // The operator of this machine has neither.
    if (caller.token.isEmpty() && caller.pageSession.isEmpty())
        return true;
    return caller.token.isEmpty() ? m_services.sessions.userOf(caller.pageSession).has_value()
                                  : m_tokens.isGood(caller.token);
}

QHash<QString, QByteArray> AdminDesk::versions() const
{
    const licence::LicenceStatus &licence = m_services.licensing.status();
    QByteArray settings;
    for (const config::Assignment &assignment : m_services.inForce().assignments)
        settings += assignment.name.toUtf8() + '=' + assignment.value.toUtf8() + '\n';
    QByteArray tokens;
    for (const credentials::ApiToken &token : m_tokens.all())
        tokens += token.id.toLatin1() + ' ';
    const auto catalog = m_services.packages.catalog();
    return {
        {u"credentials"_s, QByteArray::number(m_services.gate.generation())},
        {u"licence"_s,
         QByteArray::number(static_cast<int>(licence.state)) + licence.licence.signature.toUtf8()},
        {u"configuration"_s, settings},
        {u"certificate"_s, m_services.status.certificate().fingerprint},
        {u"tokens"_s, tokens},
        {u"metrics"_s, m_metrics.version()},
        {u"lockouts"_s, m_lockouts.version()},
        {u"bans"_s, m_bans.version()},
        {u"packages"_s, catalog ? catalog->list : QByteArray()}};
}

} // namespace ct::server::app

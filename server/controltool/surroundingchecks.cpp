// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/diagnosis.h"

#include <QHostInfo>
#include <QSslCertificate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

QList<Finding> checkLogins(const auth::AuthConfig &config)
{
    const bool canLogIn = config.simpleLogin || (config.apiKeyLogin && !config.apiKeys.isEmpty());
    if (canLogIn)
        return {};
    return {
        {u"no-login"_s,
         u"OCT_API_KEY"_s,
         u"No login method is on, so nobody can log in: set OCT_API_KEY for API keys, or OCT_ACTIVATE_SIMPLE_LOGIN=true to take anybody's word for their name"_s}};
}

QList<Finding> checkStatsd(const metrics::MetricsConfig &config)
{
    if (config.statsdTarget.isEmpty())
        return {};
    const QHostInfo host = QHostInfo::fromName(config.statsdTarget);
    if (host.error() == QHostInfo::NoError && !host.addresses().isEmpty())
        return {};
    return {
        {u"statsd-unresolvable"_s,
         u"CT_METRICS_STATSD_HOST"_s,
         u"StatsD's host %1 has no address: %2"_s.arg(config.statsdTarget, host.errorString())}};
}

QList<Finding> checkAuditHost(const QString &variable, const QString &what, const QString &host)
{
    if (host.isEmpty())
        return {};
    const QHostInfo found = QHostInfo::fromName(host);
    if (found.error() == QHostInfo::NoError && !found.addresses().isEmpty())
        return {};
    return {
        {u"audit-unresolvable"_s,
         variable,
         u"%1 %2 has no address: %3"_s.arg(what, host, found.errorString())}};
}

/// With a proxy, it is the proxy that looks up where an https webhook is.
QList<Finding> checkWebhookHost(const QUrl &webhook, const QString &proxy)
{
    if (webhook.scheme() == "https"_L1 && !proxy.isEmpty())
        return checkAuditHost(
            u"CT_PROXY"_s, u"The proxy to the audit's webhook"_s, QUrl(proxy).host());
    return checkAuditHost(u"CT_AUDIT_WEBHOOK_URL"_s, u"The audit's receiver"_s, webhook.host());
}

QList<Finding> checkAuditFeed(const auditfeed::AuditFeedConfig &config, const QString &proxy)
{
    QList<Finding> findings
        = checkAuditHost(u"CT_AUDIT_SYSLOG"_s, u"The audit's receiver"_s, config.syslog.host)
        + checkWebhookHost(config.webhook, proxy);
    if (!config.caFile.isEmpty() && QSslCertificate::fromPath(config.caFile).isEmpty())
        findings.append(
            {u"audit-authorities"_s,
             u"CT_AUDIT_CA"_s,
             u"%1 holds no certificate, so the audit's receivers are taken for nobody"_s.arg(
                 config.caFile)});
    return findings;
}

/// People come by https, but this server has none: something in front of it has, and on another
/// machine its word about them does not count unless it is told so.
QList<Finding> checkProxies(const config::ServerConfig &config)
{
    const auto isLoopback = [](const QHostAddress &address) {
        return address.isLoopback();
    };
    const auto &bound = config.net.bindAddresses;
    const auto &trusted = config.net.trustedProxies;
    const bool hasProxy = config.serverUrl.startsWith("https://"_L1) && !config.net.httpsEnabled;
    const bool isOpen = bound.isEmpty() || !std::all_of(bound.begin(), bound.end(), isLoopback);
    const bool trustsOthers
        = std::any_of(trusted.begin(), trusted.end(), [&](const net::Subnet &one) {
              return !isLoopback(one.first);
          });
    if (!hasProxy || !isOpen || trustsOthers)
        return {};
    return {
        {u"proxy-untrusted"_s,
         u"CT_TRUSTED_PROXIES"_s,
         u"People come by https (CT_SERVER_URL) through a proxy, as this server has none (CT_HTTPS), but only a proxy on this machine is believed: name the proxy's address"_s}};
}

} // namespace

QList<Finding> checkSurroundings(const config::ServerConfig &config)
{
    return checkLogins(config.auth) + checkStatsd(config.metrics)
        + checkAuditFeed(config.auditFeed, config.proxy) + checkProxies(config);
}

} // namespace ct::server::controltool

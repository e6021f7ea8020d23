// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/derived.h"

#include "server/config/values.h"
#include "server/config/webvalues.h"

#include <QDir>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

bool isLoopbackOnly(const ServerConfig &config)
{
    const auto &all = config.net.bindAddresses;
    return !all.isEmpty() && std::all_of(all.begin(), all.end(), [](const QHostAddress &one) {
        return one.isLoopback();
    });
}

QString equalPorts(const ServerConfig &config)
{
    const std::array<std::pair<QString, quint16>, 3> ports {
        {{u"CT_HTTP_PORT"_s, config.net.httpPort},
         {u"CT_HTTPS_PORT"_s, config.net.httpsEnabled ? config.net.httpsPort : quint16(0)},
         {u"CT_PRIVATE_PORT"_s, config.net.privatePort}}};
    QStringList faults;
    for (auto one = ports.begin(); one != ports.end(); ++one) {
        for (auto other = std::next(one); other != ports.end(); ++other) {
            if (one->second != 0 && one->second == other->second)
                faults.append(u"%1 and %2 are both %3: each needs a port of its own"_s.arg(
                    one->first, other->first, QString::number(one->second)));
        }
    }
    return faults.join(u"; "_s);
}

QString halfACertificate(const ServerConfig &config)
{
    if (config.net.certificateFile.isEmpty() == config.net.privateKeyFile.isEmpty())
        return {};
    const bool lacksKey = config.net.privateKeyFile.isEmpty();
    return u"%1 is set without %2: set both or none"_s.arg(
        lacksKey ? u"CT_TLS_CERTIFICATE"_s : u"CT_TLS_KEY"_s,
        lacksKey ? u"CT_TLS_KEY"_s : u"CT_TLS_CERTIFICATE"_s);
}

QString keylessLogin(const ServerConfig &config)
{
    if (!config.auth.apiKeyLogin || !config.auth.apiKeys.isEmpty())
        return {};
    return u"OCT_ACTIVATE_API_KEY_AUTH is true, but there is no key: set OCT_API_KEY or OCT_API_KEY_FILE"_s;
}

QString formerKeyAlone(const ServerConfig &config)
{
    if (config.auth.formerJwtKey.isEmpty() || !config.auth.jwtKey.isEmpty())
        return {};
    return u"CT_JWT_FORMER_KEY is set without OCT_JWT_PRIVATE_KEY: set both or none"_s;
}

QString smallReplay(const ServerConfig &config)
{
    const qint64 least = 2 * config.front.message;
    if (config.session.replayPerParticipant >= least)
        return {};
    return u"CT_REPLAY_PER_PARTICIPANT is %1, but CT_MESSAGE_LIMIT is %2: expected at least twice as much, %3"_s
        .arg(
            byteCountText(config.session.replayPerParticipant),
            byteCountText(config.front.message),
            byteCountText(least));
}

QString smallTotal(const ServerConfig &config)
{
    if (config.session.replayTotal >= config.session.replayPerParticipant)
        return {};
    return u"CT_REPLAY_TOTAL is %1, less than CT_REPLAY_PER_PARTICIPANT, %2"_s.arg(
        byteCountText(config.session.replayTotal),
        byteCountText(config.session.replayPerParticipant));
}

QString smallHardLimit(const ServerConfig &config)
{
    if (config.front.hardLimit >= config.front.message)
        return {};
    return u"CT_MESSAGE_HARD_LIMIT is %1, less than CT_MESSAGE_LIMIT, %2"_s.arg(
        byteCountText(config.front.hardLimit), byteCountText(config.front.message));
}

QString shortLock(const ServerConfig &config)
{
    if (config.auth.longestLock >= config.auth.firstLock)
        return {};
    return u"CT_LOGIN_LONGEST_LOCK is %1, less than CT_LOGIN_FIRST_LOCK, %2"_s.arg(
        durationText(config.auth.longestLock), durationText(config.auth.firstLock));
}

QString unsignedWebhook(const ServerConfig &config)
{
    if (config.auditFeed.webhook.isEmpty() || !config.auditFeed.webhookKey.isEmpty())
        return {};
    return u"CT_AUDIT_WEBHOOK_URL is set without CT_AUDIT_WEBHOOK_SECRET: its receiver could not tell whose word it gets. Set it, too"_s;
}

bool hasTlsReceiver(const auditfeed::AuditFeedConfig &config)
{
    return config.webhook.scheme() == "https"_L1
        || (!config.syslog.host.isEmpty()
            && config.syslog.transport == auditfeed::SyslogTransport::Tls);
}

/// Taken, since configurations made for other editions have them, but nothing follows from them.
QStringList withoutEffect(const ServerConfig &config)
{
    QStringList sentences;
    if (config.trustAllCertificates)
        sentences.append(
            u"CT_TRUST_ALL_CERTS is set, but has no effect: no editor's package can. Have clients "
            "trust the certificate's issuer"_s);
    if (!config.proxy.isEmpty() && config.auditFeed.webhook.scheme() != "https"_L1)
        sentences.append(
            u"CT_PROXY is set, but has no effect: it is for an https URL in CT_AUDIT_WEBHOOK_URL, "
            "the only call of another server"_s);
    if (!config.auditFeed.caFile.isEmpty() && !hasTlsReceiver(config.auditFeed))
        sentences.append(u"CT_AUDIT_CA is set, but has no effect: it is for a tls address in "
                         u"CT_AUDIT_SYSLOG and "
                         "an https URL in CT_AUDIT_WEBHOOK_URL"_s);
    return sentences;
}

/// A rule between settings, and which they are.
struct Rule {
    QStringList names;
    QString (*fault)(const ServerConfig &);
};

QList<Rule> rules()
{
    return {
        {{u"CT_HTTP_PORT"_s, u"CT_HTTPS_PORT"_s, u"CT_PRIVATE_PORT"_s, u"CT_HTTPS"_s}, equalPorts},
        {{u"CT_TLS_CERTIFICATE"_s, u"CT_TLS_KEY"_s}, halfACertificate},
        {{u"OCT_ACTIVATE_API_KEY_AUTH"_s, u"OCT_API_KEY"_s}, keylessLogin},
        {{u"CT_JWT_FORMER_KEY"_s, u"OCT_JWT_PRIVATE_KEY"_s}, formerKeyAlone},
        {{u"CT_REPLAY_PER_PARTICIPANT"_s, u"CT_MESSAGE_LIMIT"_s}, smallReplay},
        {{u"CT_REPLAY_TOTAL"_s, u"CT_REPLAY_PER_PARTICIPANT"_s}, smallTotal},
        {{u"CT_MESSAGE_HARD_LIMIT"_s, u"CT_MESSAGE_LIMIT"_s}, smallHardLimit},
        {{u"CT_AUDIT_WEBHOOK_URL"_s, u"CT_AUDIT_WEBHOOK_SECRET"_s}, unsignedWebhook},
        {{u"CT_LOGIN_LONGEST_LOCK"_s, u"CT_LOGIN_FIRST_LOCK"_s}, shortLock},
    };
}

} // namespace

ServerConfig fixedDefaults()
{
    ServerConfig config;
    config.owner = u"Unknown"_s;
    config.timeZone = u"UTC"_s;
    const QList<net::Subnet> loopback
        = subnets(u"127.0.0.0/8, ::1/128"_s).value_or(QList<net::Subnet> {});
    config.net.trustedProxies = loopback;
    config.net.rateExempt = loopback;
    return config;
}

QString defaultStateDir(const QProcessEnvironment &environment)
{
    // The XDG specification has relative ones ignored.
    const QString stateHome = environment.value(u"XDG_STATE_HOME"_s);
    if (QDir::isAbsolutePath(stateHome))
        return QDir::cleanPath(stateHome + u"/codetogether"_s);
    const QString home = environment.value(u"HOME"_s);
    return QDir::cleanPath(
        (QDir::isAbsolutePath(home) ? home : QDir::homePath()) + u"/.local/state/codetogether"_s);
}

void deriveDefaults(ServerConfig &config, const QSet<QString> &given)
{
    if (!given.contains(u"CT_LOG_DIR"_s))
        config.logging.folder = QDir(config.stateDir).filePath(u"log"_s);
    if (!given.contains(u"CT_ACCESS_LOG_DIR"_s))
        config.logging.accessFolder = config.logging.folder;
    if (!given.contains(u"CT_PATH_PREFIX"_s))
        config.front.pathPrefix = pathPrefix(QUrl(config.serverUrl).path()).value_or(QByteArray());
    config.clients.isOwnFolder = !given.contains(u"CT_CLIENTS_DIR"_s);
    if (config.clients.isOwnFolder)
        config.clients.folder = QDir(config.stateDir).filePath(u"clients"_s);
    config.clients.serverUrl = config.serverUrl;
    config.metrics.statsdTarget = hostName(config.metrics.statsdHost).value_or(QString());
    if (!given.contains(u"OCT_ACTIVATE_API_KEY_AUTH"_s))
        config.auth.apiKeyLogin = !config.auth.apiKeys.isEmpty();
    if (!given.contains(u"OCT_ACTIVATE_SIMPLE_LOGIN"_s)) {
        config.auth.simpleLogin = !config.auth.apiKeyLogin && isLoopbackOnly(config);
        config.auth.simpleLoginByDefault = config.auth.simpleLogin;
    }
}

QStringList contradictions(const ServerConfig &config, const QSet<QString> &faulty)
{
    QStringList faults;
    for (const Rule &rule : rules()) {
        const auto isFaulty = [&](const QString &name) {
            return faulty.contains(name);
        };
        if (std::any_of(rule.names.begin(), rule.names.end(), isFaulty))
            continue;
        if (const QString fault = rule.fault(config); !fault.isEmpty())
            faults.append(fault);
    }
    return faults;
}

QStringList doubts(const ServerConfig &config)
{
    QStringList doubts = withoutEffect(config);
    if (!config.auth.simpleLogin && !config.auth.apiKeyLogin)
        doubts.append(u"Nobody can log in, as no login method is on: set OCT_API_KEY (a key for "
                      u"each person), or "
                      "OCT_ACTIVATE_SIMPLE_LOGIN=true (any name, unchecked)"_s);
    const auto &metrics = config.metrics;
    if (metrics.statsdTarget != metrics.statsdHost)
        doubts.append(u"CT_METRICS_STATSD_HOST is %1, of which only the host is used: %2"_s.arg(
            metrics.statsdHost, metrics.statsdTarget));
    if (!config.net.metricsDoor.address.isNull() && !metrics.prometheus)
        doubts.append(
            u"CT_METRICS_LISTEN is set, but there is nothing to serve there without CT_PROMETHEUS_ENABLED=true"_s);
    return doubts;
}

QStringList graveDoubts(const ServerConfig &config)
{
    const QUrl url(config.serverUrl);
    const bool isLocal = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    if (url.scheme() != "http"_L1 || isLocal)
        return {};
    return {u"CT_SERVER_URL is \"%1\": expected an https URL. Logins and invitations would travel "
            "readable for everybody on the way"_s.arg(config.serverUrl)};
}

} // namespace ct::server::config

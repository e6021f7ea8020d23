// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"
#include "server/config/values.h"
#include "server/config/webvalues.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using auditfeed::AuditFeedConfig;
using auditfeed::SyslogTarget;
using auditfeed::SyslogTransport;

/// Of RFC 5426 and 5425.
constexpr quint16 usualPort = 514;
constexpr quint16 usualTlsPort = 6514;
constexpr qsizetype shortestSecret = 16;
constexpr qsizetype longestSecret = 1'024;
/// Of Standard Webhooks, in bytes.
constexpr qsizetype shortestKey = 24;

constexpr auto counts = std::to_array<Row<store::StoreConfig, int>>({
    {"CT_AUDIT_RETENTION_DAYS",
     &store::StoreConfig::auditDays,
     "Days for which audit entries are kept, and a day more at most, then purged; 0 keeps them "
     "for ever. None goes before it was sent to each of the audit's receivers, which by UDP is not "
     "to say that it came",
     0,
     36'500},
});

std::optional<SyslogTransport> transportOf(const QString &scheme)
{
    if (scheme == "udp"_L1)
        return SyslogTransport::Udp;
    if (scheme == "tcp"_L1)
        return SyslogTransport::Tcp;
    if (scheme == "tls"_L1)
        return SyslogTransport::Tls;
    return std::nullopt;
}

std::optional<SyslogTarget> syslogTarget(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const auto transport = transportOf(url.scheme());
    const bool isBare = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery()
        && !url.hasFragment() && url.userInfo().isEmpty();
    const auto host = hostName(url.host());
    if (!url.isValid() || !transport || !isBare || !host || url.port() == 0)
        return std::nullopt;
    const int usual = *transport == SyslogTransport::Tls ? usualTlsPort : usualPort;
    return SyslogTarget {*transport, *host, static_cast<quint16>(url.port(usual))};
}

QString syslogText(const SyslogTarget &target)
{
    if (target.host.isEmpty())
        return {};
    QUrl url;
    url.setScheme(schemeOf(target.transport));
    url.setHost(target.host);
    url.setPort(target.port);
    return url.toString();
}

/// In the clear the audit goes to nobody but this machine.
std::optional<QUrl> webhookUrl(const QString &text)
{
    const auto page = pageUrl(text);
    const QUrl url(page.value_or(QString()), QUrl::StrictMode);
    const bool isHere = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool isGood = !url.hasFragment()
        && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere));
    return isGood ? std::optional(url) : std::nullopt;
}

/// Where it is, as path and query may be what a receiver knows its senders by.
QString shownWebhook(const QString &text)
{
    static const auto hidden = u"***"_s;
    const QUrl url(text, QUrl::StrictMode);
    if (text.isEmpty())
        return {};
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())
        return hidden;
    constexpr auto place
        = QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
    return url.toString(QUrl::FullyEncoded | place) + u'/' + hidden;
}

/// What is behind `whsec_`, in base64, or the text as it is.
std::optional<QByteArray> webhookKey(const QString &text)
{
    static const QRegularExpression form(u"\\A[!-~]+\\z"_s);
    static constexpr auto encodedMark = "whsec_"_L1;
    const bool isGood = text.size() >= shortestSecret && text.size() <= longestSecret
        && form.match(text).hasMatch();
    if (!isGood)
        return std::nullopt;
    if (!text.startsWith(encodedMark))
        return text.toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(
        text.sliced(encodedMark.size()).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).size() >= shortestKey ? std::optional(*decoded) : std::nullopt;
}

Setting secretSetting()
{
    Setting setting = special(
        {u"CT_AUDIT_WEBHOOK_SECRET"_s,
         u"Signs what CT_AUDIT_WEBHOOK_URL gets"_s,
         u"16 to 1024 printable characters without blanks, or whsec_ and the base64 of 24 bytes or more"_s},
        [](auto &config) -> auto & { return config.auditFeed.webhookKey; },
        webhookKey,
        [](const QByteArray &value) { return value.isEmpty() ? QString() : u"set"_s; });
    setting.isSecret = true;
    return setting;
}

Setting webhookSetting()
{
    Setting setting = special(
        {u"CT_AUDIT_WEBHOOK_URL"_s,
         u"Posts every audit entry there, signed with CT_AUDIT_WEBHOOK_SECRET. Another URL goes "
         "on where the former one was"_s,
         u"an https URL without user and fragment, or an http one to this machine"_s},
        [](auto &config) -> auto & { return config.auditFeed.webhook; },
        webhookUrl,
        [](const QUrl &url) { return url.toString(QUrl::FullyEncoded); });
    setting.show = shownWebhook;
    return setting;
}

QList<Setting> receiverSettings()
{
    return {
        special(
            {u"CT_AUDIT_SYSLOG"_s,
             u"Sends every audit entry to this syslog server (RFC 5424). UDP may lose some, TCP "
             "and TLS send again what was under way when a connection breaks. Another address goes "
             "on "
             "where the former one was"_s,
             u"udp://host:514, tcp://host:514 or tls://host:6514"_s},
            [](auto &config) -> auto & { return config.auditFeed.syslog; },
            syslogTarget,
            syslogText),
        webhookSetting(),
        secretSetting(),
        special(
            {u"CT_AUDIT_CA"_s,
             u"Who may have issued the certificates of the audit's receivers; by default whom the "
             "system trusts"_s,
             u"a file of PEM certificates"_s},
            [](auto &config) -> auto & { return config.auditFeed.caFile; },
            filePath,
            itself),
    };
}

} // namespace

QList<Setting> auditSettings()
{
    return receiverSettings() + settingsOf(&ServerConfig::store, counts);
}

} // namespace ct::server::config

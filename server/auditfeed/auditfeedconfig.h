// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>

namespace ct::server::auditfeed {

enum class SyslogTransport { Udp, Tcp, Tls };

/// As it is written in an address: `udp`, `tcp`, `tls`.
inline QString schemeOf(SyslogTransport transport)
{
    switch (transport) {
    case SyslogTransport::Tcp:
        return QStringLiteral("tcp");
    case SyslogTransport::Tls:
        return QStringLiteral("tls");
    case SyslogTransport::Udp:
        break;
    }
    return QStringLiteral("udp");
}

struct SyslogTarget {
    SyslogTransport transport = SyslogTransport::Udp;
    /// Empty: there is none.
    QString host;
    quint16 port = 0;
};

struct AuditFeedConfig {
    /// CT_AUDIT_SYSLOG
    SyslogTarget syslog;
    /// CT_AUDIT_WEBHOOK_URL; empty: there is none. Its path and query may be a secret of the
    /// receiver's: logs show scheme, host and port only.
    QUrl webhook;
    /// CT_AUDIT_WEBHOOK_SECRET, as bytes.
    QByteArray webhookKey;
    /// CT_AUDIT_CA: a PEM file of who may have issued the receivers' certificates; empty: whom the
    /// system trusts.
    QString caFile;
    /// CT_PROXY, for the webhook.
    QString proxy;

    /// What is handed over in one go.
    int batch = 100;
    /// Of a webhook's body, unless one entry alone is longer: many programs take no more than
    /// 100 KiB.
    qint64 batchBytes = 64LL * 1024;
    /// A receiver that has not taken a batch by then has failed.
    std::chrono::milliseconds patience {15'000};
    /// How long a connection has to stand once a syslog server's system has all bytes, before they
    /// count as taken: what it had not read when it went is sent again.
    std::chrono::milliseconds settling {500};
    /// Between two looks for new entries.
    std::chrono::milliseconds look {1'000};
    /// After a failure: before the first and at most before any further try.
    std::chrono::milliseconds firstRetry {1'000};
    std::chrono::milliseconds longestRetry {60'000};
    /// How long the end of the server waits for its last entries to go.
    std::chrono::milliseconds farewell {2'000};
    /// Of a webhook's answer, which nobody reads.
    qint64 mostAnswer = 64LL * 1024;
};

} // namespace ct::server::auditfeed

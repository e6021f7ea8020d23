// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QString>

#include <chrono>

namespace ct::server::metrics {

enum class StatsdProtocol { Udp, Tcp };

struct MetricsConfig {
    /// CT_PROMETHEUS_ENABLED: whether there is a /metrics.
    bool prometheus = false;
    /// CT_PROMETHEUS_TOKEN: who asks has to bear it; empty: nobody has to.
    QByteArray token;
    /// SHA-256 of the same in hexadecimal, where an administrator has set it.
    QByteArray tokenHash;
    /// CT_PROMETHEUS_ALLOW: who may ask; empty: anybody.
    QList<QPair<QHostAddress, int>> allowed;
    /// CT_METRICS_STATSD_HOST as it was given; empty: nothing is sent.
    QString statsdHost;
    /// The host alone, which follows from it.
    QString statsdTarget;
    quint16 statsdPort = 8125;
    StatsdProtocol statsdProtocol = StatsdProtocol::Udp;
    /// Before every name, with the dot; may be empty.
    QString statsdPrefix = QStringLiteral("codetogether.");
    std::chrono::seconds statsdFlush {10};
};

} // namespace ct::server::metrics

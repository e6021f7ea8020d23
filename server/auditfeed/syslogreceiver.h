// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auditfeed/auditfeedconfig.h"
#include "server/auditfeed/receiver.h"
#include "server/auditfeed/syslogline.h"

#include <QAbstractSocket>
#include <QTimer>

#include <memory>

namespace ct::server::auditfeed {

/// A syslog server, by UDP, TCP or TLS. Syslog has no answer: by TCP and TLS a batch counts as
/// taken once the server's system has all of it and the connection has stood for a moment more; by
/// UDP once nobody has said within that moment that there is no such port. The connection stays
/// between batches. Thread: the one it lives in.
class SyslogReceiver final : public Receiver
{
    Q_OBJECT

public:
    explicit SyslogReceiver(AuditFeedConfig config);
    ~SyslogReceiver() override;

    void deliver(const Batch &batch) override;

private:
    void openSocket();
    bool openTls();
    void watch(QAbstractSocket &socket);
    void send();
    void look();
    bool hasLeft() const;
    void failed(const QString &why);
    void finish(const QString &fault);
    void dropSocket();
    bool isUdp() const { return m_config.syslog.transport == SyslogTransport::Udp; }

    const AuditFeedConfig m_config;
    const SyslogOrigin m_origin;
    std::unique_ptr<QAbstractSocket> m_socket;
    /// The socket may be written to.
    bool m_isReady = false;
    /// What the present batch is on the wire, until it is written: datagrams or frames.
    QList<QByteArray> m_pieces;
    bool m_isBusy = false;
    QTimer m_patience {this};
    QTimer m_looks {this};
    int m_looksSinceLeft = 0;
};

} // namespace ct::server::auditfeed

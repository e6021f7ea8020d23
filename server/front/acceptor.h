// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/client.h"
#include "server/front/frontcontext.h"
#include "server/net/listeners.h"

#include <QObject>
#include <QTimer>

namespace ct::server::front {

/// The ports really taken; 0 for a door that isn't there.
struct Ports {
    quint16 http = 0;
    quint16 https = 0;
    quint16 privateHttp = 0;
    quint16 metrics = 0;
    quint16 admin = 0;
};

/// Accepts connections at all doors, keeps their numbers and rates within the limits, and deals
/// them to the workers in turn. Owner: Front. Thread: its own.
class Acceptor final : public QObject
{
    Q_OBJECT

public:
    explicit Acceptor(FrontContext &context);
    ~Acceptor() override;

    /// Opens every door, or none.
    Status open();
    void close();
    /// Rules for whoever comes from now on.
    void apply(const Policies &policies);
    /// Thread: any, once open() has returned.
    Ports ports() const { return m_ports; }

private:
    void incoming(qintptr descriptor, Door door);
    bool isWelcome(const QHostAddress &peer, const net::AddressKey &key);

    FrontContext &m_context;
    net::NetConfig m_net;
    net::RateLimiter m_rate;
    QTimer m_tidying {this};
    net::Listeners m_listeners;
    Ports m_ports;
};

} // namespace ct::server::front

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/listener.h"
#include "server/net/netconfig.h"
#include "shared/base/result.h"

#include <QMap>
#include <QObject>

#include <memory>
#include <vector>

namespace ct::server::net {

/// All of the server's ports: HTTP, HTTPS when enabled, each on every configured address, the
/// private one on 127.0.0.1, and those for metrics and for administrators, if they are set. Thread:
/// the one it lives in, which needs an event loop.
class Listeners final : public QObject
{
    Q_OBJECT

public:
    explicit Listeners(Listener::Incoming incoming, QObject *parent = nullptr);

    /// All or none. The Error names address, port and variable.
    Status open(const NetConfig &config);
    /// Accepts no more; what has been handed on stays.
    void close();
    /// The port really taken, where 0 was asked for too; 0 when not open.
    quint16 number(Port port) const { return m_numbers.value(port); }

Q_SIGNALS:
    /// As Listener's.
    void overloaded(const QString &why);

private:
    using Opened = std::vector<std::unique_ptr<Listener>>;

    Status openPort(Port port, const QList<QHostAddress> &addresses, quint16 number);
    Result<Opened> openAll(Port port, const QList<QHostAddress> &addresses, quint16 number);

    Listener::Incoming m_incoming;
    Opened m_listeners;
    QMap<Port, quint16> m_numbers;
};

} // namespace ct::server::net

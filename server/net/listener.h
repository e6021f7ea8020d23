// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace ct::server::net {

/// What is spoken on a port.
enum class Port { Http, Https, Private, Metrics, Admin };
inline bool isTls(Port port)
{
    return port == Port::Https || port == Port::Admin;
}

/// Accepts on one address and only hands the descriptors on. When the process has no descriptors
/// left, newcomers are closed and accepting rests for 200 ms instead of spinning.
/// Thread: the one it lives in, which needs an event loop.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    /// Called in the listener's thread; the descriptor is the receiver's, close-on-exec.
    using Incoming = std::function<void(qintptr descriptor, Port port)>;

    Listener(Port port, Incoming incoming, QObject *parent = nullptr);
    ~Listener() override;

    Port port() const { return m_port; }
    /// The Error says what the system said; the caller knows which variable it was.
    Status open(const QHostAddress &address, quint16 number);

Q_SIGNALS:
    /// Newcomers were closed for want of descriptors; at most five times a second.
    void overloaded(const QString &why);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void rest();
    void closeWaiting();

    Port m_port;
    Incoming m_incoming;
    QTimer m_resume;
    /// Given up for a moment to take newcomers off the queue with, since they would wait for ever.
    int m_reserve = -1;
};

} // namespace ct::server::net

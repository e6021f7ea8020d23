// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/backendpool.h"
#include "server/http/responseparser.h"

#include <QTcpSocket>

namespace ct::server::front {

/// One end of a socket pair whose other end the application's HTTP server serves.
/// Owner: BackendPool. Thread: the worker's.
class BackendConnection final : public QObject
{
    Q_OBJECT

public:
    /// Takes over the descriptor.
    explicit BackendConnection(int descriptor);
    /// What is still asked is not answered any more.
    ~BackendConnection() override;

    /// Only when not busy. `answered` is called once.
    void send(const BackendRequest &request, Instant due, BackendPool::Answered answered);
    bool isOverdue(Instant now) const { return m_answered && now >= m_due; }
    /// The answer is not waited for any longer, and the pair is of no more use.
    void giveUp();
    bool isUsable() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState && !m_isBroken;
    }

private:
    void read();
    void broken();
    void answer(Result<http::Response> response);

    QTcpSocket m_socket;
    http::ResponseParser m_parser;
    BackendPool::Answered m_answered;
    Instant m_due {};
    bool m_isBroken = false;
};

} // namespace ct::server::front

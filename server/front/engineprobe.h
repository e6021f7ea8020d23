// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/enginelink.h"

namespace ct::server::front {

/// A WebSocket that has asked to take over from polling and has not yet said `5`. Until then
/// polling works on, whatever becomes of this.
class EngineLink::Probe final : public WebSocketEvents
{
public:
    Probe(EngineLink &link, std::unique_ptr<WebSocketTransport> socket, Instant since);
    ~Probe() override;

    Instant since() const { return m_since; }
    std::unique_ptr<WebSocketTransport> takeSocket();
    /// Closes the WebSocket; nothing follows.
    void stop();

private:
    void socketText(QByteArray text) override;
    void socketBinary(QByteArray) override { m_link.dropProbe(); }
    void socketOversized(bool, QByteArray, quint64) override { m_link.dropProbe(); }
    void socketPong() override { }
    void socketClosed(const QString &, bool) override { m_link.dropProbe(); }
    void socketDrained() override { }

    EngineLink &m_link;
    std::unique_ptr<WebSocketTransport> m_socket;
    const Instant m_since;
    bool m_isAnswered = false;
};

} // namespace ct::server::front

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
    /// Whether a poll that comes now is to be answered at once: the client has been answered and
    /// only waits for its poll to come back. A few times only, as it might go on polling.
    bool takeRelease() { return m_isAnswered && m_releases-- > 0; }
    /// Closes the WebSocket; nothing follows.
    void stop();

private:
    void socketHeard(Instant) override { }
    void socketText(const QByteArray &text) override;
    void socketBinary(QByteArray) override { m_link.dropProbe(); }
    void socketOversized(bool, QByteArray, quint64) override { m_link.dropProbe(); }
    void socketPong() override { }
    void socketClosed(const QString &, bool) override { m_link.dropProbe(); }
    void socketDrained() override { }

    EngineLink &m_link;
    std::unique_ptr<WebSocketTransport> m_socket;
    const Instant m_since;
    bool m_isAnswered = false;
    int m_releases = 4;
};

} // namespace ct::server::front

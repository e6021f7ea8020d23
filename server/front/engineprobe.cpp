// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/engineprobe.h"

#include <utility>

namespace ct::server::front {

EngineLink::Probe::Probe(
    EngineLink &link, std::unique_ptr<WebSocketTransport> socket, Instant since)
    : m_link(link),
      m_socket(std::move(socket)),
      m_since(since)
{
    m_socket->listen(this);
}

EngineLink::Probe::~Probe()
{
    stop();
}

void EngineLink::Probe::stop()
{
    if (!m_socket)
        return;
    WebSocketTransport::retire(
        std::move(m_socket), websocket::CloseCode::Normal, {}, m_link.context().keeper);
}

std::unique_ptr<WebSocketTransport> EngineLink::Probe::takeSocket()
{
    return std::move(m_socket);
}

void EngineLink::Probe::socketText(const QByteArray &text)
{
    if (!m_isAnswered && text == "2probe") {
        m_isAnswered = true;
        m_socket->sendText("3probe");
        m_link.releasePoll();
        return;
    }
    if (m_isAnswered && text == "5")
        return m_link.switchTo(takeSocket());
    m_link.dropProbe();
}

} // namespace ct::server::front

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/watchtable.h"

#include <algorithm>
#include <utility>

namespace ct::server::front {

namespace {

constexpr qint64 lowWater = 64LL * 1024;

} // namespace

WatchLink::WatchLink(std::unique_ptr<WebSocketTransport> socket, Services services)
    : m_services(std::move(services)),
      m_socket(std::move(socket)),
      m_alive(m_services.clock.now())
{
    m_socket->setKnown();
    m_socket->listen(this);
}

WatchLink::~WatchLink()
{
    close(websocket::CloseCode::GoingAway, {});
}

void WatchLink::send(const QList<QByteArray> &messages)
{
    if (!m_socket || messages.isEmpty())
        return;
    m_isBusy = true;
    for (const QByteArray &message : messages)
        m_socket->sendText(message);
}

void WatchLink::close(websocket::CloseCode code, const QByteArray &reason)
{
    if (m_socket)
        WebSocketTransport::retire(std::move(m_socket), code, reason, m_services.keeper);
}

void WatchLink::socketClosed(const QString &, bool)
{
    close(websocket::CloseCode::Normal, {});
}

void WatchLink::socketDrained()
{
    m_alive = m_services.clock.now();
    if (m_socket && m_socket->pending() <= lowWater && std::exchange(m_isBusy, false))
        m_services.ready();
}

void WatchLink::tick(Instant now)
{
    if (!m_socket)
        return;
    const FrontConfig &config = m_services.config;
    if (m_pinged && now - std::max(*m_pinged, m_alive) >= config.pingTimeout)
        return close(websocket::CloseCode::GoingAway, "No answer to a ping");
    if (m_pinged || now - m_alive < config.pingInterval)
        return;
    m_pinged = now;
    m_socket->sendPing();
}

WatchTable::~WatchTable() = default;

void WatchTable::open(const WatchHandle &watch, std::unique_ptr<WebSocketTransport> socket)
{
    const auto ready = [this, ticket = watch.ticket] {
        m_services.application.watchReady(ticket);
    };
    m_links.insert_or_assign(
        watch.ticket,
        std::make_unique<WatchLink>(
            std::move(socket),
            WatchLink::Services {m_services.config, m_services.clock, m_services.keeper, ready}));
    m_services.application.watchOpened(watch);
}

void WatchTable::send(const QByteArray &ticket, const QList<QByteArray> &messages)
{
    if (const auto at = m_links.find(ticket); at != m_links.end())
        at->second->send(messages);
}

void WatchTable::close(
    const QByteArray &ticket, websocket::CloseCode code, const QByteArray &reason)
{
    if (const auto at = m_links.find(ticket); at != m_links.end())
        at->second->close(code, reason);
}

void WatchTable::closeAll()
{
    for (const auto &[ticket, link] : m_links)
        link->close(websocket::CloseCode::GoingAway, "The server is stopping");
}

void WatchTable::tick()
{
    const Instant now = m_services.clock.now();
    for (const auto &[ticket, link] : m_links)
        link->tick(now);
    std::erase_if(m_links, [this](const auto &entry) {
        if (!entry.second->isOver())
            return false;
        m_services.application.watchEnded(entry.first);
        return true;
    });
}

} // namespace ct::server::front

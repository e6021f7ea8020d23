// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/linktable.h"

#include "server/front/linkregistry.h"

#include <algorithm>

namespace ct::server::front {

namespace {

constexpr int sessionIdLength = 24;

} // namespace

LinkTable::~LinkTable() = default;

EngineLink *LinkTable::openEngine(LinkHandshake handshake)
{
    const bool isRefused = !handshake.claims;
    QByteArray sid = randomId(m_context.random, sessionIdLength);
    if (!m_context.registry.add(sid, {&m_worker, isRefused}))
        return nullptr;
    auto link = std::make_unique<EngineLink>(sid, std::move(handshake), m_context);
    EngineLink *opened = link.get();
    m_engines.emplace(std::move(sid), std::move(link));
    return opened;
}

EngineLink *LinkTable::engine(const QByteArray &sid) const
{
    const auto at = m_engines.find(sid);
    return at == m_engines.end() ? nullptr : at->second.get();
}

void LinkTable::openRaw(LinkHandshake handshake, std::unique_ptr<WebSocketTransport> socket)
{
    m_raws.push_back(std::make_unique<RawLink>(std::move(handshake), m_context, std::move(socket)));
}

void LinkTable::tick()
{
    const Instant now = m_context.clock.now();
    for (const auto &[sid, link] : m_engines)
        link->tick(now);
    for (const auto &link : m_raws)
        link->tick(now);
    std::erase_if(m_engines, [](const auto &entry) { return entry.second->isOver(); });
    std::erase_if(m_raws, [](const auto &link) { return link->isOver(); });
}

int LinkTable::owing() const
{
    const auto engines = std::count_if(m_engines.begin(), m_engines.end(), [](const auto &entry) {
        return entry.second->isOwing();
    });
    const auto raws = std::count_if(
        m_raws.begin(), m_raws.end(), [](const auto &link) { return link->isOwing(); });
    return static_cast<int>(engines + raws);
}

LinkFigures LinkTable::figures() const
{
    LinkFigures figures;
    for (const auto &[sid, link] : m_engines) {
        if (link->isSeated())
            ++(link->isOnSocket() ? figures.webSocket : figures.polling);
    }
    figures.rawSocket = static_cast<int>(std::count_if(
        m_raws.begin(), m_raws.end(), [](const auto &link) { return link->isSeated(); }));
    return figures;
}

} // namespace ct::server::front

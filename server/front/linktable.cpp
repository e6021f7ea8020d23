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
    auto link = std::make_unique<RawLink>(std::move(handshake), m_context, std::move(socket));
    m_raws.emplace(link.get(), std::move(link));
}

void LinkTable::tick()
{
    const Instant now = m_context.clock.now();
    // While memory is short, whoever may have received what is kept for it is asked at once.
    LookQueue &looks = m_context.looks;
    std::vector<const ParticipantLink *> over;
    for (ParticipantLink *link :
         m_context.budget.isPressed() ? looks.takeAll() : looks.takeDue(now)) {
        const Instant next = link->tick(now);
        if (link->isOver())
            over.push_back(link);
        else
            looks.add(*link, next);
    }
    for (const ParticipantLink *link : over)
        remove(*link);
}

void LinkTable::remove(const ParticipantLink &link)
{
    if (m_raws.erase(&link) == 0)
        m_engines.erase(static_cast<const EngineLink &>(link).sid());
}

int LinkTable::owing() const
{
    const auto engines = std::count_if(m_engines.begin(), m_engines.end(), [](const auto &entry) {
        return entry.second->isOwing();
    });
    const auto raws = std::count_if(
        m_raws.begin(), m_raws.end(), [](const auto &entry) { return entry.second->isOwing(); });
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
        m_raws.begin(), m_raws.end(), [](const auto &entry) { return entry.second->isSeated(); }));
    return figures;
}

} // namespace ct::server::front

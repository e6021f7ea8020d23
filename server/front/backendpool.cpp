// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/backendpool.h"

#include "server/front/backendconnection.h"

#include <algorithm>
#include <array>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

// Idle pairs beyond this are closed: they are cheap to make and cost two descriptors each.
constexpr std::size_t mostIdle = 32;
constexpr std::size_t keptUnused = 2;
// Whatever isn't answered so long after the longest poll never will be.
constexpr std::chrono::seconds grace {30};

} // namespace

BackendPool::BackendPool(
    ApplicationDoor &door, RequestQuota &quota, const Clock &clock, std::chrono::seconds longPoll)
    : m_door(door),
      m_quota(quota),
      m_clock(clock),
      m_longestAnswer(longPoll + grace)
{ }

void BackendPool::setLongPoll(std::chrono::seconds longPoll)
{
    m_longestAnswer = longPoll + grace;
}

BackendPool::~BackendPool() = default;

void BackendPool::send(
    const net::AddressKey &client,
    const BackendRequest &request,
    Answered answered,
    std::chrono::seconds longer)
{
    if (const Status taken = m_quota.take(client); !taken)
        return answered(taken.error());
    const auto connection = idleConnection();
    if (!connection) {
        m_quota.giveBack(client);
        return answered(connection.error());
    }
    BackendConnection *used = *connection;
    used->send(
        request,
        m_clock.now() + m_longestAnswer + longer,
        [this, used, client, answered = std::move(answered)](Result<http::Response> response) {
            finished(used, client);
            answered(std::move(response));
        });
}

void BackendPool::tick()
{
    const Instant now = m_clock.now();
    std::vector<BackendConnection *> overdue;
    for (const auto &connection : m_all) {
        if (connection->isOverdue(now))
            overdue.push_back(connection.get());
    }
    for (BackendConnection *connection : overdue)
        connection->giveUp();
}

Result<BackendConnection *> BackendPool::idleConnection()
{
    while (!m_idle.empty()) {
        BackendConnection *connection = m_idle.back();
        m_idle.pop_back();
        m_unused = std::min(m_unused, m_idle.size());
        if (connection->isUsable())
            return connection;
        std::erase_if(m_all, [connection](const auto &owned) { return owned.get() == connection; });
    }
    std::array<int, 2> pair {};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pair.data()) != 0)
        return Error {ErrorCode::Unavailable, u"No descriptors are left for a request"_s};
    m_door.admit(pair[1]);
    m_all.push_back(std::make_unique<BackendConnection>(pair[0]));
    return m_all.back().get();
}

void BackendPool::closeUnused()
{
    const std::size_t surplus = m_unused > keptUnused ? m_unused - keptUnused : 0;
    // The first ones have waited for longest.
    for (std::size_t at = 0; at < surplus; ++at) {
        const BackendConnection *connection = m_idle[at];
        std::erase_if(m_all, [connection](const auto &owned) { return owned.get() == connection; });
    }
    m_idle.erase(m_idle.begin(), m_idle.begin() + static_cast<std::ptrdiff_t>(surplus));
    m_unused = m_idle.size();
}

void BackendPool::finished(BackendConnection *connection, const net::AddressKey &client)
{
    m_quota.giveBack(client);
    if (connection->isUsable() && m_idle.size() < mostIdle) {
        m_idle.push_back(connection);
        return;
    }
    const auto at = std::find_if(m_all.begin(), m_all.end(), [connection](const auto &owned) {
        return owned.get() == connection;
    });
    if (at == m_all.end())
        return;
    // It is in the midst of its own call.
    at->release()->deleteLater();
    m_all.erase(at);
}

} // namespace ct::server::front

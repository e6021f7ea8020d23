// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/roomquota.h"

using namespace Qt::StringLiterals;

namespace ct::server::session {

void RoomQuota::setLimits(int rooms, int roomsPerUser)
{
    const std::lock_guard lock(m_mutex);
    m_rooms = rooms;
    m_roomsPerUser = roomsPerUser;
}

Status RoomQuota::take(const QString &userId)
{
    const std::lock_guard lock(m_mutex);
    if (m_rooms > 0 && m_taken >= m_rooms)
        return Error {
            ErrorCode::Unavailable,
            u"The server hosts as many sessions as it may (CT_SESSION_ROOMS)"_s};
    int &ofUser = m_perUser[userId];
    if (m_roomsPerUser > 0 && ofUser >= m_roomsPerUser)
        return Error {ErrorCode::TooMany, u"You host as many sessions as one user may"_s};
    ++ofUser;
    ++m_taken;
    return {};
}

void RoomQuota::giveBack(const QString &userId)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_perUser.find(userId);
    if (at == m_perUser.end())
        return;
    --m_taken;
    if (--at.value() <= 0)
        m_perUser.erase(at);
}

int RoomQuota::taken() const
{
    const std::lock_guard lock(m_mutex);
    return m_taken;
}

} // namespace ct::server::session

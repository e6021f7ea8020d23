// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace ct::server::session {

/// Counts rooms over all workers, in all and per user. A place is taken when a room is reserved
/// and given back when it has ended or its host never came. Thread: any; one mutex, taken when
/// rooms come and go only.
class RoomQuota
{
public:
    RoomQuota(int rooms, int roomsPerUser) : m_rooms(rooms), m_roomsPerUser(roomsPerUser) { }

    /// Rooms that are there already stay.
    void setLimits(int rooms, int roomsPerUser);
    Status take(const QString &userId);
    void giveBack(const QString &userId);
    int taken() const;

private:
    mutable std::mutex m_mutex;
    // Guarded by m_mutex.
    int m_rooms;
    int m_roomsPerUser;
    int m_taken = 0;
    QHash<QString, int> m_perUser;
};

} // namespace ct::server::session

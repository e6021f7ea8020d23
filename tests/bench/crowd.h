// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/room.h"

#include <deque>
#include <random>

namespace ct::bench {

struct CrowdPlan {
    RoomPlan room;
    std::size_t rooms = 10;
    /// Number of the first room, so that crowds of one run differ in their client addresses.
    std::size_t firstRoom = 0;
    /// Messages that a sender sends at once; the room's next burst waits for their delivery.
    std::size_t burst = 1;
    /// Rooms with a burst under way at the same time; 0: all.
    std::size_t active = 0;
    /// Messages a second of each room, in place of bursts; 0: bursts.
    double rate = 0;
    /// Connections cut a second.
    double cuts = 0;
};

/// All rooms of one server, and who sends when.
class Crowd : public RoomUser
{
public:
    Crowd(Dialer &dialer, const CrowdPlan &plan);

    const CrowdPlan &plan() const { return m_plan; }
    std::size_t connections() const { return m_plan.rooms * m_plan.room.peers; }

    /// Opens all rooms, some at a time. Ask isAssembled().
    void assemble();
    bool isAssembled() const { return m_ready == m_rooms.size(); }
    std::size_t roomsReady() const { return m_ready; }
    /// What ended a connection or kept a room from opening; empty: nothing.
    const std::string &failure() const { return m_failure; }

    void start();
    void stop();
    /// All that was sent has been delivered, and nobody is cut off.
    bool isQuiet() const;
    Faults settle();
    void leave();

    Tally &tally() { return m_tally; }

private:
    void roomReady(Room &room) override;
    void roomQuiet(Room &room) override;
    void roomFailed(const std::string &why) override;

    void assembleNext();
    void startBursts();
    void startPaced();
    void sendPaced(Room &room, std::int64_t due);
    void cutNext(std::int64_t due);
    void every(std::int64_t due, std::function<void()> work);

    Dialer &m_dialer;
    CrowdPlan m_plan;
    Tally m_tally;
    std::vector<std::unique_ptr<Room>> m_rooms;
    std::size_t m_begun = 0;
    std::size_t m_ready = 0;
    bool m_isRunning = false;
    /// Grows with each start, so that timers of the run before know that they are late.
    std::uint64_t m_run = 0;
    /// Waiting for their turn to send a burst.
    std::deque<Room *> m_waiting;
    std::string m_failure;
    /// Always the same rooms and phases.
    std::minstd_rand m_random {1};
};

} // namespace ct::bench

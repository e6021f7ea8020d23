// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/crowd.h"

#include <algorithm>

namespace ct::bench {
namespace {

/// Rooms that open at the same time.
constexpr std::size_t openingAtOnce = 16;
constexpr double nanosecondsPerSecond = 1e9;
constexpr std::chrono::milliseconds cutPause {50};

} // namespace

Crowd::Crowd(Dialer &dialer, const CrowdPlan &plan) : m_dialer(dialer), m_plan(plan)
{
    m_plan.room.isHostOnly = plan.cuts > 0;
    for (std::size_t i = 0; i < plan.rooms; ++i)
        m_rooms.push_back(
            std::make_unique<Room>(dialer, m_plan.room, plan.firstRoom + i, *this, m_tally));
}

void Crowd::assemble()
{
    for (std::size_t i = 0; i < openingAtOnce; ++i)
        assembleNext();
}

void Crowd::assembleNext()
{
    if (m_begun < m_rooms.size())
        m_rooms[m_begun++]->assemble();
}

void Crowd::roomReady(Room &)
{
    ++m_ready;
    assembleNext();
}

void Crowd::roomFailed(const std::string &why)
{
    if (m_failure.empty())
        m_failure = why;
}

void Crowd::start()
{
    m_isRunning = true;
    ++m_run;
    if (m_plan.rate > 0)
        startPaced();
    else
        startBursts();
    if (m_plan.cuts > 0)
        cutNext(steadyNow());
}

void Crowd::startBursts()
{
    m_waiting.clear();
    const std::size_t active = m_plan.active == 0 ? m_rooms.size() : m_plan.active;
    for (const auto &room : m_rooms)
        m_waiting.push_back(room.get());
    for (std::size_t i = 0; i < std::min(active, m_rooms.size()); ++i) {
        Room *room = m_waiting.front();
        m_waiting.pop_front();
        room->send(m_plan.burst);
    }
}

void Crowd::roomQuiet(Room &room)
{
    if (!m_isRunning || m_plan.rate > 0)
        return;
    m_waiting.push_back(&room);
    Room *next = m_waiting.front();
    m_waiting.pop_front();
    next->send(m_plan.burst);
}

void Crowd::startPaced()
{
    const double period = nanosecondsPerSecond / m_plan.rate;
    std::uniform_real_distribution<double> phase(0, period);
    for (const auto &room : m_rooms)
        sendPaced(*room, steadyNow() + static_cast<std::int64_t>(phase(m_random)));
}

// Due times are kept, however late a message is, so that a stall is not forgotten.
void Crowd::sendPaced(Room &room, std::int64_t due)
{
    every(due, [this, &room, due] {
        const auto period = static_cast<std::int64_t>(nanosecondsPerSecond / m_plan.rate);
        room.send(m_plan.burst);
        sendPaced(room, due + period);
    });
}

void Crowd::cutNext(std::int64_t due)
{
    every(due, [this, due] {
        m_rooms[m_random() % m_rooms.size()]->cutSomeone(cutPause);
        cutNext(due + static_cast<std::int64_t>(nanosecondsPerSecond / m_plan.cuts));
    });
}

void Crowd::every(std::int64_t due, std::function<void()> work)
{
    m_dialer.reactor().after(
        std::chrono::nanoseconds(due - steadyNow()), [this, run = m_run, work = std::move(work)] {
            if (m_isRunning && run == m_run)
                work();
        });
}

void Crowd::stop()
{
    m_isRunning = false;
}

bool Crowd::isQuiet() const
{
    return std::all_of(m_rooms.begin(), m_rooms.end(), [](const auto &room) {
        return room->isQuiet() && room->isWhole();
    });
}

Faults Crowd::settle()
{
    Faults faults;
    for (const auto &room : m_rooms)
        faults += room->settle();
    return faults;
}

void Crowd::leave()
{
    for (const auto &room : m_rooms)
        room->leave();
}

} // namespace ct::bench

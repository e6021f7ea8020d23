// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace ct::bench {

/// A listening socket on 127.0.0.1; port 0 takes a free one.
struct FloorPort {
    int socket = -1;
    std::uint16_t port = 0;
};
std::optional<FloorPort> listenForFloor(std::uint16_t port);

/// What the floor does wrong with every hundredth delivery, so that it can be seen that faults are
/// found.
enum class FloorFault { None, Lose, Double, Swap, Damage };

/// The least that a relay can do: one thread, epoll, no checks. Each binary frame that a member of
/// a room sends goes to every other one, with only that one's entry of the list of keys, as one
/// Socket.IO header frame and one binary frame; what piles up for a member in one turn goes out by
/// one call. Never returns.
[[noreturn]] void runFloor(int listener, FloorFault fault = FloorFault::None);

} // namespace ct::bench

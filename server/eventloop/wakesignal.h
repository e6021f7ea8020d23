// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>

namespace ct::server::eventloop {

/// Wakes one loop: a counter descriptor that becomes readable, and a flag so that however many
/// callers ask before the loop has run, only the first one makes a system call.
/// Not to be raised from a signal handler of the loop's own thread.
class WakeSignal
{
public:
    /// Ends the program when the process has no descriptor left: no loop can be run without it.
    WakeSignal();
    ~WakeSignal();
    WakeSignal(const WakeSignal &) = delete;
    WakeSignal &operator=(const WakeSignal &) = delete;

    /// Readable while raised. Stays ours.
    int descriptor() const { return m_descriptor; }

    /// Thread: any.
    void raise();
    /// Takes the signal back, to be called when the descriptor was seen readable. What was done
    /// before any raise() is visible afterwards. Thread: the loop's.
    void lower();
    /// Waits for nothing but this signal; whether it came. `timeout` in milliseconds, -1: for ever.
    bool wait(int timeout) const;

private:
    const int m_descriptor;
    std::atomic<bool> m_raised = false;
};

} // namespace ct::server::eventloop

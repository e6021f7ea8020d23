// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <unordered_map>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QSocketNotifier)
struct epoll_event;

namespace ct::server::eventloop {

/// The socket notifiers of one loop in one level-triggered epoll set; all notifiers of a
/// descriptor share one registration, and changes reach the kernel only when the loop waits.
///
/// A descriptor that was closed under its notifiers cannot make the loop spin: the notifiers are
/// switched off with a warning once that is seen, and what the kernel still reports for a file
/// that lives on elsewhere is dropped with the whole set. Thread: the loop's.
class SocketPoller
{
public:
    /// `wakeDescriptor` is watched besides and stays the caller's. Ends the program when the
    /// process has no descriptor left: no loop can be run without it.
    explicit SocketPoller(int wakeDescriptor);
    ~SocketPoller();
    SocketPoller(const SocketPoller &) = delete;
    SocketPoller &operator=(const SocketPoller &) = delete;

    void add(QSocketNotifier *notifier);
    void remove(QSocketNotifier *notifier);

    /// Waits up to `timeout` milliseconds (-1: for ever) for any descriptor; whether the wake
    /// descriptor is readable. A system signal may end the wait early.
    bool wait(int timeout);
    /// Activates the notifiers that the last wait() found and says how many. A nested wait() from
    /// within a slot ends the outer delivery: what is still ready will be found again.
    int deliver();

private:
    static constexpr std::size_t kinds = 3;

    struct Watch {
        /// By QSocketNotifier::Type.
        std::array<QSocketNotifier *, kinds> notifiers {};
        /// What the kernel was told; 0: not in the set.
        quint32 registered = 0;
        /// Tells this registration from earlier ones under the same descriptor.
        quint32 token = 0;
        quint32 activations = 0;
        bool changed = false;
        /// Tell the kernel again even if nothing has changed, to hear whether it still knows us.
        bool verify = false;
        /// Not pollable, which means always ready: a regular file.
        bool alwaysReady = false;
    };
    struct Ready {
        int descriptor = -1;
        quint32 token = 0;
        quint32 events = 0;
    };

    static quint32 wanted(const Watch &watch);
    void open();
    void rebuild();
    quint32 nextToken();
    void noteChange(int descriptor, Watch &watch);
    void countActivation(int descriptor, Watch &watch);
    void applyChanges();
    void enrol(int descriptor, Watch &watch);
    int tellKernel(int operation, int descriptor, const Watch &watch) const;
    void refuse(int descriptor, int error);
    void collect(const epoll_event &event);
    void collectAlwaysReady();
    int activate(const Ready &ready);

    const int m_wakeDescriptor;
    int m_epoll = -1;
    std::unordered_map<int, Watch> m_watches;
    std::vector<int> m_changed;
    std::vector<int> m_alwaysReady;
    std::vector<Ready> m_ready;
    quint32 m_lastToken = 0;
    quint64 m_turn = 0;
    bool m_foundGhost = false;
};

} // namespace ct::server::eventloop

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/socketpoller.h"

#include <QCoreApplication>
#include <QDebug>
#include <QEvent>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <sys/epoll.h>
#include <unistd.h>
#include <utility>

namespace ct::server::eventloop {

namespace {

/// More than this many ready descriptors are found in several turns; the kernel takes them in turn.
constexpr int eventsPerWait = 256;
/// Every so many activations the kernel is asked whether a descriptor is still the one we mean.
constexpr quint32 activationsPerCheck = 64;

constexpr quint32 broken = EPOLLHUP | EPOLLERR;

/// By QSocketNotifier::Type: what is asked for, to which a broken connection is added.
constexpr std::array<quint32, 3> askedFor {EPOLLIN, EPOLLOUT, EPOLLPRI};

std::size_t kindOf(const QSocketNotifier *notifier)
{
    return static_cast<std::size_t>(notifier->type());
}

int descriptorOf(const QSocketNotifier *notifier)
{
    return static_cast<int>(notifier->socket());
}

quint64 keyOf(int descriptor, quint32 token)
{
    return quint64 {token} << 32U | static_cast<quint32>(descriptor);
}

} // namespace

SocketPoller::SocketPoller(int wakeDescriptor) : m_wakeDescriptor(wakeDescriptor)
{
    open();
}

SocketPoller::~SocketPoller()
{
    ::close(m_epoll);
}

void SocketPoller::open()
{
    m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    epoll_event event {};
    event.events = EPOLLIN;
    event.data.u64 = keyOf(m_wakeDescriptor, 0);
    if (m_epoll < 0 || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeDescriptor, &event) != 0)
        qFatal("event loop: epoll failed, error %d", errno);
}

void SocketPoller::rebuild()
{
    m_foundGhost = false;
    ::close(m_epoll);
    open();
    for (auto &[descriptor, watch] : m_watches) {
        watch.registered = 0;
        if (!watch.alwaysReady)
            noteChange(descriptor, watch);
    }
}

void SocketPoller::add(QSocketNotifier *notifier)
{
    const int descriptor = descriptorOf(notifier);
    const auto [position, isNew] = m_watches.try_emplace(descriptor);
    Watch &watch = position->second;
    if (isNew)
        watch.token = nextToken();
    QSocketNotifier *&place = watch.notifiers.at(kindOf(notifier));
    if (place != nullptr && place != notifier) {
        qWarning("event loop: descriptor %d has two notifiers of one kind", descriptor);
        // Most likely the descriptor was closed under the first one and is another file now.
        watch.verify = true;
    }
    place = notifier;
    noteChange(descriptor, watch);
}

void SocketPoller::remove(QSocketNotifier *notifier)
{
    const int descriptor = descriptorOf(notifier);
    const auto position = m_watches.find(descriptor);
    if (position == m_watches.end())
        return;
    Watch &watch = position->second;
    QSocketNotifier *&place = watch.notifiers.at(kindOf(notifier));
    if (place != notifier)
        return;
    place = nullptr;
    if (wanted(watch) != 0) {
        noteChange(descriptor, watch);
        return;
    }
    // Not put off: the descriptor will probably be closed next, and may be another file's after.
    if (watch.registered != 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    m_watches.erase(position);
}

quint32 SocketPoller::wanted(const Watch &watch)
{
    quint32 events = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind)
        events |= watch.notifiers.at(kind) != nullptr ? askedFor.at(kind) : 0;
    return events;
}

quint32 SocketPoller::nextToken()
{
    // 0 is the wake descriptor's.
    if (++m_lastToken == 0)
        ++m_lastToken;
    return m_lastToken;
}

void SocketPoller::noteChange(int descriptor, Watch &watch)
{
    if (!std::exchange(watch.changed, true))
        m_changed.push_back(descriptor);
}

void SocketPoller::applyChanges()
{
    // A list of its own: a refused descriptor switches notifiers off, which notes changes again.
    std::vector<int> changed = std::exchange(m_changed, {});
    for (const int descriptor : changed) {
        const auto position = m_watches.find(descriptor);
        if (position == m_watches.end() || !std::exchange(position->second.changed, false))
            continue;
        Watch &watch = position->second;
        if (std::exchange(watch.verify, false) || wanted(watch) != watch.registered)
            enrol(descriptor, watch);
    }
    changed.clear();
    if (m_changed.empty())
        m_changed.swap(changed); // for its memory
}

void SocketPoller::enrol(int descriptor, Watch &watch)
{
    int error
        = tellKernel(watch.registered != 0 ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, watch);
    if (error == ENOENT) {
        // The descriptor was closed under us and is another file now. The kernel may still report
        // the former one, if it is open elsewhere: a new token tells the two apart.
        watch.token = nextToken();
        error = tellKernel(EPOLL_CTL_ADD, descriptor, watch);
    } else if (error == EEXIST) {
        error = tellKernel(EPOLL_CTL_MOD, descriptor, watch);
    }
    watch.registered = error == 0 ? wanted(watch) : 0;
    watch.alwaysReady = error == EPERM;
    if (watch.alwaysReady)
        m_alwaysReady.push_back(descriptor);
    else if (error != 0)
        refuse(descriptor, error);
}

int SocketPoller::tellKernel(int operation, int descriptor, const Watch &watch) const
{
    epoll_event event {};
    event.events = wanted(watch);
    event.data.u64 = keyOf(descriptor, watch.token);
    return ::epoll_ctl(m_epoll, operation, descriptor, &event) == 0 ? 0 : errno;
}

void SocketPoller::refuse(int descriptor, int error)
{
    qWarning("event loop: descriptor %d cannot be watched, error %d", descriptor, error);
    // A copy, since each one that is switched off calls remove(), and the last one ends the watch.
    const auto notifiers = m_watches.at(descriptor).notifiers;
    for (QSocketNotifier *notifier : notifiers) {
        if (notifier != nullptr)
            notifier->setEnabled(false);
    }
}

bool SocketPoller::wait(int timeout)
{
    applyChanges();
    m_ready.clear();
    ++m_turn;
    collectAlwaysReady();
    std::array<epoll_event, eventsPerWait> events; // NOLINT(*-member-init): filled by the kernel
    const int found
        = ::epoll_wait(m_epoll, events.data(), eventsPerWait, m_ready.empty() ? timeout : 0);
    if (found < 0 && errno != EINTR)
        qFatal("event loop: epoll_wait failed, error %d", errno);
    bool woken = false;
    for (int i = 0; i < found; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        if (event.data.u64 == keyOf(m_wakeDescriptor, 0))
            woken = true;
        else
            collect(event);
    }
    if (m_foundGhost)
        rebuild();
    return woken;
}

void SocketPoller::collect(const epoll_event &event)
{
    const auto descriptor = static_cast<int>(event.data.u64 & 0xFFFF'FFFFU);
    const auto token = static_cast<quint32>(event.data.u64 >> 32U);
    const auto position = m_watches.find(descriptor);
    if (position == m_watches.end() || position->second.token != token) {
        // A file that was closed here but is open elsewhere. It cannot be taken out of the set by
        // a descriptor that is no longer its own.
        m_foundGhost = true;
        return;
    }
    m_ready.push_back({descriptor, token, event.events});
    countActivation(descriptor, position->second);
}

void SocketPoller::countActivation(int descriptor, Watch &watch)
{
    if (++watch.activations % activationsPerCheck != 0)
        return;
    watch.verify = true;
    noteChange(descriptor, watch);
}

void SocketPoller::collectAlwaysReady()
{
    std::sort(m_alwaysReady.begin(), m_alwaysReady.end());
    m_alwaysReady.erase(
        std::unique(m_alwaysReady.begin(), m_alwaysReady.end()), m_alwaysReady.end());
    std::erase_if(m_alwaysReady, [this](int descriptor) {
        const auto position = m_watches.find(descriptor);
        return position == m_watches.end() || !position->second.alwaysReady;
    });
    for (const int descriptor : m_alwaysReady) {
        Watch &watch = m_watches.at(descriptor);
        m_ready.push_back({descriptor, watch.token, EPOLLIN | EPOLLOUT});
        countActivation(descriptor, watch);
    }
}

int SocketPoller::deliver()
{
    const quint64 turn = m_turn;
    int activated = 0;
    for (std::size_t i = 0; m_turn == turn && i < m_ready.size(); ++i)
        activated += activate(Ready(m_ready[i]));
    return activated;
}

int SocketPoller::activate(const Ready &ready)
{
    const quint64 turn = m_turn;
    int activated = 0;
    for (std::size_t kind = 0; kind < kinds && m_turn == turn; ++kind) {
        if ((ready.events & (askedFor.at(kind) | broken)) == 0)
            continue;
        // Looked up each time: the slot before may have changed anything.
        const auto position = m_watches.find(ready.descriptor);
        if (position == m_watches.end() || position->second.token != ready.token)
            break;
        if (QSocketNotifier *notifier = position->second.notifiers.at(kind); notifier != nullptr) {
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &event);
            ++activated;
        }
    }
    return activated;
}

} // namespace ct::server::eventloop

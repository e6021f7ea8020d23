// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/signalwatcher.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace ct::server::app {

namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGUSR1);
    return set;
}

} // namespace

void SignalWatcher::block()
{
    const sigset_t set = watched();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, nullptr);
    // Who may write no longer files is told so by the call, as by a full disk.
    ::sigaction(SIGXFSZ, &ignore, nullptr);
}

SignalWatcher::SignalWatcher()
{
    const sigset_t set = watched();
    m_descriptor = ::signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_descriptor < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::read);
}

SignalWatcher::~SignalWatcher()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void SignalWatcher::read()
{
    signalfd_siginfo info = {};
    while (::read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info))
        tell(static_cast<int>(info.ssi_signo));
}

void SignalWatcher::tell(int signal)
{
    switch (signal) {
    case SIGHUP:
        return Q_EMIT reloadRequested();
    case SIGUSR1:
        return Q_EMIT reopenRequested();
    case SIGTERM:
        return Q_EMIT drainRequested();
    default:
        return Q_EMIT stopRequested();
    }
}

} // namespace ct::server::app

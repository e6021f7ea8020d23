// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/servicenotifier.h"

#include <chrono>
#include <cstdint>
#include <systemd/sd-daemon.h>
#include <utility>

namespace ct::server::app {

namespace {

/// Nobody is there to hear that it failed, and a server does not depend on being heard.
void tell(const char *state)
{
    ::sd_notify(0, state);
}

/// How often the watchdog wants to hear; zero when there is none.
std::chrono::microseconds watchdogInterval()
{
    std::uint64_t interval = 0;
    return std::chrono::microseconds(::sd_watchdog_enabled(0, &interval) > 0 ? interval : 0);
}

} // namespace

ServiceNotifier::ServiceNotifier(Probe probe) : m_probe(std::move(probe))
{
    connect(&m_watchdog, &QTimer::timeout, this, &ServiceNotifier::probe);
}

void ServiceNotifier::ready()
{
    tell("READY=1");
    // Half of the interval is what sd_watchdog_enabled(3) recommends.
    const auto interval
        = std::chrono::duration_cast<std::chrono::milliseconds>(watchdogInterval() / 2);
    if (interval.count() > 0)
        m_watchdog.start(interval);
}

void ServiceNotifier::reloading()
{
    tell("RELOADING=1");
}

void ServiceNotifier::reloaded()
{
    tell("READY=1");
}

void ServiceNotifier::stopping()
{
    tell("STOPPING=1");
}

void ServiceNotifier::probe()
{
    m_probe([] { tell("WATCHDOG=1"); });
}

} // namespace ct::server::app

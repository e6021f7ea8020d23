// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/ending.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

/// How long the last words to every client may take: the whole end within 5 s.
constexpr std::chrono::milliseconds lastWords {4'500};
constexpr std::chrono::milliseconds checkEvery {100};

} // namespace

Ending::Ending(Services services) : m_services(std::move(services))
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_step == Step::Draining)
            lookForSessions();
        else
            deliverWhenSaid();
    });
}

void Ending::goOn()
{
    if (m_step == Step::Running)
        drain();
    else
        hurryOn();
}

void Ending::hurryOn()
{
    if (m_step == Step::Running || m_step == Step::Draining)
        return stop();
    if (m_step == Step::Ended)
        return;
    m_services.log.warn(u"Told to stop again: not waiting any longer"_s);
    if (m_step == Step::Delivering)
        finish();
    else
        deliver();
}

void Ending::drain()
{
    if (m_step != Step::Running)
        return;
    const std::chrono::seconds patience = m_services.patience();
    if (patience.count() == 0)
        return stop();
    m_step = Step::Draining;
    Q_EMIT begun();
    m_services.log.info(
        u"Draining: no new sessions, running ones may go on for %1 s (CT_DRAIN_SECONDS)"_s.arg(
            patience.count()));
    m_services.turnNewcomersAway();
    m_deadline = m_services.clock.now() + patience;
    m_timer.start(checkEvery);
    lookForSessions();
}

void Ending::lookForSessions()
{
    if (m_services.clock.now() >= m_deadline)
        return stop();
    m_services.countSessions([this](int sessions) {
        if (sessions == 0 && m_step == Step::Draining)
            stop();
    });
}

void Ending::stop()
{
    if (m_step != Step::Running && m_step != Step::Draining)
        return;
    if (std::exchange(m_step, Step::LastWords) == Step::Running)
        Q_EMIT begun();
    m_services.log.info(u"Stopping: closing all sessions"_s);
    m_services.turnNewcomersAway();
    m_services.releasePolls();
    m_services.endSessions(u"The server is shutting down"_s);
    m_deadline = m_services.clock.now() + lastWords;
    m_timer.start(checkEvery);
}

void Ending::deliverWhenSaid()
{
    // Whoever polls again meanwhile is not held, either.
    m_services.releasePolls();
    if (m_services.clock.now() >= m_deadline)
        return deliver();
    if (m_services.remaining() > 0)
        return;
    if (std::exchange(m_step, Step::Farewell) == Step::Farewell)
        return deliver();
    m_services.beginFarewell();
}

/// Whoever was not told by now is cut off: what is done from here on would be in no audit.
void Ending::deliver()
{
    m_timer.stop();
    if (std::exchange(m_step, Step::Delivering) != Step::Farewell)
        m_services.beginFarewell();
    m_services.deliver([this] { finish(); });
}

void Ending::finish()
{
    if (std::exchange(m_step, Step::Ended) != Step::Ended)
        Q_EMIT ended();
}

} // namespace ct::server::app

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/pollingsource.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::api {

namespace {

namespace wire = protocol::admin;

constexpr auto pause = 2s;
/// More sessions than one server has; whoever goes on and on is not ours.
constexpr qsizetype mostSessions = 100'000;

} // namespace

PollingSource::PollingSource(AdminClient &client, std::unique_ptr<Delay> delay)
    : m_client(client),
      m_delay(std::move(delay))
{ }

void PollingSource::start()
{
    stop();
    askOverview();
}

void PollingSource::stop()
{
    m_call.cancel();
    m_delay->stop();
}

void PollingSource::askOverview()
{
    m_snapshot = {};
    m_snapshot.type = wire::eventtypes::snapshot;
    m_snapshot.part = 0;
    m_snapshot.last = true;
    m_snapshot.sessions.emplace();
    m_call = m_client.ask<wire::Overview>({"getOverview"}, this, [this](const auto &overview) {
        if (!overview)
            return fail(overview.failure());
        m_snapshot.overview = *overview;
        m_snapshot.atMs = overview->atMs;
        askHealth();
    });
}

void PollingSource::askHealth()
{
    m_call = m_client.ask<wire::HealthDetail>({"getHealth"}, this, [this](const auto &health) {
        if (!health)
            return fail(health.failure());
        m_snapshot.health = *health;
        askSessions({});
    });
}

void PollingSource::askSessions(const QString &after)
{
    Request request {"listSessions"};
    request.query.addQueryItem(u"limit"_s, u"200"_s);
    if (!after.isEmpty())
        request.query.addQueryItem(u"after"_s, after);
    m_call = m_client.ask<wire::LiveSessions>(request, this, [this, after](const auto &page) {
        if (page)
            takeSessions(*page, after);
        else
            fail(page.failure());
    });
}

void PollingSource::takeSessions(const wire::LiveSessions &page, const QString &after)
{
    *m_snapshot.sessions += page.sessions;
    const bool goesOn = page.next && *page.next != after && !page.sessions.isEmpty();
    if (goesOn && m_snapshot.sessions->size() < mostSessions) {
        askSessions(*page.next);
        return;
    }
    wait();
    Q_EMIT happened(m_snapshot);
}

void PollingSource::fail(const Failure &failure)
{
    wait();
    Q_EMIT failed(failure);
}

void PollingSource::wait()
{
    m_delay->start(pause, [this] { askOverview(); });
}

} // namespace ct::console::api

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demolive.h"

#include "shared/base/version.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

namespace wire = protocol::admin;

constexpr qint64 seats = 50;
constexpr qint64 mostSessions = 200;
constexpr int mostDays = 30;
constexpr std::chrono::hours step {1};
constexpr int samplesAnHour = 60;

/// How busy a team is at that hour of its day: nobody at night, few at the week's end.
int busyness(const QDateTime &at)
{
    constexpr std::array byHour {0,  0,  0,  0,  0,  0,  1, 4, 12, 20, 24, 23,
                                 14, 21, 26, 25, 20, 13, 6, 3, 2,  1,  0,  0};
    const int there = byHour.at(static_cast<std::size_t>(at.time().hour()));
    return at.date().dayOfWeek() >= 6 ? there / 6 : there;
}

qint64 peopleAt(std::chrono::milliseconds at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.count());
    return busyness(local) + (local.date().day() % 4);
}

} // namespace

DemoLive::DemoLive(DemoTable &table, const DemoGround &ground)
    : m_ground(ground),
      m_started(ground.clock.now())
{
    table.bind("getVersion", [](const DemoCall &) {
        return messageAnswer(
            wire::Version {u"codetogether-edge"_s, QString::fromLatin1(productVersion), u"1"_s});
    });
    table.bind("getHealth", [this](const DemoCall &) { return messageAnswer(health()); });
    table.bind("getOverview", [this](const DemoCall &) { return messageAnswer(overview()); });
    table.bind("getUsageHistory", [this](const DemoCall &call) { return history(call); });
    table.bind("getSeatHistory", [this](const DemoCall &call) { return seatHistory(call); });
    table.bind("listSessions", [this](const DemoCall &call) { return list(call); });
    table.bind("endSession", [this](const DemoCall &call) { return end(call); });
    table.bind("removeParticipant", [this](const DemoCall &call) { return remove(call); });
}

wire::Overview DemoLive::overview() const
{
    const qint64 people = m_ground.sessions.participants();
    const auto sessions = static_cast<qint64>(m_ground.sessions.all().size());
    return {
        demoTime(m_ground.clock),
        {{u"usersOnline"_s, people + 3},
         {u"sessionsActive"_s, sessions, mostSessions},
         {u"sessionConnections"_s, people, seats},
         {u"serverLag"_s, 180 + m_ground.sessions.below(240)},
         {u"sessionsHosted"_s, m_ground.sessions.hosted()},
         {u"clientDownloads"_s, 311}}};
}

wire::HealthDetail DemoLive::health() const
{
    return {
        u"ok"_s,
        4711,
        std::chrono::floor<std::chrono::seconds>(m_ground.clock.now() - m_started)
            + std::chrono::days(12),
        {{u"store"_s, true},
         {u"logging"_s, true},
         {u"certificate"_s, true},
         {u"licence"_s, true, u"valid"_s}}};
}

QList<std::chrono::milliseconds> DemoLive::hoursOf(const DemoCall &call) const
{
    const QString wanted = call.text(u"days"_s);
    const int days = wanted.isEmpty() ? mostDays : std::clamp(wanted.toInt(), 1, mostDays);
    const auto now = demoTime(m_ground.clock);
    const auto first = std::chrono::floor<std::chrono::hours>(now) - std::chrono::days(days);
    QList<std::chrono::milliseconds> hours;
    for (std::chrono::milliseconds at = first; at <= now; at += step)
        hours.append(at);
    return hours;
}

DemoAnswer DemoLive::history(const DemoCall &call) const
{
    wire::UsageHistory history {step, {}};
    for (const auto at : hoursOf(call)) {
        const qint64 people = peopleAt(at);
        history.points.append(
            {at, people + people / 4, people, (people + 2) / 3, samplesAnHour, samplesAnHour});
    }
    return messageAnswer(history);
}

DemoAnswer DemoLive::seatHistory(const DemoCall &call) const
{
    wire::SeatHistory history {step, {}};
    for (const auto at : hoursOf(call))
        history.points.append({at, peopleAt(at), seats});
    return messageAnswer(history);
}

DemoAnswer DemoLive::list(const DemoCall &call) const
{
    const int limit = call.text(u"limit"_s).isEmpty() ? 100 : call.text(u"limit"_s).toInt();
    wire::LiveSessions page;
    const auto &all = m_ground.sessions.all();
    for (auto at = all.upper_bound(call.text(u"after"_s)); at != all.end(); ++at) {
        if (page.sessions.size() == limit) {
            page.next = page.sessions.constLast().id;
            break;
        }
        page.sessions.append(at->second);
    }
    return messageAnswer(page);
}

DemoAnswer DemoLive::end(const DemoCall &call)
{
    const QString session = call.arguments.constFirst();
    if (!m_ground.sessions.end(session))
        return problemAnswer(404, u"There is no such session"_s);
    m_ground.audit.add(u"admin.session.end"_s, u"demo"_s, session);
    return nothingAnswer();
}

DemoAnswer DemoLive::remove(const DemoCall &call)
{
    const QString &session = call.arguments.constFirst();
    const auto *found = m_ground.sessions.find(session);
    const QString &participant = call.arguments.constLast();
    if (found && found->participants.constFirst().id == participant)
        return problemAnswer(409, u"The host can't be removed; end the session instead"_s);
    if (!m_ground.sessions.remove(session, participant))
        return problemAnswer(404, u"There is no such participant"_s);
    m_ground.audit.add(u"admin.participant.remove"_s, u"demo"_s, session);
    return nothingAnswer();
}

} // namespace ct::console::demo

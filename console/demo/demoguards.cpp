// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demoguards.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

namespace wire = protocol::admin;
using protocol::FieldReader;

constexpr int idLength = 12;

} // namespace

DemoGuards::DemoGuards(DemoTable &table, const DemoGround &ground) : m_ground(ground)
{
    const auto now = demoTime(ground.clock);
    m_bans.append(
        {u"b1"_s,
         {},
         u"address"_s,
         u"203.0.113.9"_s,
         u"demo"_s,
         now - std::chrono::hours(3),
         now + std::chrono::hours(21)});
    m_lockouts.append({u"d1"_s, u"dashboard"_s, u"198.51.100.4"_s, 7, now + std::chrono::hours(1)});
    table.bind("listBans", [this](const DemoCall &) { return list(); });
    table.bind("banParticipant", [this](const DemoCall &call) { return ban(call); });
    table.bind("liftBan", [this](const DemoCall &call) { return lift(call); });
    table.bind("listLockouts", [this](const DemoCall &) {
        return messageAnswer(wire::Lockouts {m_lockouts});
    });
    table.bind("removeLockout", [this](const DemoCall &call) { return unlock(call); });
}

DemoAnswer DemoGuards::list()
{
    const auto now = demoTime(m_ground.clock);
    m_bans.removeIf([this, now](const wire::Ban &ban) {
        return ban.untilMs ? *ban.untilMs <= now : !m_ground.sessions.find(ban.session);
    });
    return messageAnswer(wire::Bans {m_bans});
}

DemoAnswer DemoGuards::ban(const DemoCall &call)
{
    const auto wanted = FieldReader::messageOf<wire::NewBan>(call.body);
    if (!wanted)
        return problemAnswer(400, u"This is not what is expected here"_s, wanted.error().message);
    const QString &session = call.arguments.constFirst();
    const wire::LiveSession *found = m_ground.sessions.find(session);
    const QList<wire::LiveParticipant> people
        = found ? found->participants : QList<wire::LiveParticipant>();
    const auto who = std::find_if(people.begin(), people.end(), [&wanted](const auto &one) {
        return one.id == wanted->participant;
    });
    if (who == people.end())
        return problemAnswer(404, u"There is no such participant"_s);
    if (who->host)
        return problemAnswer(409, u"A session ends with its host: end the session instead"_s);
    wire::Ban made;
    made.id = QString::fromLatin1(randomId(m_ground.random, idLength));
    made.by = wanted->by;
    made.who = made.by == "address"_L1 ? who->address : u"%1 <%2>"_s.arg(who->name, who->email);
    made.createdBy = u"demo"_s;
    made.createdMs = demoTime(m_ground.clock);
    if (wanted->minutes)
        made.untilMs = made.createdMs + std::chrono::minutes(*wanted->minutes);
    else
        made.session = session;
    m_bans.prepend(made);
    m_ground.audit.add(u"admin.ban.make"_s, u"demo"_s, session, made.by + u' ' + made.who);
    m_ground.sessions.remove(session, wanted->participant);
    return messageAnswer(made, 201);
}

DemoAnswer DemoGuards::lift(const DemoCall &call)
{
    const QString id = call.arguments.constFirst();
    if (m_bans.removeIf([&id](const wire::Ban &ban) { return ban.id == id; }) == 0)
        return problemAnswer(404, u"There is no such ban, or it is over"_s);
    m_ground.audit.add(u"admin.ban.lift"_s, u"demo"_s, id);
    return nothingAnswer();
}

DemoAnswer DemoGuards::unlock(const DemoCall &call)
{
    const QString id = call.arguments.constFirst();
    if (m_lockouts.removeIf([&id](const wire::Lockout &one) { return one.id == id; }) == 0)
        return problemAnswer(404, u"There is no such lockout, or it is over"_s);
    m_ground.audit.add(u"admin.lockout.remove"_s, u"demo"_s, id);
    return nothingAnswer();
}

} // namespace ct::console::demo

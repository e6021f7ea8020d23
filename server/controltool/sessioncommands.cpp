// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/sessioncommands.h"

#include "server/config/sysexits.h"
#include "server/config/values.h"
#include "server/controltool/texts.h"
#include "shared/protocol/admin/bans.h"
#include "shared/protocol/admin/live.h"

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

namespace exitcode = config::exitcode;
namespace admin = protocol::admin;

QString connectionText(const admin::LiveParticipant &participant)
{
    if (!participant.connected)
        return u"away"_s;
    return u"%1 from %2"_s.arg(participant.transport, participant.address);
}

QString sessionsText(const admin::LiveSessions &all)
{
    QString text;
    for (const admin::LiveSession &session : all.sessions) {
        text += lineOf({session.id, u"since "_s + timeText(session.sinceMs)});
        for (const admin::LiveParticipant &participant : session.participants) {
            QString who = participant.name;
            if (!participant.email.isEmpty())
                who += u" <%1>"_s.arg(participant.email);
            const QString role = participant.host ? u"host "_s : u"guest"_s;
            text += u"  "_s
                + lineOf(
                        {participant.id,
                         role,
                         who,
                         connectionText(participant),
                         participant.client});
        }
    }
    return all.sessions.isEmpty() ? u"No session is open.\n"_s : text;
}

/// Of all pages.
Result<admin::LiveSessions> allSessions(const ControlClient &client)
{
    admin::LiveSessions all;
    std::optional<QString> after;
    do {
        QUrlQuery query;
        if (after)
            query.addQueryItem(u"after"_s, QString::fromLatin1(QUrl::toPercentEncoding(*after)));
        const auto answer = client.ask({"listSessions", {}, query});
        if (!answer)
            return answer.error();
        const auto page = protocol::FieldReader::messageOf<admin::LiveSessions>(*answer);
        if (!page)
            return page.error();
        all.sessions += page->sessions;
        after = page->next;
    } while (after);
    return all;
}

Outcome listSessions(const Call &call)
{
    const auto client = clientOf(call);
    if (!client)
        return failed(client.error());
    const auto all = allSessions(*client);
    if (!all)
        return failed(all.error());
    return shown(call, protocol::FieldWriter::objectOf(*all), sessionsText(*all));
}

/// A command whose further words fill the places of its operation's path.
std::function<Outcome(const Call &, const QStringList &)> doing(
    QByteArrayView operation, const QString &done)
{
    return [operation, done](const Call &call, const QStringList &places) {
        const auto client = clientOf(call);
        if (!client)
            return failed(client.error());
        const auto answer = client->ask({operation, places});
        return answer ? shown(call, *answer, done + u'\n') : failed(answer.error());
    };
}

QString untilText(const admin::Ban &ban)
{
    return ban.untilMs ? u"out of every session until "_s + timeText(*ban.untilMs)
                       : u"out of session %1 until it ends"_s.arg(ban.session);
}

Outcome ban(const Call &call, const QStringList &further)
{
    const QHash<QString, QString> &values = call.options.values;
    admin::NewBan wanted {further.at(1), values.value(u"by"_s, u"account"_s)};
    if (values.contains(u"for"_s)) {
        const auto time = config::duration(values.value(u"for"_s));
        if (!time || *time <= std::chrono::milliseconds::zero())
            return fail(exitcode::usage, u"--for is a time like 30m or 12h"_s);
        wanted.minutes = std::chrono::ceil<std::chrono::minutes>(*time).count();
    }
    const auto client = clientOf(call);
    if (!client)
        return failed(client.error());
    const auto answer = client->ask(
        {"banParticipant", {further.constFirst()}, {}, protocol::FieldWriter::objectOf(wanted)});
    if (!answer)
        return failed(answer.error());
    const auto made = protocol::FieldReader::messageOf<admin::Ban>(*answer);
    if (!made)
        return failed(made.error());
    return shown(
        call,
        *answer,
        lineOf(
            {u"%1 (%2) is kept %3."_s.arg(made->who, made->by, untilText(*made)),
             u"To lift it: codetogether-ctl bans lift "_s + made->id}));
}

Outcome listBans(const Call &call)
{
    const auto client = clientOf(call);
    if (!client)
        return failed(client.error());
    const auto answer = client->ask({"listBans"});
    if (!answer)
        return failed(answer.error());
    const auto all = protocol::FieldReader::messageOf<admin::Bans>(*answer);
    if (!all)
        return failed(all.error());
    QString text;
    for (const admin::Ban &one : all->bans)
        text += lineOf(
            {one.id,
             one.by,
             one.who,
             untilText(one),
             u"by %1 at %2"_s.arg(one.createdBy, timeText(one.createdMs))});
    return shown(call, *answer, text.isEmpty() ? u"Nobody is kept out.\n"_s : text);
}

} // namespace

QList<Command> sessionCommands()
{
    const QString session = u"SESSION"_s;
    const QString participant = u"PARTICIPANT"_s;
    return {
        {u"session list"_s, u"sessions that run, and who is in them"_s, listSessions},
        {u"session end"_s,
         u"ends SESSION for everybody"_s,
         {},
         doing("endSession", u"The session has ended."_s),
         {session}},
        {u"session kick"_s,
         u"takes a guest out: SESSION PARTICIPANT"_s,
         {},
         doing("removeParticipant", u"The guest is out; the host has to admit them again."_s),
         {session, participant}},
        {u"session ban"_s,
         u"the same, and keeps them out (--by, --for)"_s,
         {},
         ban,
         {session, participant},
         {u"by"_s, u"for"_s}},
        {u"bans list"_s, u"who is kept out"_s, listBans},
        {u"bans lift"_s,
         u"lets them in again, by the ban's ID"_s,
         {},
         doing("liftBan", u"The ban is lifted."_s),
         {u"ID"_s}},
    };
}

} // namespace ct::server::controltool

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/sessionrecorder.h"

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

using Kind = session::SessionEvent::Kind;

QByteArray word(Kind kind)
{
    switch (kind) {
    case Kind::Created:
        return "created";
    case Kind::Joined:
        return "joined";
    case Kind::Broken:
        return "broken";
    case Kind::Resumed:
        return "resumed";
    case Kind::Moved:
        return "moved";
    case Kind::Left:
        return "left";
    case Kind::Ended:
        return "ended";
    case Kind::Refused:
        return "refused";
    }
    return "unknown";
}

bool isWorthALine(Kind kind)
{
    return kind == Kind::Created || kind == Kind::Joined || kind == Kind::Left
        || kind == Kind::Ended;
}

} // namespace

void SessionRecorder::record(const session::SessionEvent &event)
{
    if (event.kind == Kind::Moved)
        return;
    logging::SessionLine line;
    line.at = event.at;
    line.event = word(event.kind);
    line.session = event.session;
    line.participant = event.participant;
    if (!event.participant.isEmpty())
        line.role = event.host ? "host" : "guest";
    line.user = event.user;
    line.email = event.email;
    line.provider = event.authProvider;
    line.address = event.address;
    line.client = event.client;
    line.reason = event.reason;
    m_sessions.write(line);
    if (event.kind == Kind::Refused)
        return m_server.warnLimited(
            u"refused"_s, u"Refused a client at %1: %2"_s.arg(event.address, event.reason));
    if (!isWorthALine(event.kind))
        return;
    const QString reason = event.reason.isEmpty() ? QString() : u": "_s + event.reason;
    m_server.info(u"Session %1 %2 (%3)%4"_s.arg(
        QString::fromLatin1(event.session),
        QString::fromLatin1(line.event),
        QString::fromLatin1(line.role),
        reason));
}

} // namespace ct::server::app

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/livefacts.h"

#include "server/store/record.h"

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;

std::chrono::milliseconds time(WallTime at)
{
    return std::chrono::milliseconds(store::milliseconds(at));
}

wire::LiveParticipant participantOf(const session::ParticipantFacts &facts)
{
    return {
        QString::fromLatin1(facts.id),
        facts.user.name,
        facts.user.email,
        facts.user.authProvider,
        facts.isHost,
        facts.isConnected,
        facts.client,
        facts.address,
        facts.transport,
        time(facts.since)};
}

} // namespace

wire::LiveSession sessionOf(const session::SessionFacts &facts)
{
    wire::LiveSession session {QString::fromLatin1(facts.id), time(facts.since), {}};
    for (const session::ParticipantFacts &participant : facts.participants)
        session.participants.append(participantOf(participant));
    return session;
}

wire::LiveParticipant participantOf(const session::SessionEvent &event)
{
    return {
        QString::fromLatin1(event.participant),
        event.user,
        event.email,
        event.authProvider,
        event.host,
        event.kind != session::SessionEvent::Kind::Broken,
        event.client,
        event.address,
        event.transport,
        time(event.since)};
}

} // namespace ct::server::admin

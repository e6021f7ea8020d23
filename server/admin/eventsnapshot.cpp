// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an EventHub tells a watcher all that there is: a part at a time, each once the one before has
// been taken in. What happens meanwhile comes after that; what is told twice so does no harm.
#include "server/admin/eventhub.h"
#include "server/admin/livefacts.h"

#include <utility>

namespace ct::server::admin {

namespace {

constexpr int sessionsAtOnce = 200;
/// Sessions can be large, and a part is written in one go.
constexpr qsizetype peopleAtOnce = 2'000;

/// The first ones, as many as one part may have; one at least.
QList<protocol::admin::LiveSession> partOf(const session::SessionGateway::Facts &facts)
{
    QList<protocol::admin::LiveSession> sessions;
    qsizetype people = 0;
    for (const session::SessionFacts &one : facts) {
        people += one.participants.size();
        if (sessions.size() == sessionsAtOnce || (!sessions.isEmpty() && people > peopleAtOnce))
            break;
        sessions.append(sessionOf(one));
    }
    return sessions;
}

} // namespace

void EventHub::beginSnapshot(Watcher &watcher)
{
    watcher.told = m_ring.last();
    watcher.isInSnapshot = true;
    watcher.part = 0;
    watcher.after.clear();
    nextPart(watcher);
}

void EventHub::nextPart(Watcher &watcher)
{
    watcher.isBusy = true;
    protocol::admin::Event part = event(protocol::admin::eventtypes::snapshot);
    part.sequence = watcher.told;
    part.part = watcher.part;
    const bool isFirst = watcher.part == 0;
    if (isFirst && isIn(watcher.topics, Topic::Health))
        part.health = m_services.health();
    if (!isFirst || !isIn(watcher.topics, Topic::Overview))
        return addSessions(watcher.ticket, part);
    m_services.overview(
        [this, ticket = watcher.ticket, part](const protocol::admin::Overview &overview) mutable {
            part.overview = overview;
            addSessions(ticket, part);
        });
}

void EventHub::addSessions(const QByteArray &ticket, const protocol::admin::Event &part)
{
    const Watcher *watcher = find(ticket);
    if (!watcher)
        return;
    if (!isIn(watcher->topics, Topic::Sessions))
        return sendPart(ticket, part, {});
    m_services.sessions.describe(
        {watcher->after, sessionsAtOnce}, this, [this, ticket, part](const auto &facts) {
            sendPart(ticket, part, facts);
        });
}

void EventHub::sendPart(
    const QByteArray &ticket,
    protocol::admin::Event part,
    const session::SessionGateway::Facts &facts)
{
    Watcher *watcher = find(ticket);
    if (!watcher || !watcher->line)
        return;
    const QList<protocol::admin::LiveSession> sessions = partOf(facts);
    watcher->isInSnapshot = facts.size() > sessions.size();
    if (watcher->isInSnapshot)
        watcher->after = facts.at(sessions.size() - 1).id;
    ++watcher->part;
    part.last = !watcher->isInSnapshot;
    part.sessions = sessions;
    watcher->before.append(protocol::toBytes(protocol::FieldWriter::objectOf(part)));
    watcher->line->send(std::exchange(watcher->before, {}));
}

} // namespace ct::server::admin

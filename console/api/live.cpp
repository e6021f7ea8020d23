// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/live.h"

#include <algorithm>

namespace ct::console::api {

namespace {

namespace wire = protocol::admin;

/// Where that participant is; the end when it is not there.
QList<wire::LiveParticipant>::iterator find(wire::LiveSession &session, const QString &id)
{
    return std::find_if(
        session.participants.begin(), session.participants.end(), [&id](const auto &one) {
            return one.id == id;
        });
}

} // namespace

Live::Live(std::unique_ptr<EventSource> source) : m_source(std::move(source))
{
    connect(m_source.get(), &EventSource::happened, this, &Live::take);
    connect(m_source.get(), &EventSource::failed, this, &Live::failed);
}

void Live::watch(QObject *watcher)
{
    if (m_watchers.contains(watcher))
        return;
    m_watchers.insert(watcher);
    connect(watcher, &QObject::destroyed, this, &Live::leave);
    follow();
}

void Live::leave(QObject *watcher)
{
    if (!m_watchers.remove(watcher))
        return;
    watcher->disconnect(this);
    follow();
}

void Live::setOnline(bool online)
{
    m_isOnline = online;
    follow();
}

void Live::follow()
{
    const bool wanted = m_isOnline && !m_watchers.isEmpty();
    if (wanted == m_isRunning)
        return;
    m_isRunning = wanted;
    m_coming.reset();
    if (wanted)
        m_source->start();
    else
        m_source->stop();
}

void Live::take(const wire::Event &event)
{
    takeFigures(event);
    if (event.type == wire::eventtypes::snapshot)
        takeSnapshot(event);
    else if (event.type == wire::eventtypes::audit && event.audit)
        Q_EMIT audited(*event.audit);
    else if (event.type == wire::eventtypes::changed && event.subject)
        Q_EMIT changed(*event.subject);
    else
        takeSession(event);
}

void Live::takeFigures(const wire::Event &event)
{
    if (event.overview) {
        m_overview = event.overview;
        Q_EMIT overviewChanged();
    }
    if (event.health) {
        m_health = event.health;
        Q_EMIT healthChanged();
    }
}

void Live::takeSnapshot(const wire::Event &event)
{
    if (event.part.value_or(0) == 0)
        m_coming.emplace();
    if (!m_coming || !event.sessions)
        return;
    for (const wire::LiveSession &session : *event.sessions)
        m_coming->insert_or_assign(session.id, session);
    if (!event.last.value_or(false))
        return;
    replace(*std::exchange(m_coming, std::nullopt));
    if (!std::exchange(m_isKnown, true))
        Q_EMIT known();
}

void Live::replace(Sessions sessions)
{
    const Sessions before = std::exchange(m_sessions, std::move(sessions));
    for (const auto &[id, session] : before) {
        if (!m_sessions.contains(id))
            Q_EMIT sessionGone(id);
    }
    for (const auto &[id, session] : m_sessions) {
        const auto old = before.find(id);
        if (old == before.end() || old->second != session)
            Q_EMIT sessionChanged(id);
    }
}

void Live::takeSession(const wire::Event &event)
{
    if (event.type == wire::eventtypes::sessionStarted && event.session)
        return put(*event.session);
    const QString id = event.sessionId.value_or(QString());
    if (event.type == wire::eventtypes::sessionEnded)
        return drop(id);
    Sessions &sessions = m_coming ? *m_coming : m_sessions;
    const auto known = sessions.find(id);
    if (known == sessions.end())
        return;
    wire::LiveSession session = known->second;
    if (event.type == wire::eventtypes::participantLeft) {
        const auto left = find(session, event.participantId.value_or(QString()));
        if (left != session.participants.end())
            session.participants.erase(left);
    } else if (event.participant) {
        const auto there = find(session, event.participant->id);
        if (there == session.participants.end())
            session.participants.append(*event.participant);
        else
            *there = *event.participant;
    }
    put(session);
}

void Live::put(const wire::LiveSession &session)
{
    if (m_coming) {
        m_coming->insert_or_assign(session.id, session);
        return;
    }
    m_sessions.insert_or_assign(session.id, session);
    Q_EMIT sessionChanged(session.id);
}

void Live::drop(const QString &id)
{
    if (m_coming)
        m_coming->erase(id);
    else if (m_sessions.erase(id) > 0)
        Q_EMIT sessionGone(id);
}

} // namespace ct::console::api

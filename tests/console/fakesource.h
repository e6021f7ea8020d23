// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/eventsource.h"

namespace ct::test {

/// Tells what the test says.
class FakeSource final : public console::api::EventSource
{
    Q_OBJECT

public:
    void start() override { ++m_starts; }
    void stop() override { ++m_stops; }
    int starts() const { return m_starts; }
    int stops() const { return m_stops; }

    static protocol::admin::LiveParticipant participant(const QString &id, bool host = false)
    {
        protocol::admin::LiveParticipant one;
        one.id = id;
        one.name = QStringLiteral("Name of ") + id;
        one.host = host;
        one.connected = true;
        one.client = QStringLiteral("VS Code");
        one.address = QStringLiteral("192.0.2.1");
        one.transport = QStringLiteral("websocket");
        one.sinceMs = std::chrono::hours(500'000);
        return one;
    }
    static protocol::admin::LiveSession session(const QString &id, int guests)
    {
        protocol::admin::LiveSession one {id, std::chrono::hours(500'000), {}};
        one.participants.append(participant(id + QStringLiteral("-host"), true));
        for (int i = 0; i < guests; ++i)
            one.participants.append(participant(id + QStringLiteral("-guest%1").arg(i)));
        return one;
    }
    void tellAll(const QList<protocol::admin::LiveSession> &sessions)
    {
        protocol::admin::Event event;
        event.type = protocol::admin::eventtypes::snapshot;
        event.part = 0;
        event.last = true;
        event.sessions = sessions;
        Q_EMIT happened(event);
    }
    static protocol::admin::Event event(QLatin1StringView type, const QString &session = {})
    {
        protocol::admin::Event event;
        event.type = type;
        if (!session.isEmpty())
            event.sessionId = session;
        return event;
    }

private:
    int m_starts = 0;
    int m_stops = 0;
};

} // namespace ct::test

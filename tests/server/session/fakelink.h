// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/participant.h"
#include "server/session/sessionevents.h"

#include <QList>

#include <memory>
#include <utility>
#include <vector>

namespace ct::test {

/// A link that takes everything at once and keeps it.
class FakeLink final : public server::session::Link
{
public:
    ~FakeLink() override
    {
        if (participant)
            participant->events().connectionBroken(*participant, QStringLiteral("test over"));
    }

    void outboxFilled() override { ++filled; }
    void readOn() override { ++readOns; }
    void finish(const QByteArray &reason) override
    {
        drain();
        finished = reason;
        participant = nullptr;
    }
    void abandon(const QByteArray &reason) override
    {
        abandoned = reason;
        participant = nullptr;
        outbox.reset();
    }

    /// What has come since the last call.
    QList<QByteArray> take()
    {
        drain();
        return std::exchange(messages, {});
    }
    void send(const QByteArray &message)
    {
        if (participant)
            participant->events().received(*participant, message);
    }
    void breakOff()
    {
        if (auto *who = std::exchange(participant, nullptr))
            who->events().connectionBroken(*who, QStringLiteral("broken by the test"));
        outbox.reset();
    }
    void sayGoodbye()
    {
        if (participant)
            participant->events().disconnected(*participant);
    }
    void sit(server::session::Participant *who)
    {
        participant = who;
        outbox = who->outbox();
    }

    server::session::Participant *participant = nullptr;
    std::shared_ptr<server::session::Outbox> outbox;
    QList<QByteArray> messages;
    QByteArray finished;
    QByteArray abandoned;
    int filled = 0;
    int readOns = 0;

private:
    void drain()
    {
        while (outbox && outbox->hasNext())
            messages.append(outbox->takeNext()->message.joined());
    }
};

class FakeEvents final : public server::session::SessionEvents
{
public:
    void record(const server::session::SessionEvent &event) override { all.push_back(event); }

    QList<server::session::SessionEvent::Kind> kinds() const
    {
        QList<server::session::SessionEvent::Kind> found;
        for (const auto &event : all)
            found.append(event.kind);
        return found;
    }

    std::vector<server::session::SessionEvent> all;
};

} // namespace ct::test

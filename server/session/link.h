// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace ct::server::session {

/// A participant's connection, whatever carries it (polling, WebSocket, an upgrade between them).
/// Implemented by the front; used on the session's worker only. The link is attached with
/// Participant::attach() and drains that participant's outbox; it must outlive its attachment and
/// tell the participant when it breaks.
class Link
{
public:
    Link() = default;
    virtual ~Link() = default;
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    /// The outbox has something to send; called once per message, so it must only make a note of
    /// it for the end of the loop's turn.
    virtual void outboxFilled() = 0;
    /// ParticipantEvents::mayReadOn() says yes again.
    virtual void readOn() = 0;
    /// The participant is gone for good: say what is left in the outbox, then the protocol's
    /// disconnect, then close. The participant may not be called any more.
    virtual void finish(const QByteArray &reason) = 0;
    /// Another connection has taken the seat: disconnect and close without touching the outbox
    /// again. The participant may not be called any more.
    virtual void abandon(const QByteArray &reason) = 0;
    /// What carries it, in one word.
    virtual QString transport() const { return {}; }
};

} // namespace ct::server::session

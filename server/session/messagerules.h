// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/requestmap.h"
#include "server/session/roster.h"
#include "server/session/sessioncontext.h"

namespace ct::server::session {

/// What participants say to the server itself. Implemented by Session.
class ServerMessages
{
public:
    virtual ~ServerMessages() = default;

    /// An answer that no relayed request waits for: to one of the server's own requests?
    virtual void answered(Participant &from, const relay::Envelope &answer) = 0;
    virtual void leaveRequested(Participant &from) = 0;
};

/// The rules by which messages go from one participant to others: origin set by the server, keys
/// cut to the receiver's, requests under ids of ours, nothing unencrypted between participants.
/// Owner: Session. Thread: the session's worker.
class MessageRules
{
public:
    MessageRules(Roster &roster, const SessionContext &context, ServerMessages &server);

    void handle(Participant &from, const QByteArray &message);
    /// Of a message over the limit only the beginning is known: a request is answered with an
    /// error.
    void handleOversized(Participant &from, const QByteArray &beginning, quint64 length);

    /// Fails the requests whose answer did not come in time.
    void expireRequests(Instant now);
    bool hasRequests() const { return m_requests.size() > 0; }
    /// Fails what was asked of a participant that is leaving; call while it is out of the roster.
    void failRequestsTo(const QByteArray &participant);

private:
    void broadcast(Participant &from, const relay::Envelope &envelope, const QByteArray &message);
    void request(Participant &from, const relay::Envelope &envelope, const QByteArray &message);
    void response(Participant &from, const relay::Envelope &envelope, const QByteArray &message);
    void notification(
        Participant &from, const relay::Envelope &envelope, const QByteArray &message);
    void toServer(Participant &from, const relay::Envelope &envelope);
    /// The memory of a message, for all who are sent it.
    SharedCharge chargeFor(const QByteArray &message) const;
    /// With what the message shares of its memory.
    void deliver(Participant &to, relay::Outgoing message, const SharedCharge &source);
    void refuse(Participant &asker, QByteArrayView rawId, const QString &why);
    void failAsker(const RequestMap::Pending &pending);
    void warn(const Participant &from, const QString &key, const QString &what) const;

    Roster &m_roster;
    const SessionContext &m_context;
    ServerMessages &m_server;
    RequestMap m_requests;
};

} // namespace ct::server::session

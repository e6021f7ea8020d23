// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/messagerules.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::session {

namespace {

// The clients know this sentence from the reference server.
constexpr QLatin1StringView requestFailed("Failed to retrieve the requested data.");

QByteArrayView keyFor(const relay::Envelope &envelope, QByteArrayView target)
{
    const auto key
        = std::find_if(envelope.keys.begin(), envelope.keys.end(), [target](const auto &k) {
              return k.target == target;
          });
    return key == envelope.keys.end() ? QByteArrayView() : key->raw;
}

} // namespace

MessageRules::MessageRules(Roster &roster, const SessionContext &context, ServerMessages &server)
    : m_roster(roster),
      m_context(context),
      m_server(server)
{ }

void MessageRules::warn(const Participant &from, const QString &key, const QString &what) const
{
    ++m_context.counts.messagesDropped;
    if (m_context.warn)
        m_context.warn(key, u"Participant "_s + QLatin1StringView(from.id()) + u' ' + what);
}

SharedCharge MessageRules::chargeFor(const QByteArray &message) const
{
    return {m_context.budget, message.size()};
}

void MessageRules::deliver(Participant &to, relay::Outgoing message, const SharedCharge &source)
{
    ++m_context.counts.messagesSent;
    m_context.counts.bytesSent += static_cast<quint64>(message.size());
    to.deliver(std::move(message), source);
}

void MessageRules::handle(Participant &from, const QByteArray &message)
{
    const auto envelope = relay::scan(message);
    if (!envelope) {
        warn(
            from,
            u"malformed-message"_s,
            u"sent a message that is not of the protocol: "_s + envelope.error().message);
        return;
    }
    if (!relay::isCompatibleVersion(envelope->version))
        return;
    switch (envelope->kind) {
    case relay::MessageKind::Broadcast:
        return broadcast(from, *envelope, message);
    case relay::MessageKind::Request:
        return request(from, *envelope, message);
    case relay::MessageKind::Response:
    case relay::MessageKind::ResponseError:
        return response(from, *envelope, message);
    case relay::MessageKind::Notification:
        return notification(from, *envelope, message);
    }
}

void MessageRules::handleOversized(Participant &from, const QByteArray &beginning, quint64 length)
{
    warn(
        from,
        u"oversized-message"_s,
        u"sent a message of %1 bytes, over the limit (CT_MESSAGE_LIMIT)"_s.arg(length));
    const auto cut = relay::scanBeginning(beginning);
    if (!cut || !relay::isCompatibleVersion(cut->version))
        return;
    if (cut->kind == relay::MessageKind::Request)
        return refuse(from, cut->id, u"The message is larger than this server relays."_s);
    const bool isAnswer = cut->kind == relay::MessageKind::Response
        || cut->kind == relay::MessageKind::ResponseError;
    if (!isAnswer)
        return;
    if (const auto pending = m_requests.take(relay::decodeId(cut->id), from.id())) {
        if (Participant *asker = m_roster.find(pending->from))
            refuse(*asker, pending->originalId, u"The answer is larger than this server relays."_s);
    }
}

void MessageRules::broadcast(
    Participant &from, const relay::Envelope &envelope, const QByteArray &message)
{
    if (!envelope.encrypted)
        return warn(
            from, u"unencrypted"_s, u"sent an unencrypted broadcast, which is not relayed"_s);
    QVarLengthArray<std::pair<Participant *, QByteArrayView>, 64> served;
    const auto isServed = [&served](const Participant *to) {
        return std::any_of(
            served.begin(), served.end(), [to](const auto &one) { return one.first == to; });
    };
    for (const relay::KeySlice &key : envelope.keys) {
        Participant *to = m_roster.find(key.target);
        if (to && to != &from && !isServed(to))
            served.append({to, key.raw});
    }
    const relay::Rewriter rewriter(envelope, message, from.id());
    const SharedCharge source = chargeFor(message);
    for (const auto &[to, key] : served)
        deliver(*to, rewriter.withKey(key), source);
}

void MessageRules::request(
    Participant &from, const relay::Envelope &envelope, const QByteArray &message)
{
    Participant *to = m_roster.find(envelope.target);
    const QByteArrayView key = keyFor(envelope, envelope.target);
    if (!to || to == &from || !envelope.encrypted || key.isEmpty())
        return refuse(from, envelope.id, requestFailed);
    const auto &config = m_context.config;
    const auto id = m_requests.add(
        {from.id(),
         to->id(),
         envelope.id.toByteArray(),
         m_context.clock.now() + config.requestTimeout},
        config.requestsPerParticipant);
    if (!id)
        return refuse(from, envelope.id, u"Too many requests are under way."_s);
    const QByteArray rawId = relay::encodeId(*id);
    deliver(
        *to, relay::Rewriter(envelope, message, from.id(), rawId).withKey(key), chargeFor(message));
}

void MessageRules::response(
    Participant &from, const relay::Envelope &envelope, const QByteArray &message)
{
    const auto pending = m_requests.take(relay::decodeId(envelope.id), from.id());
    if (!pending)
        return m_server.answered(from, envelope);
    Participant *asker = m_roster.find(pending->from);
    if (!asker)
        return;
    const QByteArrayView key = keyFor(envelope, asker->id());
    // An error may come as it is; whatever has keys has to have the asker's.
    const bool isPlainError = envelope.kind == relay::MessageKind::ResponseError
        && !envelope.encrypted && envelope.keys.empty();
    const bool isReadable = envelope.encrypted && !key.isEmpty();
    if (!isPlainError && !isReadable)
        return refuse(*asker, pending->originalId, requestFailed);
    const relay::Rewriter rewriter(envelope, message, std::nullopt, pending->originalId);
    deliver(
        *asker, isPlainError ? rewriter.withAllKeys() : rewriter.withKey(key), chargeFor(message));
}

void MessageRules::notification(
    Participant &from, const relay::Envelope &envelope, const QByteArray &message)
{
    if (envelope.target.isEmpty())
        return toServer(from, envelope);
    if (!envelope.encrypted)
        return warn(
            from, u"unencrypted"_s, u"sent an unencrypted notification, which is not relayed"_s);
    Participant *to = m_roster.find(envelope.target);
    const QByteArrayView key = keyFor(envelope, envelope.target);
    if (to && to != &from && !key.isEmpty())
        deliver(
            *to, relay::Rewriter(envelope, message, from.id()).withKey(key), chargeFor(message));
}

void MessageRules::toServer(Participant &from, const relay::Envelope &envelope)
{
    const auto method = relay::parseServerMethod(envelope);
    if (method && *method == "room/leave")
        return m_server.leaveRequested(from);
    warn(from, u"server-message"_s, u"sent the server a message that it doesn't know"_s);
}

void MessageRules::refuse(Participant &asker, QByteArrayView rawId, const QString &why)
{
    if (!rawId.isEmpty())
        asker.deliver(relay::responseError(rawId, why));
}

void MessageRules::failAsker(const RequestMap::Pending &pending)
{
    if (Participant *asker = m_roster.find(pending.from))
        refuse(*asker, pending.originalId, requestFailed);
}

void MessageRules::expireRequests(Instant now)
{
    for (const auto &pending : m_requests.takeExpired(now))
        failAsker(pending);
}

void MessageRules::failRequestsTo(const QByteArray &participant)
{
    for (const auto &pending : m_requests.takeFor(participant))
        failAsker(pending);
}

} // namespace ct::server::session

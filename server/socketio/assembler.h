// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/socketio/packet.h"

#include <variant>

namespace ct::server::socketio {

/// What an Engine.IO session's packets add up to.
struct ConnectEvent {
    QByteArray nameSpace;
    ConnectRequest request;
};
struct DisconnectEvent {
    QByteArray nameSpace;
};
/// A `message` event with exactly one binary argument: the only kind that the protocol has.
struct MessageEvent {
    QByteArray nameSpace;
    QByteArray data;
    /// See engineio::Packet::oversized: `data` is then only the beginning.
    bool oversized = false;
    quint64 fullLength = 0;
};
/// Well-formed but meaningless here (text events, acks, other event names, other arguments):
/// to be ignored. An event's attachments are swallowed with it.
struct IgnoredEvent { };
using Event = std::variant<ConnectEvent, DisconnectEvent, MessageEvent, IgnoredEvent>;

/// Puts binary events together. Belongs to the Engine.IO *session*, because header and attachment
/// may come over different transports or in different POSTs. Thread: its owner's.
class Assembler
{
public:
    /// The data of a text Message packet (without Engine.IO's `4`). Nothing comes back while
    /// attachments are awaited. Fails on a malformed packet, or on a text packet in the midst of
    /// attachments; the session then ends. An oversized text packet is ignored, not a failure.
    Result<std::optional<Event>> text(QByteArrayView packet, bool oversized = false);
    /// A binary Message packet. Fails when none was announced.
    Result<std::optional<Event>> binary(
        QByteArray data, bool oversized = false, quint64 fullLength = 0);

    /// Whether attachments are still awaited.
    bool isWaiting() const;

private:
    enum class Kind { Message, Ignored };

    static Result<std::optional<Event>> connect(const Packet &packet);
    Result<std::optional<Event>> event(const Packet &packet);
    std::optional<Event> await(const Packet &packet, Kind kind);

    /// Of the event whose attachments are awaited.
    Kind m_kind = Kind::Ignored;
    int m_awaited = 0;
    QByteArray m_nameSpace;
};

} // namespace ct::server::socketio

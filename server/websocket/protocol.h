// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace ct::server::websocket {

/// RFC 6455 section 5.2.
enum class Opcode : quint8 {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

/// Close, ping and pong, which may stand between the fragments of a message.
constexpr bool isControl(Opcode opcode)
{
    return (static_cast<quint8>(opcode) & 0x8U) != 0;
}

/// RFC 6455 section 7.4.1, as far as this server says them.
enum class CloseCode : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    InvalidPayload = 1007,
    PolicyViolation = 1008,
    TooBig = 1009,
    InternalError = 1011,
    TryAgainLater = 1013,
};

/// Stands for a close frame that carried no code; never on the wire.
constexpr quint16 noCloseCode = 1005;

/// Why a connection has to be closed: the code for the peer and a sentence for the log.
struct ProtocolFault {
    CloseCode code = CloseCode::ProtocolError;
    QByteArray reason;
};

} // namespace ct::server::websocket

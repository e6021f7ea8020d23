// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/websocket/protocol.h"

#include <QByteArrayView>

#include <span>

namespace ct::server::websocket {

/// Appends the header of one final, unmasked server frame whose payload of `length` bytes follows.
void appendFrameHeader(QByteArray &out, Opcode opcode, quint64 length);

/// Appends a whole final, unmasked server frame; the payload may come in parts.
void appendFrame(QByteArray &out, Opcode opcode, QByteArrayView payload);
void appendFrameOf(QByteArray &out, Opcode opcode, std::span<const QByteArrayView> parts);
/// A text frame of `heading` and a binary one of `parts`, for little more than the price of one.
void appendFramesOf(QByteArray &out, QByteArrayView heading, std::span<const QByteArrayView> parts);

/// Appends a close frame; the reason is cut to the 123 bytes that fit, on a UTF-8 boundary. With
/// noCloseCode the frame is empty, which is the answer to an empty one.
void appendCloseFrame(QByteArray &out, quint16 code, QByteArrayView reason);

} // namespace ct::server::websocket

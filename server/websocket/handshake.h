// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>

namespace ct::server::websocket {

/// The parts of an upgrade request that RFC 6455 section 4.2.1 speaks of. `headerConnection` is
/// the comma list of all Connection fields.
struct UpgradeRequest {
    QByteArray method;
    QByteArray headerConnection;
    QByteArray headerUpgrade;
    QByteArray key;
    QByteArray version;
};

/// Whether this is an upgrade to WebSocket at all (Upgrade names websocket, Connection upgrade).
bool wantsWebSocket(const UpgradeRequest &request);

/// The 101 answer, headers and blank line included, or why the request is refused (a wrong
/// version is ErrorCode::InvalidInput too; the caller answers 426 with Sec-WebSocket-Version: 13).
/// No extension and no subprotocol is ever accepted.
Result<QByteArray> handshakeAnswer(const UpgradeRequest &request);

} // namespace ct::server::websocket

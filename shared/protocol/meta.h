// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/json.h"

#include <QString>
#include <QStringList>

namespace ct::protocol {

/// Clients refuse another major version, and while that is 0 another minor one.
inline constexpr QLatin1StringView protocolVersion {"0.3.1"};

/// GET /api/meta
struct Meta {
    QString owner;
    QString version = protocolVersion;
    /// The first that the client knows is taken.
    QStringList transports = {QStringLiteral("socket.io"), QStringLiteral("websocket")};
};

QJsonObject toJson(const Meta &meta);
template<>
Result<Meta> fromJson<Meta>(const QJsonObject &object);

} // namespace ct::protocol

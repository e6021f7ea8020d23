// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/json.h"

#include <QString>
#include <QStringList>

namespace ct::protocol {

/// A text for people: clients translate the code and fall back to the message.
struct InfoMessage {
    QString code {};
    QStringList params {};
    QString message {};
};

QJsonObject toJson(const InfoMessage &info);
template<>
Result<InfoMessage> fromJson<InfoMessage>(const QJsonObject &object);

/// The body of an error answer; clients show it by its code.
QByteArray errorBody(QLatin1StringView code, const QString &message);

/// The codes that clients know a translation of, where we use them, and our own for API keys.
namespace codes {

inline constexpr QLatin1StringView authTimeout {"AuthTimeout"};
inline constexpr QLatin1StringView authInternalError {"AuthInternalError"};
inline constexpr QLatin1StringView roomNotFound {"RoomNotFound"};
inline constexpr QLatin1StringView joinRequestNotFound {"JoinRequestNotFound"};
inline constexpr QLatin1StringView joinTimeout {"JoinTimeout"};
inline constexpr QLatin1StringView joinRejected {"JoinRejected"};
inline constexpr QLatin1StringView waitingForHost {"WaitingForHost"};
inline constexpr QLatin1StringView unverifiedLoginLabel {"UnverifiedLoginLabel"};
inline constexpr QLatin1StringView unverifiedLoginDetails {"UnverifiedLoginDetails"};
inline constexpr QLatin1StringView builtinsGroup {"BuiltinsGroup"};
inline constexpr QLatin1StringView usernameLabel {"UsernameLabel"};
inline constexpr QLatin1StringView usernamePlaceholder {"UsernamePlaceholder"};
inline constexpr QLatin1StringView emailLabel {"EmailLabel"};
inline constexpr QLatin1StringView emailPlaceholder {"EmailPlaceholder"};
inline constexpr QLatin1StringView apiKeyLoginLabel {"ApiKeyLoginLabel"};
inline constexpr QLatin1StringView apiKeyLoginDetails {"ApiKeyLoginDetails"};
inline constexpr QLatin1StringView apiKeyLabel {"ApiKeyLabel"};
inline constexpr QLatin1StringView apiKeyPlaceholder {"ApiKeyPlaceholder"};

} // namespace codes

} // namespace ct::protocol

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// A program's way in, without what opens it.
struct Token {
    QString id;
    QString name;
    /// Who has made it.
    QString createdBy;
    /// Since 1970.
    std::chrono::milliseconds createdMs {0};
    std::chrono::milliseconds expiresMs {0};
    bool expired = false;
    /// full, read: nothing can be changed with it
    QString scope = QStringLiteral("full");
    /// Missing: never.
    std::optional<std::chrono::milliseconds> lastUsedMs {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("id", self.id);
        fields("name", self.name);
        fields("createdBy", self.createdBy);
        fields("createdMs", self.createdMs);
        fields("expiresMs", self.expiresMs);
        fields("expired", self.expired);
        fields("scope", self.scope);
        fields("lastUsedMs", self.lastUsedMs);
    }
};

/// GET /tokens
struct Tokens {
    /// The oldest first.
    QList<Token> tokens;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("tokens", self.tokens);
    }
};

/// POST /tokens
struct NewToken {
    QString name;
    /// How long it is good for.
    qint64 days = 0;
    /// full, read; missing: full.
    std::optional<QString> scope {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("name", self.name);
        fields("days", self.days);
        fields("scope", self.scope);
    }
};

/// What came of it: the only time that the secret is told.
struct MadeToken {
    Token token;
    /// To be sent as `Authorization: Bearer`.
    QString secret;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("token", self.token);
        fields("secret", self.secret);
    }
};

} // namespace ct::protocol::admin

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace ct::server::credentials {

/// A program's way in: the token itself is known to nobody but its bearer.
struct ApiToken {
    QString id;
    QString name;
    /// SHA-256 in hexadecimal; the token has 256 random bits, so there is nothing to guess.
    QByteArray hash;
    /// Who has made it.
    QString createdBy;
    WallTime created {};
    WallTime expires {};
    /// Nothing can be changed with it.
    bool isReadOnly = false;
    std::optional<WallTime> used {};
};

/// The API tokens that count. Bounded. Thread: main.
class ApiTokens
{
public:
    static constexpr qsizetype most = 100;

    /// `clock` outlives it.
    explicit ApiTokens(const Clock &clock) : m_clock(clock) { }

    void add(const ApiToken &token) { m_tokens.insert(token.hash, token); }
    void remove(const QString &id);

    /// The oldest first, expired ones included.
    QList<ApiToken> all() const;
    std::optional<ApiToken> byId(const QString &id) const;
    /// Whether the token of that id still counts.
    bool isGood(const QString &id) const;
    /// Whose token it is, as long as it is good.
    std::optional<ApiToken> find(const QByteArray &token) const;
    /// The same by its bearer: notes the use.
    std::optional<ApiToken> use(const QByteArray &token);

    /// A token that nobody has.
    static QByteArray make(RandomSource &random);
    static QByteArray hashOf(const QByteArray &token);

private:
    const Clock &m_clock;
    /// By hash.
    QHash<QByteArray, ApiToken> m_tokens;
};

} // namespace ct::server::credentials

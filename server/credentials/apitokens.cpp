// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/apitokens.h"

#include <QCryptographicHash>

#include <algorithm>

namespace ct::server::credentials {

namespace {

/// Says in logs and searches for lost secrets what it is.
const QByteArray prefix = "ctadm_";
/// 5.95 bits each.
constexpr int letters = 43;

} // namespace

void ApiTokens::remove(const QString &id)
{
    m_tokens.removeIf([&id](const auto &entry) { return entry.value().id == id; });
}

QList<ApiToken> ApiTokens::all() const
{
    QList<ApiToken> tokens = m_tokens.values();
    std::sort(tokens.begin(), tokens.end(), [](const ApiToken &one, const ApiToken &other) {
        return std::tie(one.created, one.id) < std::tie(other.created, other.id);
    });
    return tokens;
}

std::optional<ApiToken> ApiTokens::byId(const QString &id) const
{
    for (const ApiToken &token : m_tokens) {
        if (token.id == id)
            return token;
    }
    return std::nullopt;
}

bool ApiTokens::isGood(const QString &id) const
{
    const auto token = byId(id);
    return token && m_clock.wallNow() < token->expires;
}

std::optional<ApiToken> ApiTokens::find(const QByteArray &token) const
{
    const auto found = m_tokens.constFind(hashOf(token));
    if (found == m_tokens.constEnd() || m_clock.wallNow() >= found->expires)
        return std::nullopt;
    return *found;
}

std::optional<ApiToken> ApiTokens::use(const QByteArray &token)
{
    const auto good = find(token);
    if (good)
        m_tokens[good->hash].used = m_clock.wallNow();
    return good;
}

QByteArray ApiTokens::make(RandomSource &random)
{
    return prefix + randomId(random, letters);
}

QByteArray ApiTokens::hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
}

} // namespace ct::server::credentials

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/scraperule.h"

#include "server/net/subnet.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>

namespace ct::server::metrics {

namespace {

QByteArray hashOf(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return hash.result().toHex();
}

/// Hashes of one length, so that not even a token's length shows.
bool areEqual(const QByteArray &one, const QByteArray &other)
{
    return one.size() == other.size()
        && CRYPTO_memcmp(one.constData(), other.constData(), static_cast<size_t>(one.size())) == 0;
}

bool bearsToken(const QByteArray &authorization, const QByteArray &tokenHash)
{
    static constexpr QByteArrayView scheme = "Bearer ";
    const QByteArrayView given = authorization;
    return given.size() > scheme.size()
        && given.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0
        && areEqual(hashOf(given.sliced(scheme.size()).trimmed()), tokenHash);
}

} // namespace

ScrapeAnswer answerScrape(
    const MetricsConfig &config, const QHostAddress &client, const QByteArray &authorization)
{
    if (!config.prometheus)
        return ScrapeAnswer::NotThere;
    if (!config.allowed.isEmpty() && !net::isIn(client, config.allowed))
        return ScrapeAnswer::NotAllowed;
    const QByteArray wanted = config.token.isEmpty() ? config.tokenHash : hashOf(config.token);
    if (!wanted.isEmpty() && !bearsToken(authorization, wanted))
        return ScrapeAnswer::NeedsToken;
    return ScrapeAnswer::Welcome;
}

} // namespace ct::server::metrics

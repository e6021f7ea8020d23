// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/scraperule.h"

#include "server/net/subnet.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>

namespace ct::server::metrics {

namespace {

/// By their digests, so that not even the length shows.
bool areEqual(QByteArrayView one, QByteArrayView other)
{
    const auto digest = [](QByteArrayView text) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(text);
        return hash.result();
    };
    const QByteArray left = digest(one);
    const QByteArray right = digest(other);
    return CRYPTO_memcmp(left.constData(), right.constData(), static_cast<size_t>(left.size()))
        == 0;
}

bool bearsToken(const QByteArray &authorization, const QByteArray &token)
{
    static constexpr QByteArrayView scheme = "Bearer ";
    const QByteArrayView given = authorization;
    return given.size() > scheme.size()
        && given.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0
        && areEqual(given.sliced(scheme.size()).trimmed(), token);
}

} // namespace

ScrapeAnswer answerScrape(
    const MetricsConfig &config, const QHostAddress &client, const QByteArray &authorization)
{
    if (!config.prometheus)
        return ScrapeAnswer::NotThere;
    if (!config.allowed.isEmpty() && !net::isIn(client, config.allowed))
        return ScrapeAnswer::NotAllowed;
    if (!config.token.isEmpty() && !bearsToken(authorization, config.token))
        return ScrapeAnswer::NeedsToken;
    return ScrapeAnswer::Welcome;
}

} // namespace ct::server::metrics

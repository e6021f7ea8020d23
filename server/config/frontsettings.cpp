// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"
#include "server/config/webvalues.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using front::FrontConfig;

constexpr qint64 kib = 1 << 10;
constexpr qint64 mib = 1 << 20;

constexpr auto fixedSizes = std::to_array<Row<FrontConfig, qint64>>({
    {"CT_MESSAGE_LIMIT",
     &FrontConfig::message,
     "Longest message between participants",
     64 * kib,
     64 * mib},
    {"CT_MESSAGE_HARD_LIMIT",
     &FrontConfig::hardLimit,
     "A longer message even ends its sender's connection",
     64 * kib,
     1024 * mib},
    {"CT_MAX_PAYLOAD",
     &FrontConfig::maxPayload,
     "Size to which polling clients batch their messages",
     10 * kib,
     16 * mib},
});

constexpr auto sizes = std::to_array<Row<FrontConfig, qint64>>({
    {"CT_JSON_BODY_LIMIT", &FrontConfig::jsonBody, "Longest JSON body of a request", kib, 16 * mib},
    {"CT_POLL_BATCH",
     &FrontConfig::pollBatch,
     "Size from which on messages wait for the next polling answer",
     kib,
     64 * mib},
});

constexpr auto counts = std::to_array<Row<FrontConfig, int>>({
    {"CT_FRAMES_PER_SECOND",
     &FrontConfig::framesPerSecond,
     "Frames of one WebSocket in a second, of which a message has two; 0: no limit",
     0,
     10'000'000},
});

constexpr auto intervals = std::to_array<Row<FrontConfig, std::chrono::milliseconds>>({
    {"CT_PING_INTERVAL",
     &FrontConfig::pingInterval,
     "How often each participant is pinged",
     100,
     300'000},
    {"CT_PING_TIMEOUT",
     &FrontConfig::pingTimeout,
     "Time to answer a ping before the connection counts as broken",
     100,
     300'000},
});

constexpr auto times = std::to_array<Row<FrontConfig, std::chrono::seconds>>({
    {"CT_CONNECT_TIMEOUT",
     &FrontConfig::connectTimeout,
     "Time from a transport's opening to the client's connect",
     1,
     300},
    {"CT_HSTS",
     &FrontConfig::hsts,
     "How long browsers that came over HTTPS must come so again; 0: not said",
     0,
     2LL * 366 * 24 * 3'600},
});

QString prefixText(const QByteArray &prefix)
{
    return prefix.isEmpty() ? u"/"_s : QString::fromLatin1(prefix);
}

QString originsText(const QList<QByteArray> &origins)
{
    return origins.isEmpty() ? u"*"_s : QString::fromLatin1(origins.join(", "));
}

} // namespace

QList<Setting> frontSettings()
{
    const QList<Setting> prefix {
        special(
            {u"CT_PATH_PREFIX"_s,
             u"Path under which the server is reached; by default that of CT_SERVER_URL"_s,
             u"a path like /oct, or / for none"_s},
            [](auto &config) -> auto & { return config.front.pathPrefix; },
            pathPrefix,
            prefixText),
    };
    const QList<Setting> allowedOrigins {
        special(
            {u"OCT_CORS_ALLOWED_ORIGINS"_s,
             u"Origins whose pages may call, with credentials; others are refused"_s,
             u"a comma list of origins (https://editor.example), or * for any without credentials"_s},
            [](auto &config) -> auto & { return config.front.allowedOrigins; },
            origins,
            originsText),
    };
    // Clients are told intervals and batches when they connect, and outboxes are as large as the
    // longest message needs, so these are the same for everybody until the next start.
    return prefix + settingsOf(&ServerConfig::front, fixedSizes)
        + settingsOf(&ServerConfig::front, intervals)
        + reloadable(
               allowedOrigins + settingsOf(&ServerConfig::front, sizes)
               + settingsOf(&ServerConfig::front, times)
               + settingsOf(&ServerConfig::front, counts));
}

} // namespace ct::server::config

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"
#include "server/config/values.h"
#include "server/config/webvalues.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using logging::LoggingConfig;

constexpr auto switches = std::to_array<Row<LoggingConfig, bool>>({
    {"CT_LOG_STANDARD_OUTPUT",
     &LoggingConfig::standardOutput,
     "Writes server.log's lines to standard output, too"},
});
constexpr auto sizes = std::to_array<Row<LoggingConfig, qint64>>({
    {"CT_LOG_ROTATE_AT",
     &LoggingConfig::rotateAt,
     "Size at which a log file is rotated",
     64 << 10,
     64LL << 30},
});
constexpr auto counts = std::to_array<Row<LoggingConfig, int>>({
    {"CT_LOG_KEEP", &LoggingConfig::keep, "Rotated log files that are kept", 0, 1'000},
    {"CT_LOG_QUEUE",
     &LoggingConfig::queue,
     "Log lines waiting to be written; more are dropped",
     100,
     10'000'000},
});

} // namespace

QList<Setting> generalSettings()
{
    const QString folder = u"a folder"_s;
    QList<Setting> settings {
        special(
            {u"CT_STATE_DIR"_s, u"Keys, certificate, ports.json"_s, folder},
            [](auto &config) -> auto & { return config.stateDir; },
            filePath,
            itself),
        special(
            {u"CT_LOG_DIR"_s, u"Log files; by default \"log\" in the state folder"_s, folder},
            [](auto &config) -> auto & { return config.logging.folder; },
            filePath,
            itself),
        special(
            {u"LOG_LEVEL"_s, u"How much is logged"_s, u"none, error, warn, info or debug"_s},
            [](auto &config) -> auto & { return config.logging.level; },
            logLevel,
            logLevelText),
        special(
            {u"CT_SERVER_URL"_s,
             u"Where people reach this server"_s,
             u"an http or https URL without user, query and fragment"_s},
            [](auto &config) -> auto & { return config.serverUrl; },
            serverUrl,
            itself),
        special(
            {u"OCT_SERVER_OWNER"_s,
             u"Who runs this server, for its clients"_s,
             u"one line of text, 200 letters at most"_s},
            [](auto &config) -> auto & { return config.owner; },
            lineOfText,
            itself),
    };
    return settings + settingsOf(&ServerConfig::logging, switches)
        + settingsOf(&ServerConfig::logging, sizes) + settingsOf(&ServerConfig::logging, counts);
}

} // namespace ct::server::config

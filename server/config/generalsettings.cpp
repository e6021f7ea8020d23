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

Setting pathSetting(const Words &words, QString ServerConfig::*place)
{
    return special(
        words, [place](auto &config) -> auto & { return config.*place; }, filePath, itself);
}

Setting switchSetting(const QString &name, const QString &help, bool ServerConfig::*place)
{
    return special(
        {name, help, switchForm().words},
        [place](auto &config) -> auto & { return config.*place; },
        truth,
        truthText);
}

/// They name the files that the rest is read from.
QList<Setting> placeSettings()
{
    return {
        pathSetting(
            {u"CT_CONFIG_FILE"_s,
             u"Lines NAME=\"value\"; by default /opt/codetogether/codetogether.config or .bashrc"_s,
             u"a file"_s},
            &ServerConfig::configFile),
        pathSetting(
            {u"CT_INI_FILE"_s,
             u"Settings in groups; by default /etc/codetogether/edge.ini"_s,
             u"a file"_s},
            &ServerConfig::iniFile),
    };
}

QList<Setting> folderSettings()
{
    const QString folder = u"a folder"_s;
    return {
        pathSetting(
            {u"CT_STATE_DIR"_s, u"Keys, certificate, ports.json"_s, folder},
            &ServerConfig::stateDir),
        special(
            {u"CT_LOG_DIR"_s, u"Log files; by default \"log\" in the state folder"_s, folder},
            [](auto &config) -> auto & { return config.logging.folder; },
            filePath,
            itself),
        special(
            {u"CT_ACCESS_LOG_DIR"_s,
             u"Has access.log and error.log; by default the folder of the other log files"_s,
             folder},
            [](auto &config) -> auto & { return config.logging.accessFolder; },
            filePath,
            itself),
        special(
            {u"CT_TIME_ZONE"_s,
             u"Zone of the times in logs, and of where a day begins"_s,
             u"a zone's name like America/Chicago"_s},
            [](auto &config) -> auto & { return config.timeZone; },
            timeZone,
            itself),
    };
}

QList<Setting> identitySettings()
{
    return {
        special(
            {u"LOG_LEVEL"_s, u"How much is logged"_s, u"none, error, warn, info or debug"_s},
            [](auto &config) -> auto & { return config.logging.level; },
            logLevel,
            logLevelText),
        special(
            {u"CT_SERVER_URL"_s,
             u"Where people reach this server; https but for tests"_s,
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
}

Setting drainSetting()
{
    constexpr qint64 day = 86'400;
    const Form form = secondsForm(0, day);
    return special(
        {u"CT_DRAIN_SECONDS"_s,
         u"How long running sessions may go on when the server is told to end (SIGTERM)"_s,
         form.words},
        [](auto &config) -> auto & { return config.drain; },
        [parse = form.parse](const QString &text) -> std::optional<std::chrono::seconds> {
            const auto number = parse(text);
            return number ? std::optional(std::chrono::seconds(*number)) : std::nullopt;
        },
        [show = form.show](std::chrono::seconds value) { return show(value.count()); });
}

Setting proxySetting()
{
    Setting proxy = special(
        {u"CT_PROXY"_s,
         u"HTTP proxy for calls of other servers, of which there is one: CT_AUDIT_WEBHOOK_URL"_s,
         u"http://host:port or http://user:password@host:port"_s},
        [](auto &config) -> auto & { return config.proxy; },
        httpProxy,
        [](const QString &value) { return value.isEmpty() ? QString() : u"set"_s; });
    proxy.isSecret = true;
    return proxy;
}

/// Checked, so that a configuration made for other editions is right; derived.cpp warns whoever
/// sets it.
Setting trustSetting()
{
    return switchSetting(
        u"CT_TRUST_ALL_CERTS"_s,
        u"Clients accept any certificate; has no effect, as no editor's package can"_s,
        &ServerConfig::trustAllCertificates);
}

} // namespace

QList<Setting> generalSettings()
{
    return reloadable(placeSettings()) + folderSettings()
        + reloadable(identitySettings() + QList<Setting> {trustSetting(), drainSetting()})
        + QList<Setting> {proxySetting()} + settingsOf(&ServerConfig::logging, switches)
        + settingsOf(&ServerConfig::logging, sizes) + settingsOf(&ServerConfig::logging, counts);
}

} // namespace ct::server::config

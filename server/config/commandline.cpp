// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/commandline.h"

#include "server/config/derived.h"
#include "server/config/inifile.h"
#include "server/config/settings.h"
#include "shared/base/version.h"

#include <QCommandLineParser>

#include <optional>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

/// A flag of the reference server, and what it means here.
struct Alias {
    QStringList names;
    QString variable;
};

QList<Alias> aliases()
{
    return {
        {{u"p"_s, u"port"_s}, u"CT_HTTP_PORT"_s}, {{u"h"_s, u"hostname"_s}, u"CT_BIND_ADDRESS"_s}};
}

/// The variable that a setting's flag stands for.
QString flaggedVariable(const Setting &setting)
{
    return setting.isSecret ? setting.fileVariable() : setting.name;
}

QString helpOn(const Setting &setting, const ServerConfig &defaults)
{
    const QString variable = flaggedVariable(setting);
    const QString value = setting.isSecret ? QString() : setting.read(defaults);
    QString text = u"  --%1 VALUE   %2%3\n      %4.\n      VALUE: %5\n"_s.arg(
        flagOf(variable),
        variable,
        value.isEmpty() ? QString() : u" (default %1)"_s.arg(value),
        setting.help,
        setting.isSecret ? u"a file that holds %1"_s.arg(setting.form) : setting.form);
    if (setting.isSecret)
        text
            += u"      The secret itself may be in the variable %1, but not on the command line.\n"_s
                   .arg(setting.name);
    return text;
}

QString helpText(const QList<Setting> &settings)
{
    QString text
        = u"usage: codetogether-edge [flags]\n\n"
          "A self-hosted server for shared editing. Each setting is a flag, an environment "
          "variable, a line of\n"
          "codetogether.config or a key of edge.ini; the first of these that is given counts, and "
          "an empty\n"
          "value is none.\n\n"
          "  --help                  shows this\n"
          "  --version               shows the version\n"
          "  --check-config          shows the settings in force and where each comes from, and "
          "ends\n"
          "  --print-default-config  prints an edge.ini with every setting, commented, and "
          "ends\n"
          "  --rotate-token-key      puts a new key in front of the state folder's, from the "
          "next SIGHUP on,\n"
          "                          and ends; logins go on, those of the last but one key "
          "end\n\n"
          "Flags of the Open Collaboration server are understood: -p/--port is --http-port, "
          "-h/--hostname is\n"
          "--bind-address, and the word \"start\" means nothing. Its configuration file "
          "(-c/--config) isn't read.\n\n"_s;
    const ServerConfig defaults = fixedDefaults();
    for (const Setting &setting : settings)
        text += helpOn(setting, defaults);
    return text;
}

QString usageText(const QCommandLineParser &parser, const QList<Setting> &settings)
{
    for (const Setting &setting : settings) {
        if (setting.isSecret && parser.unknownOptionNames().contains(flagOf(setting.name)))
            return u"%1 is a secret, so it has no flag, which other users could see: set the "
                   u"variable, or name its "
                   "file with --%2"_s.arg(setting.name, flagOf(setting.fileVariable()));
    }
    if (!parser.unknownOptionNames().isEmpty())
        return u"Unknown flag --%1; --help lists them all"_s.arg(
            parser.unknownOptionNames().constFirst());
    if (parser.isSet(u"config"_s))
        return u"A configuration file of the Open Collaboration server isn't read: write its "
               "settings into codetogether.config (--config-file) or edge.ini (--ini-file); "
               "--print-default-config prints one with all of them"_s;
    // What stands there may be a secret put in the wrong place, so it isn't repeated.
    return u"Only flags are understood (--name=value); --help lists them all"_s;
}

void addOptions(QCommandLineParser &parser, const QList<Setting> &settings)
{
    parser.addOption(QCommandLineOption(QStringList {u"?"_s, u"help"_s}));
    parser.addOption(QCommandLineOption(QStringList {u"v"_s, u"version"_s}));
    parser.addOption(QCommandLineOption(u"check-config"_s));
    parser.addOption(QCommandLineOption(u"print-default-config"_s));
    parser.addOption(QCommandLineOption(u"rotate-token-key"_s));
    parser.addOption({QStringList {u"c"_s, u"config"_s}, QString(), u"FILE"_s});
    for (const Alias &alias : aliases())
        parser.addOption({alias.names, QString(), u"VALUE"_s});
    for (const Setting &setting : settings)
        parser.addOption({flagOf(flaggedVariable(setting)), QString(), u"VALUE"_s});
}

/// Our own name of a flag is stronger than the reference server's.
QHash<QString, QString> valuesOf(const QCommandLineParser &parser, const QList<Setting> &settings)
{
    QHash<QString, QString> values;
    for (const Alias &alias : aliases()) {
        if (parser.isSet(alias.names.constLast()))
            values.insert(alias.variable, parser.value(alias.names.constLast()));
    }
    for (const Setting &setting : settings) {
        const QString variable = flaggedVariable(setting);
        if (parser.isSet(flagOf(variable)))
            values.insert(variable, parser.value(flagOf(variable)));
    }
    return values;
}

/// Answers what needs no settings; nothing when the server is to run or to check them.
std::optional<CommandLine> answered(
    const QCommandLineParser &parser, const QList<Setting> &settings)
{
    using Action = CommandLine::Action;
    if (parser.isSet(u"help"_s))
        return CommandLine {Action::ShowHelp, helpText(settings), {}};
    if (parser.isSet(u"version"_s))
        return CommandLine {
            Action::ShowVersion, u"codetogether-edge "_s + QLatin1StringView(productVersion), {}};
    if (parser.isSet(u"print-default-config"_s))
        return CommandLine {Action::PrintDefaults, defaultIniText(settings, fixedDefaults()), {}};
    return std::nullopt;
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    using Action = CommandLine::Action;
    const QList<Setting> settings = allSettings();
    QCommandLineParser parser;
    addOptions(parser, settings);
    const bool isParsed = parser.parse(arguments);
    if (const auto done = answered(parser, settings))
        return *done;
    // Elsewhere it asks for help.
    if (!isParsed && arguments.constLast() == "-h"_L1)
        return {Action::ShowHelp, helpText(settings), {}};
    if (!parser.unknownOptionNames().isEmpty())
        return {Action::UsageError, usageText(parser, settings), {}};
    if (!isParsed)
        return {Action::UsageError, parser.errorText(), {}};
    QStringList words = parser.positionalArguments();
    const bool saysStart = words.removeOne(u"start"_s);
    if (!words.isEmpty() || parser.isSet(u"config"_s))
        return {Action::UsageError, usageText(parser, settings), {}};
    CommandLine line;
    if (parser.isSet(u"check-config"_s))
        line.action = Action::CheckConfig;
    else if (parser.isSet(u"rotate-token-key"_s))
        line.action = Action::RotateKey;
    line.values = valuesOf(parser, settings);
    if (saysStart)
        line.warnings = {u"The word \"start\" on the command line is not needed any more"_s};
    return line;
}

} // namespace ct::server::config

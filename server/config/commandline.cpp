// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/commandline.h"

#include "server/config/derived.h"
#include "server/config/settings.h"
#include "shared/base/version.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

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
          "A self-hosted server for shared editing. Each setting is a flag or an environment "
          "variable; the\n"
          "flag counts when both are given, and an empty value is none.\n\n"
          "  --help           shows this\n"
          "  --version        shows the version\n"
          "  --check-config   shows the settings in force and where each comes from, and ends\n\n"_s;
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
    // What stands there may be a secret put in the wrong place, so it isn't repeated.
    return u"Only flags are understood (--name=value); --help lists them all"_s;
}

void addOptions(QCommandLineParser &parser, const QList<Setting> &settings)
{
    parser.addOption(QCommandLineOption(QStringList {u"h"_s, u"help"_s}));
    parser.addOption(QCommandLineOption(QStringList {u"v"_s, u"version"_s}));
    parser.addOption(QCommandLineOption(u"check-config"_s));
    for (const Setting &setting : settings)
        parser.addOption({flagOf(flaggedVariable(setting)), QString(), u"VALUE"_s});
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    using Action = CommandLine::Action;
    const QList<Setting> settings = allSettings();
    QCommandLineParser parser;
    addOptions(parser, settings);
    const bool isParsed = parser.parse(arguments);
    if (parser.isSet(u"help"_s))
        return {Action::ShowHelp, helpText(settings), {}};
    if (parser.isSet(u"version"_s))
        return {
            Action::ShowVersion, u"codetogether-edge "_s + QLatin1StringView(productVersion), {}};
    if (!parser.unknownOptionNames().isEmpty())
        return {Action::UsageError, usageText(parser, settings), {}};
    if (!isParsed)
        return {Action::UsageError, parser.errorText(), {}};
    if (!parser.positionalArguments().isEmpty())
        return {Action::UsageError, usageText(parser, settings), {}};
    CommandLine line;
    line.action = parser.isSet(u"check-config"_s) ? Action::CheckConfig : Action::Run;
    for (const Setting &setting : settings) {
        const QString variable = flaggedVariable(setting);
        if (parser.isSet(flagOf(variable)))
            line.values.insert(variable, parser.value(flagOf(variable)));
    }
    return line;
}

} // namespace ct::server::config

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/options.h"

#include "server/config/loader.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

constexpr QLatin1StringView environmentFlag {"environment-file"};

const QStringList &placeFlags()
{
    static const QStringList flags {u"state-dir"_s, u"config-file"_s, u"ini-file"_s};
    return flags;
}

const QStringList &valueFlags()
{
    static const QStringList flags {
        u"kind"_s,
        u"actor"_s,
        u"subject"_s,
        u"since"_s,
        u"until"_s,
        u"limit"_s,
        u"user"_s,
        u"by"_s,
        u"for"_s};
    return flags;
}

void addOptions(QCommandLineParser &parser)
{
    for (const QString &name : {u"help"_s, u"version"_s, u"json"_s, u"wait"_s, u"outside"_s})
        parser.addOption(QCommandLineOption(name));
    for (const QString &name : placeFlags() + valueFlags())
        parser.addOption({name, QString(), u"VALUE"_s});
    parser.addOption({environmentFlag, QString(), u"FILE"_s});
}

} // namespace

Outcome fail(int exitCode, const QString &sentence)
{
    return {exitCode, {}, u"codetogether-ctl: "_s + sentence + u'\n'};
}

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return Error {ErrorCode::InvalidInput, parser.errorText()};
    Options options;
    options.words = parser.positionalArguments();
    options.isHelp = parser.isSet(u"help"_s);
    options.isVersion = parser.isSet(u"version"_s);
    options.isJson = parser.isSet(u"json"_s);
    options.isWaiting = parser.isSet(u"wait"_s);
    options.isBeyond = parser.isSet(u"outside"_s);
    options.environmentFile = parser.value(environmentFlag);
    for (const QString &name : valueFlags()) {
        if (parser.isSet(name))
            options.values.insert(name, parser.value(name));
    }
    for (const QString &name : placeFlags()) {
        if (parser.isSet(name))
            options.places.append(u"--%1=%2"_s.arg(name, parser.value(name)));
    }
    return options;
}

QStringList ownFlags(const Options &options)
{
    QStringList flags = options.values.keys();
    if (options.isWaiting)
        flags.append(u"wait"_s);
    if (options.isBeyond)
        flags.append(u"outside"_s);
    flags.sort();
    return flags;
}

Result<QString> stateFolder(const Options &options, const QProcessEnvironment &environment)
{
    // A server can be stopped though its settings are broken.
    static const QString flag = u"--state-dir="_s;
    for (const QString &place : options.places) {
        if (place.startsWith(flag))
            return place.sliced(flag.size());
    }
    if (const QString named = environment.value(u"CT_STATE_DIR"_s); !named.isEmpty())
        return named;
    const auto outcome
        = config::load(QStringList {u"codetogether-edge"_s} + options.places, environment);
    if (const auto *faults = std::get_if<config::ConfigFaults>(&outcome))
        return Error {
            ErrorCode::InvalidInput,
            faults->sentences.join(u'\n')
                + u"\nThe server's settings are wrong, so where it keeps its state is not known: name it with --state-dir"_s};
    return std::get<config::LoadedConfig>(outcome).config.stateDir;
}

} // namespace ct::server::controltool

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/commands.h"

#include "server/config/sysexits.h"
#include "server/controltool/backupcommands.h"
#include "server/controltool/doctor.h"
#include "server/controltool/recordscommands.h"
#include "server/controltool/serviceenvironment.h"
#include "server/controltool/sessioncommands.h"
#include "server/controltool/texts.h"
#include "shared/base/version.h"

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

namespace exitcode = config::exitcode;

Outcome reload(const Call &call)
{
    const auto client = clientOf(call);
    if (!client)
        return failed(client.error());
    const auto answer = client->ask({"reloadConfiguration"});
    if (!answer)
        return failed(answer.error());
    Outcome outcome = shown(call, *answer, reloadText);
    const auto report = protocol::fromJson<protocol::ReloadAnswer>(*answer);
    if (report && (!report->done || !report->errors.isEmpty()))
        outcome.exitCode = exitcode::config;
    return outcome;
}

std::function<Outcome(const Call &)> ending(
    QByteArrayView operation, QString (*text)(const protocol::EndingAnswer &))
{
    return [operation, text](const Call &call) {
        const auto client = clientOf(call);
        if (!client)
            return failed(client.error());
        const auto answer = client->ask({operation});
        if (!answer)
            return failed(answer.error());
        if (call.options.isWaiting)
            client->waitForEnd();
        return shown(call, *answer, text);
    };
}

Outcome showLicence(const Call &call)
{
    const auto client = clientOf(call);
    if (!client)
        return failed(client.error());
    const auto answer = client->ask({"getServer"});
    return answer ? shown(call, answer->value("licence"_L1).toObject(), licenceText)
                  : failed(answer.error());
}

QList<Command> ownCommands()
{
    return {
        {u"status"_s,
         u"version, uptime, state, key figures, licence and seats"_s,
         asking("getServer", statusText)},
        {u"list"_s, u"what runs, as a supervisor lists it"_s, asking("listProcesses", listText)},
        {u"reload"_s, u"reads settings, certificate, keys and licence again"_s, reload},
        {u"drain"_s,
         u"begins no session, ends with the last one or after CT_DRAIN_SECONDS"_s,
         ending("drainServer", drainText),
         {},
         {},
         {u"wait"_s}},
        {u"stop"_s,
         u"tells everybody and ends, without waiting for sessions"_s,
         ending("stopServer", stopText),
         {},
         {},
         {u"wait"_s}},
        {u"doctor"_s, u"finds what is wrong with settings and machine"_s, examine},
        {u"license show"_s, u"what the licence says and is worth"_s, showLicence},
    };
}

QList<Command> commands()
{
    return ownCommands() + sessionCommands() + recordsCommands() + backupCommands();
}

QString helpText()
{
    constexpr int width = 20;
    const QList<Command> all = commands();
    QString text
        = u"usage: codetogether-ctl [flags] COMMAND\n\nControls the codetogether-edge of this "
          "machine.\n\n"_s;
    for (const Command &command : all)
        text += u"  "_s + command.words.leftJustified(width) + command.help + u'\n';
    text += u"\n  --json              answers as JSON\n"
            "  --wait              drain and stop come back when the server has ended\n"
            "  --by account|address\n"
            "                      whom a ban is about; else the account\n"
            "  --for TIME          keeps out of every session for so long: 30m, 12h; else out of\n"
            "                      this one until it ends\n"
            "  --user NAME         of credentials; else ctuser\n"
            "  --kind, --actor, --subject TEXT, --since, --until TIME, --limit NUMBER\n"
            "                      which entries of the audit are shown\n"
            "  --state-dir DIR     the server's state folder (CT_STATE_DIR)\n"
            "  --config-file FILE, --ini-file FILE\n"
            "                      where the server's settings are, as it is told itself\n"
            "  --environment-file FILE\n"
            "                      what its service sets; else, unless a flag or CT_STATE_DIR "
            "names\n"
            "                      another server, "_s
        + serviceFile
        + u" where there is one\n"
          "  --outside           restore writes beyond the folders of state and settings, too\n"
          "  --help, --version\n"_s;
    return text;
}

Outcome misused(const QString &sentence)
{
    Outcome outcome = fail(exitcode::usage, sentence);
    outcome.complaint += u"codetogether-ctl --help lists commands and flags\n"_s;
    return outcome;
}

/// The first word may be that of some, as `session` is.
QString unknownCommand(const QStringList &words)
{
    QStringList meant;
    for (const Command &command : commands()) {
        if (command.words.startsWith(words.constFirst() + u' '))
            meant.append(u'"' + command.words + u'"');
    }
    const QString sentence = u"There is no command \"%1\""_s.arg(words.join(u' '));
    return meant.isEmpty() ? sentence : sentence + u"; there are "_s + meant.join(u", "_s);
}

/// Whoever says `session kick --for 12h` means a ban, and would believe in one. Empty: it has all.
QString unknownFlag(const Command &command, const Options &options)
{
    const QStringList given = ownFlags(options);
    for (const QString &flag : given) {
        if (command.flags.contains(flag))
            continue;
        QStringList others;
        for (const Command &other : commands()) {
            if (other.flags.contains(flag))
                others.append(u'"' + other.words + u'"');
        }
        return u"\"%1\" has no --%2, and nothing was done; it goes with %3"_s.arg(
            command.words, flag, others.join(u" and "_s));
    }
    return {};
}

/// Nothing: it is another one.
std::optional<Outcome> tried(const Command &command, const Call &call)
{
    const QStringList &words = call.options.words;
    const QStringList own = command.words.split(u' ');
    const bool isMeant = command.runOn
        ? words.first(qMin(own.size(), words.size())) == own
        // What is shown is what is meant, where a command can only do so much.
        : command.words == words.join(u' ') || command.words == words.join(u' ') + u" show"_s;
    if (!isMeant)
        return std::nullopt;
    if (const QString sentence = unknownFlag(command, call.options); !sentence.isEmpty())
        return misused(sentence);
    if (!command.runOn)
        return command.run(call);
    const QStringList further = words.sliced(own.size());
    if (further.size() != command.needs.size() || further.contains(QString()))
        return misused(
            u"usage: codetogether-ctl %1 %2"_s.arg(command.words, command.needs.join(u' ')));
    return command.runOn(call, further);
}

} // namespace

Outcome run(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const auto options = readOptions(arguments);
    if (!options)
        return misused(options.error().message);
    if (options->isHelp || options->words == QStringList {u"help"_s})
        return {0, helpText()};
    if (options->isVersion)
        return {0, u"codetogether-ctl %1\n"_s.arg(QLatin1StringView(productVersion))};
    if (options->words.isEmpty())
        return misused(u"A command is missing"_s);
    // A shell knows nothing of how the service was told about its server.
    Options chosen = *options;
    chosen.environmentFile = environmentFile(*options, environment);
    const QProcessEnvironment ofServer = asTheService(environment, chosen.environmentFile);
    const Call call {chosen, ofServer};
    for (const Command &command : commands()) {
        if (const auto outcome = tried(command, call))
            return *outcome;
    }
    return misused(unknownCommand(options->words));
}

} // namespace ct::server::controltool

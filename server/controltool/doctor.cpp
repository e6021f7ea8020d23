// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/doctor.h"

#include "server/config/loader.h"
#include "server/config/sysexits.h"
#include "server/controltool/diagnosis.h"
#include "server/controltool/serverprocess.h"

#include <QJsonArray>

#include <variant>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

/// A sentence about a setting begins with its name.
QList<Finding> settingFaults(const config::ConfigFaults &faults)
{
    QList<Finding> findings;
    for (const QString &sentence : faults.sentences)
        findings.append({u"setting"_s, sentence.section(u' ', 0, 0), sentence});
    return findings;
}

/// As the server would read them, or as the one that runs has read them. A service's are in its
/// file, which may have been changed for the next start.
config::LoadOutcome settingsOf(const Call &call)
{
    QStringList arguments {u"codetogether-edge"_s};
    const auto folder = stateFolder(call.options, call.environment);
    const auto process = folder && call.options.environmentFile.isEmpty()
        ? serverProcess(*folder)
        : std::optional<ServerProcess>();
    if (!process)
        return config::load(arguments + call.options.places, call.environment);
    arguments += process->flags + call.options.places;
    // It may have been named from where the server was started.
    arguments.append(u"--state-dir="_s + *folder);
    return config::load(arguments, with(call.environment, *process));
}

QList<Finding> findingsOf(const Call &call)
{
    const auto outcome = settingsOf(call);
    if (const auto *faults = std::get_if<config::ConfigFaults>(&outcome))
        return settingFaults(*faults);
    const config::ServerConfig &config = std::get<config::LoadedConfig>(outcome).config;
    return checkPorts(config) + checkTls(config) + checkMachine(config) + checkSurroundings(config);
}

} // namespace

Outcome examine(const Call &call)
{
    const QList<Finding> findings = findingsOf(call);
    QJsonArray array;
    QString text;
    for (const Finding &finding : findings) {
        array.append(QJsonObject {
            {"check"_L1, finding.check},
            {"variable"_L1, finding.variable},
            {"sentence"_L1, finding.sentence}});
        text += u"%1: %2\n    change %3\n"_s.arg(finding.check, finding.sentence, finding.variable);
    }
    if (findings.isEmpty())
        text = u"Nothing is wrong\n"_s;
    Outcome outcome = shown(call, {{"findings"_L1, array}}, text);
    outcome.exitCode = findings.isEmpty() ? 0 : config::exitcode::config;
    return outcome;
}

} // namespace ct::server::controltool

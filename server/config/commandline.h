// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace ct::server::config {

/// What the command line asks for. Thread: any.
struct CommandLine {
    enum class Action {
        Run,
        ShowHelp,
        ShowVersion,
        PrintDefaults,
        CheckConfig,
        RotateKey,
        UsageError
    };

    Action action = Action::Run;
    /// What to print for help, version, defaults and a usage error; never a value that was given.
    QString text;
    /// The values given by flags, by the names of the environment variables.
    QHash<QString, QString> values;
    QStringList warnings = {};
};

/// Takes the flags of the protocol's reference server, too: `-p`/`--port`, `-h`/`--hostname` and
/// the word `start`. `arguments` begin with the program's name. Prints nothing and ends nothing.
CommandLine readCommandLine(const QStringList &arguments);

} // namespace ct::server::config

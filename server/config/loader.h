// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/serverconfig.h"
#include "server/config/sources.h"

#include <QStringList>

#include <variant>

namespace ct::server::config {

/// A setting's value in force.
struct Assignment {
    QString name;
    Source source = Source::Default;
    /// "edge.ini, line 12", where it comes from a file.
    QString place = {};
    /// Secrets masked; empty when there is none.
    QString value;
};

struct LoadedConfig {
    ServerConfig config;
    /// All settings, in the order in which they are shown.
    QList<Assignment> assignments;
    /// What is given, by name. Holds secrets: never to be shown.
    QHash<QString, Given> given;
    QStringList warnings;
    /// What is wrong although the server can run with it.
    QStringList errors;
};

/// All that is wrong, a sentence each: name, value (secrets masked), where it comes from, and what
/// was expected.
struct ConfigFaults {
    QStringList sentences;
    QStringList warnings;
};

using LoadOutcome = std::variant<LoadedConfig, ConfigFaults>;

/// Flags, then the environment, then codetogether.config, then edge.ini, then defaults. Reads these
/// two and the files that hold secrets, nothing else. `arguments` begin with the program's name.
/// Thread: any; blocks on these files.
LoadOutcome load(
    const QStringList &arguments,
    const QProcessEnvironment &environment,
    const UsualFiles &usual = usualFiles());

/// The same again for a server that runs.
struct ReloadedConfig {
    /// What needs a restart has the value that it had.
    LoadedConfig loaded;
    /// Names of settings whose values take effect now, and of those that wait for a restart.
    QStringList changed;
    QStringList waiting;
};

std::variant<ReloadedConfig, ConfigFaults> loadAgain(
    const LoadedConfig &inForce,
    const QStringList &arguments,
    const QProcessEnvironment &environment,
    const UsualFiles &usual = usualFiles());

/// What --check-config prints: a line `NAME = value (source)` for each setting.
QString effectiveConfig(const LoadedConfig &loaded);

} // namespace ct::server::config

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/serverconfig.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <variant>

namespace ct::server::config {

/// Where a value comes from, from the weakest to the strongest.
enum class Source { Default, Environment, SecretFile, Flag };

QString sourceName(Source source);

/// A setting's value in force.
struct Assignment {
    QString name;
    Source source = Source::Default;
    /// Secrets masked; empty when there is none.
    QString value;
};

struct LoadedConfig {
    ServerConfig config;
    /// All settings, in the order in which they are shown.
    QList<Assignment> assignments;
    QStringList warnings;
};

/// All that is wrong, a sentence each: name, value (secrets masked), where it comes from, and what
/// was expected.
struct ConfigFaults {
    QStringList sentences;
    QStringList warnings;
};

using LoadOutcome = std::variant<LoadedConfig, ConfigFaults>;

/// Flags, then the environment, then defaults. Reads the files that hold secrets, nothing else.
/// `arguments` begin with the program's name. Thread: any; blocks on these files.
LoadOutcome load(const QStringList &arguments, const QProcessEnvironment &environment);

/// What --check-config prints: a line `NAME = value (source)` for each setting.
QString effectiveConfig(const LoadedConfig &loaded);

} // namespace ct::server::config

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/loader.h"

#include <QMap>

namespace loading {

using namespace ct::server::config;

/// Variables as an environment, with a state folder so that no test depends on the machine's.
inline QProcessEnvironment environmentOf(const QMap<QString, QString> &variables)
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("CT_STATE_DIR"), QStringLiteral("/nowhere/state"));
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

inline LoadOutcome load(const QMap<QString, QString> &variables, const QStringList &flags = {})
{
    return ct::server::config::load(
        QStringList {QStringLiteral("edge")} + flags, environmentOf(variables), UsualFiles {});
}

/// The faults' sentences; empty when there are none.
inline QStringList faults(const QMap<QString, QString> &variables, const QStringList &flags = {})
{
    const LoadOutcome outcome = load(variables, flags);
    const auto *faults = std::get_if<ConfigFaults>(&outcome);
    return faults ? faults->sentences : QStringList();
}

/// What is loaded when there are no faults; the test fails by the empty list of assignments else.
inline LoadedConfig loaded(const QMap<QString, QString> &variables, const QStringList &flags = {})
{
    LoadOutcome outcome = load(variables, flags);
    auto *config = std::get_if<LoadedConfig>(&outcome);
    return config ? *config : LoadedConfig {};
}

inline Assignment assignment(const LoadedConfig &loaded, const QString &name)
{
    for (const Assignment &one : loaded.assignments) {
        if (one.name == name)
            return one;
    }
    return {};
}

} // namespace loading

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/serverconfig.h"

#include <functional>

namespace ct::server::config {

/// When a changed value counts: at the next start only, or from a reload (SIGHUP) on. For the
/// latter the room that has the setting takes part in reloads, see server/app/reloader.h.
enum class TakesEffect { AtStart, OnReload };

/// One thing that can be set. Thread: any.
struct Setting {
    /// Of the environment variable.
    QString name;
    /// What it is, for --help.
    QString help;
    /// Which values it takes, in words: "a port, 0 to 65535".
    QString form;
    /// Puts a value into the config; false, and nothing done, when it has not the form.
    std::function<bool(const QString &value, ServerConfig &config)> write;
    /// The value as it stands in the config, in the form that write() takes; empty when there is
    /// none. A secret's is never shown to anybody.
    std::function<QString(const ServerConfig &config)> read;
    /// Secrets have no flag, since every user of a machine can list the others' command lines.
    /// A file that holds them can be named instead.
    bool isSecret = false;
    /// Its group in edge.ini.
    QString group = {};
    TakesEffect takesEffect = TakesEffect::AtStart;
    /// What may be shown of a value that is partly a secret, whether it has the form or not; where
    /// there is none, all of it.
    std::function<QString(const QString &value)> show = {};

    /// The variable that names a secret's file.
    QString fileVariable() const { return name + QStringLiteral("_FILE"); }
};

/// The same settings, their changes counting from a reload on.
QList<Setting> reloadable(QList<Setting> settings);

/// `CT_HTTP_PORT` is `http-port`, `OCT_API_KEY_FILE` is `api-key-file`.
QString flagOf(const QString &name);

// By subject, each in a file of its own.
QList<Setting> generalSettings();
QList<Setting> networkSettings();
QList<Setting> frontSettings();
QList<Setting> loginSettings();
QList<Setting> sessionSettings();
QList<Setting> metricsSettings();
QList<Setting> licenceSettings();
QList<Setting> storeSettings();
QList<Setting> auditSettings();
QList<Setting> credentialsSettings();
QList<Setting> clientsSettings();

/// All of them, in the order in which they are shown.
QList<Setting> allSettings();

} // namespace ct::server::config

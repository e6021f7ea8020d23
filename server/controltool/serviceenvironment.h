// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/controltool/options.h"

/// Where an installed server has its settings from: systemd gives them to it, and a shell has none
/// of them. Thread: any; blocks.
namespace ct::server::controltool {

/// As packaging/systemd has it.
inline constexpr QLatin1StringView serviceFile {"/etc/default/codetogether-edge"};
inline constexpr QLatin1StringView serviceStateFolder {"/var/lib/codetogether"};
inline constexpr QLatin1StringView serviceLogFolder {"/var/log/codetogether"};

/// The file with the service's environment, if the call is about that server; empty if it names the
/// place of another one, or none is installed.
QString environmentFile(const Options &options, const QProcessEnvironment &environment);

/// The environment that the service gives to its server. What is set in `own` already stays, and so
/// does all of it when `file` is empty; of a file that can't be read, the folders are known.
QProcessEnvironment asTheService(const QProcessEnvironment &own, const QString &file);

} // namespace ct::server::controltool

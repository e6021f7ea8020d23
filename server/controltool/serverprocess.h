// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcessEnvironment>
#include <QStringList>

#include <optional>

/// What a server that runs has been told: a shell knows neither its flags nor its environment.
/// Thread: any; blocks.
namespace ct::server::controltool {

struct ServerProcess {
    QStringList flags;
    /// Only what is meant for the server.
    QProcessEnvironment environment;
};

/// Of the server that keeps its state there, which is who holds the folder's lock. Nothing: none
/// runs, it is closed to this user, or the file system does not tell who holds a lock.
std::optional<ServerProcess> serverProcess(const QString &stateFolder);

/// `own`, and what that server has besides.
QProcessEnvironment with(const QProcessEnvironment &own, const ServerProcess &process);

} // namespace ct::server::controltool

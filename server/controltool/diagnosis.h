// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/serverconfig.h"

/// What keeps a server from being of use, found before anybody has to. Thread: main; blocks.
namespace ct::server::controltool {

struct Finding {
    /// One word of its own for each: "port-taken".
    QString check;
    /// What to change.
    QString variable;
    QString sentence;
};

/// Certificate, key, and whether they fit where people reach the server.
QList<Finding> checkTls(const config::ServerConfig &config);
/// Ports that others have; none when the server with that state runs, as it has them itself.
QList<Finding> checkPorts(const config::ServerConfig &config);
/// Folders, disk, database and clock.
QList<Finding> checkMachine(const config::ServerConfig &config);
/// Logins, proxies, StatsD, receivers of the audit.
QList<Finding> checkSurroundings(const config::ServerConfig &config);

} // namespace ct::server::controltool

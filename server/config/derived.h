// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/serverconfig.h"

#include <QProcessEnvironment>
#include <QSet>

/// What follows from settings together. Thread: any.
namespace ct::server::config {

/// Values of what is not set, as far as they are the same for everybody.
ServerConfig fixedDefaults();

/// The user's own: `$XDG_STATE_HOME/codetogether`, else that in `~/.local/state`. Root's too, as
/// packaging/quickstart has the same rule.
QString defaultStateDir(const QProcessEnvironment &environment);

/// Fills in what follows from other settings, where `given` doesn't name it: log folder, path
/// prefix, which logins are on. `config.stateDir` is there already.
void deriveDefaults(ServerConfig &config, const QSet<QString> &given);

/// A sentence for each contradiction between settings, but for those that involve one that is
/// `faulty` by itself.
QStringList contradictions(const ServerConfig &config, const QSet<QString> &faulty);

/// What is allowed but hardly meant.
QStringList doubts(const ServerConfig &config);

/// What is allowed but harms users.
QStringList graveDoubts(const ServerConfig &config);

} // namespace ct::server::config

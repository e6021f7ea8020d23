// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/sessionconfig.h"

#include <QString>

#include <optional>

namespace ct::server::app {

/// How many bytes this process may have: the least of the machine's memory and the limits of its
/// control groups (versions 1 and 2). Nothing where the system does not tell. `root` is where /proc
/// and /sys are looked for.
std::optional<qint64> memoryLimit(const QString &root = {});

/// Lowers what is kept for participants to the part of `memory` that leaves room for everything
/// else, so that slow readers are ended before the system ends the server. False: nothing had to
/// be lowered.
bool fitReplay(session::SessionConfig &config, qint64 memory);

} // namespace ct::server::app

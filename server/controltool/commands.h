// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/controltool/options.h"

namespace ct::server::controltool {

/// `arguments` as the program is given them, its own name first. Talks to a running server, and
/// waits for it. Thread: main.
Outcome run(const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace ct::server::controltool

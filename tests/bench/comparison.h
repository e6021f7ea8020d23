// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/options.h"

namespace ct::bench {

/// The exit codes of all commands.
namespace exitcode {
inline constexpr int good = 0;
/// A message was lost, doubled, reordered or damaged, or a connection broke.
inline constexpr int faulty = 1;
inline constexpr int notRun = 2;
} // namespace exitcode

/// Measures a server, the floor and another server in turn, each `repeat` times, prints a table and
/// writes the JSON file.
int compare(const Options &options);

/// What connections cost in memory and CPU: the whole crowd of the plan, idle and then sending.
int measureMemory(const Options &options);

/// Opens `joins` sessions a second of a host and a guest each, for `seconds`.
int stormOfJoins(const Options &options);

} // namespace ct::bench

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ct::bench {

/// Reads the JSON files of a standard set (`tests/bench/run` names them) and writes RESULTS.md and
/// plots/*.svg into a folder. Gives the exit code.
int writeResults(const QString &from, const QString &into);

/// Prints the number at that path of a JSON file. Gives the exit code.
int printNumber(const QString &file, const QString &path);

} // namespace ct::bench

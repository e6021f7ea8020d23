// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/serverfigures.h"

#include <map>
#include <string>
#include <vector>

namespace ct::server::metrics {

/// One series: its family's name and help, its labels, and where its value stands. The first row of
/// a family gives its help, which has to be one plain line: the library does not escape it.
struct Row {
    const char *name;
    const char *help;
    std::map<std::string, std::string> labels;
    double (*value)(const ServerFigures &figures);
};

/// What goes up and down.
std::vector<Row> gaugeRows();
/// What only grows; the names end in `_total`.
std::vector<Row> counterRows();

} // namespace ct::server::metrics

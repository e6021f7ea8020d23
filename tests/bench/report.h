// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/target.h"

#include <QJsonArray>

namespace ct::bench {

/// Of each figure of the runs, the median.
QJsonObject medians(const std::vector<RunResult> &runs);

/// True when the file is written, or has no name. Says what is wrong on standard error.
bool writeJson(const std::string &file, const QJsonObject &object);

} // namespace ct::bench

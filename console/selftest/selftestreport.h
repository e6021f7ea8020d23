// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/selftest/selftest.h"

namespace ct::console::selftest {

/// A table for a terminal: a line for each step with its time and "ok" or what is wrong, and a
/// sum.
QString reportOf(const QList<StepResult> &results);
/// Every step was made and is well.
bool isWell(const QList<StepResult> &results);

} // namespace ct::console::selftest

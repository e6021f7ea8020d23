// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/selftest/selftestoptions.h"

namespace ct::console::selftest {

/// Makes the self-test with the profiles and secrets of whoever runs the program, and prints its
/// report: the exit code. Nothing of it is kept. Needs a QApplication.
int run(const SelfTestWish &wish);

} // namespace ct::console::selftest

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>
#include <cstdlib>

namespace ct::fuzz {

/// Ends the program when something that must hold for every input does not, so that the fuzzer
/// keeps the input and a replay of it fails.
inline void check(
    bool holds, const char *what, const char *file = __builtin_FILE(), int line = __builtin_LINE())
{
    if (holds)
        return;
    std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    std::abort();
}

} // namespace ct::fuzz

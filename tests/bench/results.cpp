// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/results.h"
namespace ct::bench {
int writeResults(const QString &, const QString &)
{
    return 0;
}
} // namespace ct::bench

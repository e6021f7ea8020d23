// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/progress.h"

#include <algorithm>
#include <iostream>
#include <unistd.h>

namespace ct::bench {

Progress::Progress() : m_isShown(isatty(STDERR_FILENO) == 1)
{ }

Progress::~Progress()
{
    wipe();
}

void Progress::show(double share, const std::string &what)
{
    constexpr int width = 30;
    if (!m_isShown)
        return;
    const int done = std::clamp(static_cast<int>(share * width), 0, width);
    wipe();
    std::cerr << '[' << std::string(static_cast<std::size_t>(done), '#')
              << std::string(static_cast<std::size_t>(width - done), '.') << "] "
              << static_cast<int>(share * 100) << " % " << what << std::flush;
}

void Progress::wipe() const
{
    if (m_isShown)
        std::cerr << "\r\x1b[K" << std::flush;
}

} // namespace ct::bench

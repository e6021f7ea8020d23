// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace ct::server::front {

/// How long a body may have taken, either way, of which `bytes` have been transferred: whoever is
/// slower than this holds a place for nothing, however steadily the bytes drip.
constexpr std::chrono::milliseconds timeAllowed(std::chrono::milliseconds start, qint64 bytes)
{
    constexpr qint64 slowestPerSecond = 16LL * 1024;
    return start + std::chrono::seconds(bytes / slowestPerSecond);
}

} // namespace ct::server::front

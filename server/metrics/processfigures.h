// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace ct::server::metrics {

/// What the kernel says of this process.
struct ProcessFigures {
    double cpuSeconds = 0;
    /// Seconds since 1970.
    double startTime = 0;
    qint64 residentBytes = 0;
    qint64 virtualBytes = 0;
    int threads = 0;
    int openDescriptors = 0;
    qint64 mostDescriptors = 0;
};

/// Reads /proc/self, which costs no disk; what can't be read is 0. Thread: any.
ProcessFigures readProcess();

} // namespace ct::server::metrics

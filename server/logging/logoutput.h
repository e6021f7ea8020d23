// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArrayView>

namespace ct::server::logging {

/// Where finished lines go: a file, a stream, a test's list. Thread: the writer's only.
class LogOutput
{
public:
    LogOutput() = default;
    virtual ~LogOutput() = default;
    LogOutput(const LogOutput &) = delete;
    LogOutput &operator=(const LogOutput &) = delete;

    /// Takes whole lines, all of them or none. May be tried again after a failure.
    virtual Status append(QByteArrayView lines) = 0;
    /// Lets go of what is open, so that the next append() opens it anew.
    virtual void reopen() = 0;
};

} // namespace ct::server::logging

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/crowd.h"

#include <QStringList>

#include <optional>
#include <string>

namespace ct::bench {

/// One server and the load on it.
struct TargetOptions {
    std::string url;
    pid_t pid = 0;
    CrowdPlan plan;
    /// Further connections that only wait.
    std::size_t idle = 0;
    /// Seconds after a run until what has not come is lost.
    double drain = 10;
};

struct Options {
    TargetOptions server;
    /// Another server to compare with; without a URL there is none.
    TargetOptions other;
    bool hasFloor = false;
    /// Servers on the first core, the bench on the second.
    bool isPinned = false;
    double seconds = 2;
    double warmUp = 0.3;
    int repeat = 1;
    /// Of join storms.
    double joins = 100;
    std::string name;
    /// Where the results go; empty: nowhere.
    std::string json;
};

/// Says what is wrong on standard error and gives nothing, or what `arguments` (without the
/// program's name) ask for.
std::optional<Options> readOptions(const QString &command, const QStringList &arguments);

} // namespace ct::bench

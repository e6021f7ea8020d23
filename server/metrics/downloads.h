// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace ct::server::metrics {

/// The IDEs that there are packages for.
enum class Ide { VsCode, IntelliJ, Eclipse };

/// Their names, in that order, in labels, paths and files.
inline constexpr std::array ideNames {"vscode", "intellij", "eclipse"};

/// Packages handed out, by IDE, ever.
struct Downloads {
    std::array<quint64, ideNames.size()> byIde {};

    void add(Ide ide) { ++byIde[static_cast<std::size_t>(ide)]; }
    quint64 total() const { return byIde[0] + byIde[1] + byIde[2]; }
};

} // namespace ct::server::metrics

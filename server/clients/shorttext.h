// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ct::server::clients {

/// The beginning of what a package says of itself, as it goes into pages, feeds and log lines. No
/// letter is cut in two.
inline QString shortText(const QString &text)
{
    static constexpr qsizetype longest = 200;
    QString start = text.left(longest);
    if (!start.isEmpty() && start.back().isHighSurrogate())
        start.chop(1);
    return start;
}

} // namespace ct::server::clients

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace ct::bench {

/// A bar on standard error, for people only: nothing when that is no terminal.
class Progress
{
public:
    Progress();
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    /// `share` from 0 to 1.
    void show(double share, const std::string &what);

private:
    void wipe() const;

    bool m_isShown;
};

} // namespace ct::bench

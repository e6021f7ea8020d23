// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ct::console::app {

/// What a start of the program wants to see; either may be empty.
struct Wish {
    QString address;
    QString page;
};

} // namespace ct::console::app

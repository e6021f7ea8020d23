// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>

namespace ct::server::controltool {

/// One line of standard input. A terminal is asked, twice, and does not show it, but does again
/// when a signal ends the process meanwhile. Thread: main, before there are others; blocks.
Result<QByteArray> askForPassword();

} // namespace ct::server::controltool

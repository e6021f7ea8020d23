// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/controltool/call.h"

namespace ct::server::controltool {

/// `doctor`: looks for what is wrong with settings and machine, and says what to change.
Outcome examine(const Call &call);

} // namespace ct::server::controltool

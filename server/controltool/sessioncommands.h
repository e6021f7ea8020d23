// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/controltool/call.h"

namespace ct::server::controltool {

/// Who is in which session, who has to leave, who may not come back.
QList<Command> sessionCommands();

} // namespace ct::server::controltool

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/controltool/call.h"

namespace ct::server::controltool {

/// What is kept: the audit, the dashboard's credentials.
QList<Command> recordsCommands();

} // namespace ct::server::controltool

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/controltool/call.h"

namespace ct::server::controltool {

/// `backup FOLDER` and `restore FOLDER`.
QList<Command> backupCommands();

} // namespace ct::server::controltool

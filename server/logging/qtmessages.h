// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ct::server::logging {

class ServerLog;

/// Routes Qt's own messages and those of every QLoggingCategory into `log`; null gives them back to
/// who had them before, and waits for those being written; then the log may be destroyed. Thread:
/// main.
void installQtMessageHandler(ServerLog *log);

} // namespace ct::server::logging

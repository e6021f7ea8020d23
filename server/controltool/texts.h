// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/control.h"

/// The server's answers in words for people. Thread: any.
namespace ct::server::controltool {

QString statusText(const protocol::ServerStatus &status);
/// As the supervisor of the original lists its processes: index, uid, command, script, supervisor,
/// pid, log file and uptime as days:hours:minutes:seconds.
QString listText(const protocol::ServerProcesses &list);
QString licenceText(const protocol::LicenceSummary &licence);
QString reloadText(const protocol::ReloadAnswer &answer);
QString drainText(const protocol::EndingAnswer &answer);
QString stopText(const protocol::EndingAnswer &answer);

} // namespace ct::server::controltool

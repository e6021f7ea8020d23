// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/control.h"

/// The server's answers in words for people. Thread: any.
namespace ct::server::controltool {

/// In UTC, as ISO 8601 has it.
QString timeText(std::chrono::milliseconds sinceEpoch);
/// "1 session", "2 sessions".
QString countText(qint64 count, const QString &one, const QString &several);
/// Columns with two blanks between. What people have chosen can't move a terminal's cursor.
QString lineOf(const QStringList &columns);
QString statusText(const protocol::ServerStatus &status);
/// As the supervisor of the commercial CodeTogether server lists its processes: index, uid,
/// command, script, supervisor, pid, log file and uptime as days:hours:minutes:seconds.
QString listText(const protocol::ServerProcesses &list);
QString licenceText(const protocol::LicenceSummary &licence);
QString reloadText(const protocol::ReloadAnswer &answer);
QString drainText(const protocol::EndingAnswer &answer);
QString stopText(const protocol::EndingAnswer &answer);

} // namespace ct::server::controltool

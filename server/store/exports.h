// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace ct::server::store {

// What people take out of the database. Thread: the store's.

/// session-metrics.csv: a line for each session, with times, length and participants.
Result<QByteArray> sessionCsv(Database &database);
/// download-metrics.csv: a line for each day (of the process's zone, CT_TIME_ZONE) and IDE.
Result<QByteArray> downloadCsv(Database &database);

/// The newest audit entries, the newest first, as the dashboard shows them.
Result<QJsonArray> recentActivity(Database &database, int most);
/// Of the sessions begun and the packages downloaded since then.
Result<QJsonObject> statistics(Database &database, WallTime since, WallTime now);

} // namespace ct::server::store

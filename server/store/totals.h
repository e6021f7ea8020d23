// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

#include <QMap>

/// Numbers that outlive restarts. Each run has rows of its own for what it has counted so far, and
/// what was before is the sum of all others' rows: so a number may be written late, twice or out of
/// order, and needs nothing to be known of the database when it is counted.
namespace ct::server::store {

using NamedTotals = QMap<QString, qint64>;

/// What the run `boot` has counted so far. A smaller number than the one that is there changes
/// nothing. Thread: any.
Record totalsRecord(const QString &boot, const NamedTotals &totals);

/// What all runs but `boot` have counted. Folds their rows into one. Thread: the store's.
Result<NamedTotals> totalsBefore(Database &database, const QString &boot);

/// Takes in what was counted before there was a database. Twice is the same as once. Thread: the
/// store's.
Status importTotals(Database &database, const NamedTotals &totals);

} // namespace ct::server::store

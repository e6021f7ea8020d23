// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/usagehistory.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

using protocol::admin::SeatPoint;
using protocol::admin::UsagePoint;

Result<QList<UsagePoint>> usageHistory(
    Database &database, WallTime since, std::chrono::milliseconds step)
{
    QList<UsagePoint> points;
    const Status done = database.forEach(
        {u"usage_history"_s, {qint64 {step.count()}, milliseconds(since)}},
        [&points](const Database::Row &row) {
            points.append(
                {std::chrono::milliseconds(row.at(0).toLongLong()),
                 row.at(1).toLongLong(),
                 row.at(2).toLongLong(),
                 row.at(3).toLongLong(),
                 row.at(4).toLongLong(),
                 row.at(5).toLongLong()});
        });
    if (!done)
        return done.error();
    return points;
}

Result<QList<SeatPoint>> seatHistory(
    Database &database, WallTime since, std::chrono::milliseconds step)
{
    QList<SeatPoint> points;
    const Status done = database.forEach(
        {u"seat_history"_s, {qint64 {step.count()}, milliseconds(since)}},
        [&points](const Database::Row &row) {
            SeatPoint point {
                std::chrono::milliseconds(row.at(0).toLongLong()), row.at(1).toLongLong()};
            if (!row.at(2).isNull())
                point.limit = row.at(2).toLongLong();
            points.append(point);
        });
    if (!done)
        return done.error();
    return points;
}

} // namespace ct::server::store

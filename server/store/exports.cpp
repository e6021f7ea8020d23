// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/exports.h"

#include "server/store/csv.h"

#include <QDateTime>
#include <QMap>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

Status appendRows(
    Database &database,
    const QString &statement,
    QByteArray &csv,
    const std::function<QByteArray(const Database::Row &)> &line)
{
    return database.forEach(
        {statement}, [&](const Database::Row &row) { csv.append(line(row)).append("\r\n"); });
}

QByteArray number(const QVariant &value)
{
    return QByteArray::number(value.toLongLong());
}

} // namespace

Result<QByteArray> sessionCsv(Database &database)
{
    QByteArray csv = "session,host,provider,started,ended,seconds,most_participants,end_reason\r\n";
    const Status done = appendRows(
        database, u"export_sessions"_s, csv, [](const Database::Row &row) -> QByteArray {
            const bool hasEnded = !row.at(4).isNull();
            const qint64 length = row.at(4).toLongLong() - row.at(3).toLongLong();
            return csvField(row.at(0).toString()) + ',' + csvField(row.at(1).toString()) + ','
                + csvField(row.at(2).toString()) + ',' + csvTime(row.at(3)).toLatin1() + ','
                + csvTime(row.at(4)).toLatin1() + ','
                + (hasEnded ? QByteArray::number(length / 1'000) : QByteArray()) + ','
                + number(row.at(5)) + ',' + csvField(row.at(6).toString());
        });
    if (!done)
        return done.error();
    return csv;
}

Result<QByteArray> downloadCsv(Database &database)
{
    // Days begin with any quarter of an hour, depending on zone and season.
    static constexpr qint64 quarter = 15LL * 60 * 1'000;
    QMap<std::pair<QDate, QString>, qint64> days;
    const Status done = database.forEach({u"export_downloads"_s}, [&](const Database::Row &row) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.at(0).toLongLong() * quarter);
        days[{at.date(), row.at(1).toString()}] += row.at(2).toLongLong();
    });
    if (!done)
        return done.error();
    QByteArray csv = "day,ide,downloads\r\n";
    for (auto one = days.cbegin(); one != days.cend(); ++one)
        csv.append(one.key().first.toString(Qt::ISODate).toLatin1())
            .append(',')
            .append(csvField(one.key().second))
            .append(',')
            .append(QByteArray::number(*one))
            .append("\r\n");
    return csv;
}

Result<QJsonArray> recentActivity(Database &database, int most)
{
    const auto rows = database.select({u"audit_recent"_s, {most}});
    if (!rows)
        return rows.error();
    QJsonArray activity;
    for (const Database::Row &row : *rows)
        activity.append(QJsonObject {
            {u"at"_s, row.at(0).toLongLong()},
            {u"kind"_s, row.at(1).toString()},
            {u"actor"_s, row.at(2).toString()},
            {u"subject"_s, row.at(3).toString()},
            {u"detail"_s, row.at(4).toString()}});
    return activity;
}

Result<QJsonObject> statistics(Database &database, WallTime since, WallTime now)
{
    const auto sessions = database.select(
        {u"statistics_sessions"_s, {milliseconds(now), milliseconds(now), milliseconds(since)}});
    const auto users = database.select({u"statistics_users"_s, {milliseconds(since)}});
    const auto downloads = database.select({u"statistics_downloads"_s, {milliseconds(since)}});
    for (const auto *answer : {&sessions, &users, &downloads}) {
        if (!*answer)
            return answer->error();
    }
    const Database::Row row = sessions->constFirst();
    return QJsonObject {
        {u"sessions"_s, row.at(0).toLongLong()},
        {u"averageSeconds"_s, row.at(1).toLongLong() / 1'000},
        {u"longestSeconds"_s, row.at(2).toLongLong() / 1'000},
        {u"averageParticipants"_s, row.at(3).toDouble()},
        {u"mostParticipants"_s, row.at(4).toLongLong()},
        {u"users"_s, users->constFirst().at(0).toLongLong()},
        {u"downloads"_s, downloads->constFirst().at(0).toLongLong()}};
}

} // namespace ct::server::store

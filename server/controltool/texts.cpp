// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/texts.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

constexpr int labelWidth = 22;

QString row(const QString &label, const QString &value)
{
    const QString start = label + u':';
    return start.leftJustified(labelWidth) + value + u'\n';
}

QString healthText(const protocol::Health &health)
{
    switch (health.status) {
    case protocol::HealthStatus::Starting:
        return u"starting"_s;
    case protocol::HealthStatus::Draining:
        return u"draining: no new sessions"_s;
    case protocol::HealthStatus::Ok:
        break;
    }
    return health.degraded.isEmpty() ? u"ready"_s : u"ready, but degraded: "_s + health.degraded;
}

/// `days:hours:minutes:seconds`, with what each has of its digits.
QString uptimeText(std::chrono::milliseconds uptime)
{
    using namespace std::chrono;
    const auto rest = uptime % days(1);
    return u"%1:%2:%3:%4.%5"_s.arg(
        QString::number(floor<days>(uptime).count()),
        QString::number(floor<hours>(rest).count()),
        QString::number((floor<minutes>(rest) % hours(1)).count()),
        QString::number((floor<seconds>(rest) % minutes(1)).count()),
        QString::number((rest % seconds(1)).count()).rightJustified(3, u'0'));
}

QString seatsText(const protocol::LicenceSummary &licence)
{
    const QString used = QString::number(licence.seatsUsed);
    return licence.seatsLimit == 0 ? used + u", no limit"_s
                                   : u"%1 of %2"_s.arg(used, QString::number(licence.seatsLimit));
}

QString licenceLine(const protocol::LicenceSummary &licence)
{
    QString line = licence.state;
    if (!licence.licensee.isEmpty())
        line += u", "_s + licence.licensee;
    if (!licence.fault.isEmpty())
        line += u": "_s + licence.fault;
    else if (licence.daysLeft)
        line += *licence.daysLeft < 0
            ? u", since %1"_s.arg(licence.expiration)
            : u", %1 left"_s.arg(countText(*licence.daysLeft, u"day"_s, u"days"_s));
    return line;
}

QString linesOf(const QString &label, const QStringList &lines)
{
    return lines.isEmpty() ? QString()
                           : row(label, lines.join(u"\n"_s + QString(labelWidth, u' ')));
}

} // namespace

QString timeText(std::chrono::milliseconds sinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count()).toUTC().toString(Qt::ISODateWithMs);
}

QString countText(qint64 count, const QString &one, const QString &several)
{
    return QString::number(count) + u' ' + (count == 1 ? one : several);
}

QString lineOf(const QStringList &columns)
{
    QString line = columns.join(u"  "_s);
    for (QChar &letter : line) {
        if (!letter.isPrint() && !letter.isSurrogate())
            letter = QChar::ReplacementCharacter;
    }
    return line + u'\n';
}

QString statusText(const protocol::ServerStatus &status)
{
    const protocol::KeyFigures &figures = status.figures;
    const double lag = std::chrono::duration<double, std::milli>(figures.serverLag).count();
    return row(u"CodeTogether edge"_s, status.health.version)
        + row(u"State"_s, healthText(status.health))
        + row(u"Up"_s,
              u"%1 (pid %2)"_s.arg(uptimeText(status.health.uptime), QString::number(status.pid)))
        + row(u"Users online"_s, QString::number(figures.usersOnline))
        + row(u"Sessions active"_s, QString::number(figures.sessionsActive))
        + row(u"Session connections"_s, QString::number(figures.sessionConnections))
        + row(u"Server lag"_s, u"%1 ms"_s.arg(lag, 0, 'f', 3))
        + row(u"Sessions hosted"_s, QString::number(figures.sessionsHosted))
        + row(u"Client downloads"_s, QString::number(figures.clientDownloads))
        + row(u"Licence"_s, licenceLine(status.licence))
        + row(u"Seats"_s, seatsText(status.licence));
}

QString listText(const protocol::ServerProcesses &list)
{
    QString text = u"info:    CodeTogether processes running\n"
                   "data:        uid  command  script  forever pid  id(pid)  logfile  uptime\n"_s;
    for (qsizetype index = 0; index < list.processes.size(); ++index) {
        const protocol::ServerProcess &process = list.processes.at(index);
        const QStringList columns {
            process.uid,
            process.command,
            process.script,
            QString::number(process.supervisorPid),
            QString::number(process.pid),
            process.logFile,
            uptimeText(process.uptime)};
        text += u"data:    [%1] %2\n"_s.arg(QString::number(index), columns.join(u"  "_s));
    }
    return text;
}

QString licenceText(const protocol::LicenceSummary &licence)
{
    QString text = row(u"State"_s, licenceLine(licence));
    if (!licence.licensee.isEmpty())
        text += row(u"Licensee"_s, licence.licensee)
            + row(u"Connections"_s,
                  licence.maxConnections == "0"_L1 ? u"no limit"_s : licence.maxConnections)
            + row(u"Last day"_s, licence.expiration)
            + row(u"Locator"_s, licence.locator.isEmpty() ? u"any"_s : licence.locator);
    text += row(u"Seats"_s, seatsText(licence));
    if (licence.clockSetBack)
        text += row(u"Clock"_s, u"set back behind a day that it has shown before"_s);
    return text;
}

QString reloadText(const protocol::ReloadAnswer &answer)
{
    return (answer.done ? answer.summary + u'\n' : QString())
        + linesOf(u"Read again"_s, answer.renewed) + linesOf(u"In force now"_s, answer.changed)
        + linesOf(u"Needs a restart"_s, answer.needRestart)
        + linesOf(u"Warnings"_s, answer.warnings) + linesOf(u"Errors"_s, answer.errors);
}

QString drainText(const protocol::EndingAnswer &answer)
{
    if (answer.sessions == 0)
        return u"Draining: no session is open, so the server ends.\n"_s;
    return u"Draining: %1 may go on for %2 s, then the server ends.\n"_s.arg(
        countText(answer.sessions, u"session"_s, u"sessions"_s),
        QString::number(answer.patience.count()));
}

QString stopText(const protocol::EndingAnswer &answer)
{
    if (answer.sessions == 0)
        return u"Stopping: no session is open.\n"_s;
    return answer.sessions == 1
        ? u"Stopping: 1 session is told and ends.\n"_s
        : u"Stopping: %1 sessions are told and end.\n"_s.arg(answer.sessions);
}

} // namespace ct::server::controltool

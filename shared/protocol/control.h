// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/health.h"

#include <QStringList>

#include <optional>

/// What the admin API tells whoever runs the server.
namespace ct::protocol {

/// The six figures that everybody watches.
struct KeyFigures {
    qint64 usersOnline = 0;
    qint64 sessionsActive = 0;
    qint64 sessionConnections = 0;
    std::chrono::microseconds serverLag {0};
    /// Since the first start.
    qint64 sessionsHosted = 0;
    qint64 clientDownloads = 0;
};

QJsonObject toJson(const KeyFigures &figures);
template<>
Result<KeyFigures> fromJson<KeyFigures>(const QJsonObject &object);

/// A licence and what it is worth; texts as they were issued, empty when there is none.
struct LicenceSummary {
    /// none, valid, expiring, expired, invalid
    QString state;
    QString licensee {};
    QString maxConnections {};
    QString expiration {};
    QString locator {};
    /// Days after today; negative when it has expired.
    std::optional<qint64> daysLeft {};
    /// For an invalid one: which check failed.
    QString fault {};
    /// The clock shows a day before one that has been seen.
    bool clockSetBack = false;
    qint64 seatsUsed = 0;
    /// 0: no limit.
    qint64 seatsLimit = 0;
};

QJsonObject toJson(const LicenceSummary &licence);
template<>
Result<LicenceSummary> fromJson<LicenceSummary>(const QJsonObject &object);

/// GET /server
struct ServerStatus {
    /// As the private port tells it.
    Health health;
    qint64 pid = 0;
    KeyFigures figures;
    LicenceSummary licence;
};

QJsonObject toJson(const ServerStatus &status);
template<>
Result<ServerStatus> fromJson<ServerStatus>(const QJsonObject &object);

/// GET /server/processes: one row of what runs.
struct ServerProcess {
    /// Four letters, others after each start.
    QString uid;
    /// The program's file.
    QString command;
    /// What runs, with the address that its operator reaches.
    QString script;
    /// Whoever watches over it and starts it again.
    qint64 supervisorPid = 0;
    qint64 pid = 0;
    QString logFile;
    std::chrono::milliseconds uptime {0};
};

QJsonObject toJson(const ServerProcess &process);
template<>
Result<ServerProcess> fromJson<ServerProcess>(const QJsonObject &object);

struct ServerProcesses {
    QList<ServerProcess> processes;
};

QJsonObject toJson(const ServerProcesses &list);
template<>
Result<ServerProcesses> fromJson<ServerProcesses>(const QJsonObject &object);

/// POST /configuration/reload
struct ReloadAnswer {
    /// False: the settings are wrong and nothing has changed.
    bool done = false;
    QString summary;
    /// What was read or made anew: "The certificate".
    QStringList renewed;
    /// Variables whose new values count from now on, and those that wait for a restart.
    QStringList changed;
    QStringList needRestart;
    QStringList errors;
    QStringList warnings;
};

QJsonObject toJson(const ReloadAnswer &answer);
template<>
Result<ReloadAnswer> fromJson<ReloadAnswer>(const QJsonObject &object);

/// POST /server/drain and /server/stop
struct EndingAnswer {
    /// How many sessions run at that moment.
    qint64 sessions = 0;
    /// How long they may go on.
    std::chrono::seconds patience {0};
};

QJsonObject toJson(const EndingAnswer &answer);
template<>
Result<EndingAnswer> fromJson<EndingAnswer>(const QJsonObject &object);

} // namespace ct::protocol

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/application/dashboarddoor.h"
#include "shared/base/clock.h"
#include "shared/base/offloop.h"
#include "shared/base/result.h"

#include <QJsonObject>

namespace ct::server::application {

/// What the dashboard shows and works with; all of it outlives the dashboard.
struct DashboardServices {
    credentials::Gate &gate;
    credentials::PageSessions &sessions;
    RandomSource &random;
    const Clock &clock;
    SecureAddress address;
    /// Where the logs lie.
    QString logFolder;
    /// The figures of this moment, for dashboard.js; come later.
    std::function<void(const std::function<void(const QJsonObject &)> &)> numbers;
    /// What the database knows; comes later.
    std::function<void(std::function<void(const Result<QJsonObject> &)>)> history;
    /// The two CSV files of metrics.tar.gz, in this order; come later.
    std::function<void(std::function<void(const Result<QList<QByteArray>> &)>)> tables;
};

/// /dashboard and /logs: pages, figures and downloads for whoever has the credentials. Thread:
/// application.
class Dashboard
{
public:
    Dashboard(compat::HttpServer &server, DashboardServices services);
    Dashboard(const Dashboard &) = delete;
    Dashboard &operator=(const Dashboard &) = delete;

private:
    void addPages(compat::HttpServer &server);
    void addFigures(compat::HttpServer &server);
    void addLogin(compat::HttpServer &server);
    void addLogs(compat::HttpServer &server);
    void addDownloads(compat::HttpServer &server);

    void showLogin(const compat::Call &call, compat::Reply &reply, const QByteArray &state) const;
    void logIn(const compat::Call &call, const compat::ReplyPtr &reply);
    void loggedIn(
        const QString &user,
        const credentials::Verdict &verdict,
        const compat::Call &call,
        compat::Reply &reply);
    void sendFigures(const Visitor &visitor, const compat::ReplyPtr &reply) const;
    void listLogs(const compat::ReplyPtr &reply);
    void sendLog(const QString &name, compat::Reply &reply) const;
    void sendTables(const compat::ReplyPtr &reply);

    const DashboardServices m_services;
    DashboardDoor m_door;
    OffLoop m_offLoop;
};

} // namespace ct::server::application

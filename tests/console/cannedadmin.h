// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/console/cannedserver.h"

#include <QFile>
#include <QMap>

/// The admin API's answers to whatever pages ask for, out of the golden files. For tests that read
/// the tree.
namespace ct::test {

inline const QByteArray adminBase = "/api/admin/v1/";

inline QByteArray golden(const QString &name)
{
    QFile file(QStringLiteral(CT_TEST_DATA "/protocol/") + name + QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// By their paths.
inline QMap<QByteArray, QByteArray> goodAnswers()
{
    static const QMap<QByteArray, const char *> files {
        {"overview", "admin/overview"},
        {"overview/history", "admin/usagehistory"},
        {"sessions", "admin/sessions"},
        {"bans", "admin/bans"},
        {"credentials", "admin/credentialsstate"},
        {"lockouts", "admin/lockouts"},
        {"tokens", "admin/tokens"},
        {"licence", "admin/licencedetail"},
        {"licence/seats", "admin/seathistory"},
        {"integrations/metrics", "admin/metricsintegration"},
        {"certificate", "admin/certificate"},
        {"packages", "admin/packages"},
        {"audit", "auditpage"},
        {"logs", "admin/logfiles"},
        {"logs/server.log", "admin/loglines"},
        {"configuration", "admin/configuration"},
        {"health", "admin/health"}};
    QMap<QByteArray, QByteArray> answers;
    for (const auto &[path, file] : files.asKeyValueRange())
        answers.insert(path, golden(QString::fromLatin1(file)));
    // All on one page.
    answers["sessions"].replace(R"("next":"aB3",)", "");
    return answers;
}

inline void answerWell(CannedServer &server)
{
    server.answer(adminBase + "version", "200 OK", golden(QStringLiteral("admin/version")));
    const QMap<QByteArray, QByteArray> answers = goodAnswers();
    for (const auto &[path, body] : answers.asKeyValueRange())
        server.answer(adminBase + path, "200 OK", body);
    // Then it is asked again and again instead.
    server.answer(adminBase + "events", "404 No", "");
}

} // namespace ct::test

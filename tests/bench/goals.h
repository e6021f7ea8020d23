// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace ct::bench {

/// Results by the names of their files, without the ending.
using ResultSet = QMap<QString, QJsonObject>;

/// A figure to reach, and where it is found.
struct Goal {
    QString what;
    QString wanted;
    /// Which results, and the path to the number in them: `targets.server.median.p99Us`.
    QString file;
    QString path;
    /// What to multiply the number with.
    double scale = 1;
    double least = 0;
    double most = 0;
};

/// All of them, in the order in which they are shown.
QList<Goal> allGoals();

/// The number at that path; `isThere` says whether there is one.
double numberAt(const QJsonObject &object, const QString &path, bool &isThere);

struct Verdict {
    QString figure;
    QString reached;
};
/// "not measured" where there are no results.
Verdict judge(const Goal &goal, const ResultSet &results);

} // namespace ct::bench

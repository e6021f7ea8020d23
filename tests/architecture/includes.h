// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace ct::test {

/// Who includes whom: each name with the names it leads to.
using Graph = QMap<QString, QStringList>;

/// A room and what its files may include besides their own room: rooms ("server/net"), all rooms
/// of a folder ("shared"), or headers by wildcard ("server/*/*config.h").
struct Rule {
    QString room;
    QStringList allowed;
};

/// The include table of ARCHITECTURE.md.
QList<Rule> includeTable();

/// "server/net/front.h" → "server/net"; of a file beside the rooms its folder: "server/main.cpp" →
/// "server".
QString roomOf(const QString &path);

/// The included files of ours, by the #include lines of a source.
QStringList ownIncludes(const QString &text);

/// Is the rule's room allowed to include that file?
bool isAllowed(const Rule &rule, const QString &included);

/// The names along one cycle, the first again at the end; empty when there is none.
QStringList findCycle(const Graph &graph);

} // namespace ct::test

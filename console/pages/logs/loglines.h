// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace ct::console::pages {

enum class LogLevel { None, Debug, Info, Warning, Error };

/// How grave a line of server.log is; None for lines that have no level, which belong to the line
/// before.
LogLevel levelOf(const QString &line);

/// The lines of a log that one has seen, oldest first, within a limit. Thread: main.
class LogLines
{
public:
    void clear();
    void append(const QStringList &lines);
    /// Those that are at least so grave, along with what belongs to them.
    QStringList atLeast(LogLevel level) const;
    /// Of the last `count` of append().
    QStringList newest(qsizetype count, LogLevel level) const;
    qsizetype size() const { return m_lines.size(); }
    /// Whether there are levels at all.
    bool hasLevels() const { return m_hasLevels; }

    static constexpr int most = 20'000;

private:
    struct Line {
        QString text;
        LogLevel level = LogLevel::None;
    };

    QStringList from(qsizetype first, LogLevel level) const;

    QList<Line> m_lines;
    LogLevel m_last = LogLevel::None;
    bool m_hasLevels = false;
};

} // namespace ct::console::pages

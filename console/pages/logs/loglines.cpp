// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/logs/loglines.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

LogLevel levelOf(const QString &line)
{
    static const QHash<QStringView, LogLevel> levels {
        {u"TRACE", LogLevel::Debug},
        {u"DEBUG", LogLevel::Debug},
        {u"INFO", LogLevel::Info},
        {u"WARN", LogLevel::Warning},
        {u"ERROR", LogLevel::Error},
        {u"FATAL", LogLevel::Error}};
    // "2026-11-26 09:26:11 root WARN …"
    constexpr int levelField = 3;
    const QStringView start = QStringView(line).left(100);
    const QList<QStringView> fields = start.split(u' ');
    return fields.size() > levelField ? levels.value(fields.at(levelField), LogLevel::None)
                                      : LogLevel::None;
}

void LogLines::clear()
{
    m_lines.clear();
    m_last = LogLevel::None;
    m_hasLevels = false;
}

void LogLines::append(const QStringList &lines)
{
    for (const QString &line : lines) {
        const LogLevel own = levelOf(line);
        m_hasLevels = m_hasLevels || own != LogLevel::None;
        if (own != LogLevel::None)
            m_last = own;
        m_lines.append({line, m_last});
    }
    if (m_lines.size() > most)
        m_lines.remove(0, m_lines.size() - most);
}

QStringList LogLines::atLeast(LogLevel level) const
{
    return from(0, level);
}

QStringList LogLines::newest(qsizetype count, LogLevel level) const
{
    return from(std::max<qsizetype>(0, m_lines.size() - count), level);
}

QStringList LogLines::from(qsizetype first, LogLevel level) const
{
    QStringList lines;
    for (qsizetype at = first; at < m_lines.size(); ++at) {
        if (m_lines.at(at).level >= level)
            lines.append(m_lines.at(at).text);
    }
    return lines;
}

} // namespace ct::console::pages

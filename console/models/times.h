// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>

namespace ct::console::models {

/// A time of the wire as people here write it.
inline QString shortTime(std::chrono::milliseconds sinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count());
    return QLocale().toString(time, QLocale::ShortFormat);
}

/// To the second, for those who compare it with a log.
inline QString exactTime(std::chrono::milliseconds sinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count()).toString(Qt::ISODate);
}

inline QString shortDay(std::chrono::milliseconds sinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count());
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

} // namespace ct::console::models

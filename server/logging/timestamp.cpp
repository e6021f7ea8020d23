// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/timestamp.h"

#include <QStringBuilder>

#include <array>
#include <cstdlib>
#include <ctime>

namespace ct::server::logging {

namespace {

std::time_t secondsOf(WallTime time)
{
    return std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(time));
}

std::tm localTime(WallTime time)
{
    const std::time_t seconds = secondsOf(time);
    std::tm parts = {};
    ::localtime_r(&seconds, &parts);
    return parts;
}

QByteArray digits(long value, int width)
{
    return QByteArray::number(static_cast<qlonglong>(value)).rightJustified(width, '0');
}

QByteArray dateAndTime(const std::tm &parts, char between, char middle)
{
    return digits(parts.tm_year + 1900, 4) + between + digits(parts.tm_mon + 1, 2) + between
        + digits(parts.tm_mday, 2) + middle + digits(parts.tm_hour, 2) + ':'
        + digits(parts.tm_min, 2) + ':' + digits(parts.tm_sec, 2);
}

} // namespace

QByteArray serverStamp(WallTime time)
{
    return dateAndTime(localTime(time), '-', ' ');
}

QByteArray errorStamp(WallTime time)
{
    return dateAndTime(localTime(time), '/', ' ');
}

QByteArray accessStamp(WallTime time)
{
    static constexpr std::array<const char *, 12> months {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::tm parts = localTime(time);
    const long offset = std::labs(parts.tm_gmtoff) / 60;
    return digits(parts.tm_mday, 2) + '/' + months.at(static_cast<std::size_t>(parts.tm_mon)) + '/'
        + digits(parts.tm_year + 1900, 4) + ':' + digits(parts.tm_hour, 2) + ':'
        + digits(parts.tm_min, 2) + ':' + digits(parts.tm_sec, 2) + ' '
        + (parts.tm_gmtoff < 0 ? '-' : '+') + digits(offset / 60, 2) + digits(offset % 60, 2);
}

QByteArray isoStamp(WallTime time)
{
    const std::time_t seconds = secondsOf(time);
    std::tm parts = {};
    ::gmtime_r(&seconds, &parts);
    const auto rest = time - std::chrono::floor<std::chrono::seconds>(time);
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(rest).count();
    return dateAndTime(parts, '-', 'T') + '.' + digits(milliseconds, 3) + 'Z';
}

} // namespace ct::server::logging

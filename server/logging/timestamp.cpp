// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/timestamp.h"

#include <QByteArrayView>

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

/// A stamp in the making.
class Stamp
{
public:
    Stamp() { m_text.reserve(longest); }

    Stamp &digits(long value, int width)
    {
        std::array<char, longest> reversed {};
        std::size_t count = 0;
        for (; value > 0 || count < static_cast<std::size_t>(width); value /= ten)
            reversed.at(count++) = static_cast<char>('0' + value % ten);
        while (count > 0)
            m_text.append(reversed.at(--count));
        return *this;
    }
    Stamp &text(QByteArrayView text)
    {
        m_text.append(text);
        return *this;
    }
    Stamp &time(const std::tm &parts)
    {
        return digits(parts.tm_hour, 2)
            .text(":")
            .digits(parts.tm_min, 2)
            .text(":")
            .digits(parts.tm_sec, 2);
    }
    Stamp &dateAndTime(const std::tm &parts, QByteArrayView between, QByteArrayView middle)
    {
        return digits(parts.tm_year + 1900, 4)
            .text(between)
            .digits(parts.tm_mon + 1, 2)
            .text(between)
            .digits(parts.tm_mday, 2)
            .text(middle)
            .time(parts);
    }
    const QByteArray &get() const { return m_text; }

private:
    static constexpr std::size_t longest = 40;
    static constexpr long ten = 10;

    QByteArray m_text;
};

} // namespace

QByteArray serverStamp(WallTime time)
{
    return Stamp().dateAndTime(localTime(time), "-", " ").get();
}

QByteArray errorStamp(WallTime time)
{
    return Stamp().dateAndTime(localTime(time), "/", " ").get();
}

QByteArray accessStamp(WallTime time)
{
    static constexpr std::array<const char *, 12> months {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::tm parts = localTime(time);
    const long offset = std::labs(parts.tm_gmtoff) / 60;
    return Stamp()
        .digits(parts.tm_mday, 2)
        .text("/")
        .text(months.at(static_cast<std::size_t>(parts.tm_mon)))
        .text("/")
        .digits(parts.tm_year + 1900, 4)
        .text(":")
        .time(parts)
        .text(parts.tm_gmtoff < 0 ? " -" : " +")
        .digits(offset / 60, 2)
        .digits(offset % 60, 2)
        .get();
}

QByteArray isoStamp(WallTime time)
{
    const std::time_t seconds = secondsOf(time);
    std::tm parts = {};
    ::gmtime_r(&seconds, &parts);
    const auto rest = time - std::chrono::floor<std::chrono::seconds>(time);
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(rest).count();
    return Stamp().dateAndTime(parts, "-", "T").text(".").digits(milliseconds, 3).text("Z").get();
}

} // namespace ct::server::logging

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/processfigures.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <ctime>
#include <filesystem>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::metrics {

namespace {

// Fields of /proc/self/stat as proc(5) numbers them, counted from the third on: the second is the
// program's name, which may hold blanks and brackets.
constexpr qsizetype firstField = 3;
constexpr qsizetype userTicks = 14;
constexpr qsizetype systemTicks = 15;
constexpr qsizetype threads = 20;
constexpr qsizetype startTicks = 22;
constexpr qsizetype virtualSize = 23;
constexpr qsizetype residentPages = 24;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double secondsOf(clockid_t clock)
{
    static constexpr double second = 1e9;
    timespec time {};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / second;
}

/// Not as /proc/stat has it, which a service may not see.
double bootTime()
{
    return secondsOf(CLOCK_REALTIME) - secondsOf(CLOCK_BOOTTIME);
}

int openDescriptors()
{
    std::error_code failure;
    const std::filesystem::directory_iterator all("/proc/self/fd", failure);
    // Listing them takes one, too.
    return failure ? 0 : static_cast<int>(std::distance(begin(all), end(all))) - 1;
}

} // namespace

ProcessFigures readProcess()
{
    ProcessFigures figures;
    const QByteArray stat = contentOf(u"/proc/self/stat"_s);
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const auto field = [&fields](qsizetype number) {
        return fields.value(number - firstField).toLongLong();
    };
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    figures.cpuSeconds = static_cast<double>(field(userTicks) + field(systemTicks)) / ticks;
    static const double booted = bootTime();
    figures.startTime = booted + static_cast<double>(field(startTicks)) / ticks;
    figures.virtualBytes = field(virtualSize);
    figures.residentBytes = field(residentPages) * ::sysconf(_SC_PAGESIZE);
    figures.threads = static_cast<int>(field(threads));
    figures.openDescriptors = openDescriptors();
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0)
        figures.mostDescriptors = static_cast<qint64>(limit.rlim_cur);
    return figures;
}

} // namespace ct::server::metrics

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/memorylimit.h"

#include <QFile>
#include <QList>

#include <algorithm>
#include <sys/sysinfo.h>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

// What waits in sockets, the heap's own gaps and all the rest need as much again, and more.
constexpr qint64 replayPart = 4;
constexpr qint64 bytesPerKib = 1024;

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray> {};
}

qint64 machinesMemory()
{
    struct sysinfo facts = {};
    return ::sysinfo(&facts) == 0
        ? static_cast<qint64>(facts.totalram) * static_cast<qint64>(facts.mem_unit)
        : 0;
}

/// The lowest limit found.
class Lowest
{
public:
    void consider(qint64 bytes)
    {
        if (bytes > 0)
            m_value = std::min(m_value.value_or(bytes), bytes);
    }
    /// A file with a number; another word ("max") is no limit.
    void considerFile(const QString &path)
    {
        const QList<QByteArray> lines = linesOf(path);
        consider(lines.value(0).trimmed().toLongLong());
    }
    /// Of a group and of those that it lies in. Within a container the group's path may be the
    /// host's, and the mounted folder is the group itself.
    void considerGroups(const QString &mount, QString group, const QString &file)
    {
        while (!group.isEmpty()) {
            considerFile(mount + group + u'/' + file);
            group.truncate(std::max<qsizetype>(0, group.lastIndexOf(u'/')));
        }
        considerFile(mount + u'/' + file);
    }
    std::optional<qint64> value() const { return m_value; }

private:
    std::optional<qint64> m_value;
};

} // namespace

std::optional<qint64> memoryLimit(const QString &root)
{
    Lowest lowest;
    for (const QByteArray &line : linesOf(root + u"/proc/meminfo"_s)) {
        if (line.startsWith("MemTotal:"))
            lowest.consider(line.simplified().split(' ').value(1).toLongLong() * bytesPerKib);
    }
    // A container's file tells less than the machine has; a service may see no such file.
    if (!lowest.value())
        lowest.consider(machinesMemory());
    const QString mount = root + u"/sys/fs/cgroup"_s;
    for (const QByteArray &line : linesOf(root + u"/proc/self/cgroup"_s)) {
        const QList<QByteArray> parts = line.split(':');
        const QString group = QString::fromUtf8(parts.value(2));
        if (parts.value(1).split(',').contains("memory"))
            lowest.considerGroups(mount + u"/memory"_s, group, u"memory.limit_in_bytes"_s);
        else if (parts.value(0) == "0")
            lowest.considerGroups(mount, group, u"memory.max"_s);
    }
    return lowest.value();
}

bool fitReplay(session::SessionConfig &config, qint64 memory)
{
    const qint64 part = std::max(memory / replayPart, config.replayPerParticipant);
    if (config.replayTotal <= part)
        return false;
    config.replayTotal = part;
    return true;
}

} // namespace ct::server::app

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/diskroom.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <limits>
#include <sys/stat.h>
#include <sys/statvfs.h>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

/// The folder, or what is there of its path.
QByteArray presentPart(const QString &folder)
{
    QString path = QFileInfo(folder).absoluteFilePath();
    while (!QFileInfo::exists(path) && path != "/"_L1)
        path = QFileInfo(path).path();
    return QFile::encodeName(path);
}

qint64 freeBytes(const QByteArray &path)
{
    struct statvfs facts = {};
    if (::statvfs(path.constData(), &facts) != 0)
        return std::numeric_limits<qint64>::max();
    return static_cast<qint64>(facts.f_bavail) * static_cast<qint64>(facts.f_frsize);
}

QString text(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes);
}

Status ensureRoomOn(
    const DiskNeed &disk, const QByteArray &path, qint64 reserve, const QString &takers)
{
    const qint64 free = freeBytes(path);
    // What is asked for may be anything.
    const qint64 wanted = disk.bytes > std::numeric_limits<qint64>::max() - reserve
        ? std::numeric_limits<qint64>::max()
        : disk.bytes + reserve;
    if (free >= wanted)
        return {};
    return Error {
        ErrorCode::TooLarge,
        u"%1 are missing on the disk of %2: %3 %4 there with all copies, %5 are free, and %6 have "
        "to stay free (CT_CLIENTS_RESERVE)"_s.arg(
            text(wanted - free), disk.folder, takers, text(disk.bytes), text(free), text(reserve))};
}

} // namespace

Status ensureRoom(const QList<DiskNeed> &needs, qint64 reserve, const QString &takers)
{
    QMap<dev_t, DiskNeed> disks;
    QMap<dev_t, QByteArray> paths;
    for (const DiskNeed &need : needs) {
        const QByteArray path = presentPart(need.folder);
        struct stat facts = {};
        if (::stat(path.constData(), &facts) != 0)
            continue;
        DiskNeed &disk = disks[facts.st_dev];
        if (disk.folder.isEmpty())
            disk.folder = need.folder;
        const qint64 most = std::numeric_limits<qint64>::max() - disk.bytes;
        disk.bytes += std::min(need.bytes, most);
        paths[facts.st_dev] = path;
    }
    for (auto disk = disks.cbegin(); disk != disks.cend(); ++disk) {
        if (Status room = ensureRoomOn(*disk, paths.value(disk.key()), reserve, takers); !room)
            return room;
    }
    return {};
}

} // namespace ct::server::clients

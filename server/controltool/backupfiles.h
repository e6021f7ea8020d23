// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QFileDevice>
#include <QStringList>

/// What a backup consists of. Thread: any; blocks.
namespace ct::server::controltool {

struct BackupFile {
    /// Within the backup: "state/token-keys", "outside/0".
    QString name;
    /// Where it came from, for those from outside of the state folder; empty for others.
    QString origin {};
    QByteArray sha256 {};
};

/// What a backup holds; its manifest.json.
struct BackupManifest {
    QString version;
    QString madeAt;
    QList<BackupFile> files;
};

namespace backupnames {
inline constexpr QLatin1StringView database {"edge.sqlite"};
inline constexpr QLatin1StringView manifest {"manifest.json"};
inline constexpr QLatin1StringView inState {"state/"};
inline constexpr QLatin1StringView inOutside {"outside/"};
} // namespace backupnames

inline constexpr auto ownerOnly
    = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

/// What outlives a run in a state folder, without the database.
QStringList stateFiles(const QString &folder);

Result<QByteArray> hashOf(const QString &path);
Status makeFolder(const QString &path);
/// To the disk, with the rights of the original, and never over another file.
Status copyFile(const QString &from, const QString &to);

Status writeManifest(const BackupManifest &manifest, const QString &backup);
Result<BackupManifest> readManifest(const QString &backup);

} // namespace ct::server::controltool

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QStringList>

/// The whole state of a server in a folder, and back. Thread: any; blocks.
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

/// Copies the state of a server, which may run, and the files `outside` of its state folder to a
/// new folder (0700).
Result<BackupManifest> backUp(
    const QString &stateFolder, const QStringList &outside, const QString &target);

struct RestoreReport {
    int restored = 0;
    /// Files outside of the state folder that were there already and stay as they are.
    QStringList kept;
};

/// Brings a backup back into a state folder that is missing or holds no state. Nothing is written
/// unless every file of the backup is there as it was. Conflict when a server or a state is there.
Result<RestoreReport> restore(const QString &backup, const QString &stateFolder);

} // namespace ct::server::controltool

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QStringList>

#include <functional>

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

/// Whether a backup may bring that file, which lies outside of the state folder.
using MayPlace = std::function<bool(const QString &path)>;

/// Brings a backup back into a state folder that is missing or holds no state; what comes into it
/// is its owner's, and nobody else may read it. Nothing is written unless every file of the backup
/// is there as it was and has its place, and nothing stays when one can't be written. Conflict when
/// a server or a state is there, Forbidden for a file that `mayPlace` does not let in.
Result<RestoreReport> restore(
    const QString &backup, const QString &stateFolder, const MayPlace &mayPlace);

} // namespace ct::server::controltool

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QStringList>

/// The whole state of a server in a folder. Thread: any; blocks.
namespace ct::server::controltool {

/// What is to be backed up.
struct BackupSource {
    QString stateFolder;
    /// In the state folder, as they were when it was looked at.
    QStringList files;
    /// Elsewhere.
    QStringList outside;
};

struct BackupReport {
    qsizetype copied = 0;
    /// Files of the state that went before they could be copied, but for passing ones: logs, and
    /// what another file is written to until it is whole.
    QStringList vanished {};
};

BackupSource lookForBackup(const QString &stateFolder, const QStringList &outside);

/// Copies the state of a server, which may run and remove files meanwhile, and the files outside of
/// its state folder to a new folder (0700).
Result<BackupReport> backUp(const BackupSource &source, const QString &target);

} // namespace ct::server::controltool

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QStringList>

#include <functional>

/// A backup on its way back. Thread: any; blocks.
namespace ct::server::controltool {

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

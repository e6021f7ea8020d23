// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace ct::server::archive {

struct ArchiveEntry {
    QString name;
    QByteArray content;
};

/// A .tar.gz of these files, all of the time `at`. The process's locale has to be a UTF-8 one, or
/// the library can't take names beyond ASCII. Blocks on the processor: for worker threads.
Result<QByteArray> tarGz(const QList<ArchiveEntry> &entries, WallTime at);

} // namespace ct::server::archive

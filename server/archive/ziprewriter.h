// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/archive/zipreader.h"

#include <QIODevice>

namespace ct::server::archive {

/// What becomes of one entry.
struct ZipChange {
    QString entry;
    /// No bigger than this.
    qint64 most = 0;
    std::function<Result<QByteArray>(const QByteArray &content)> apply;
};

/// Writes the zip in `file` anew to `out`, the one entry changed, all others as they are, in their
/// order; the same zip gives the same bytes each time. `out` holds rubbish when it fails. At most
/// the changed entry is in memory. Blocks: for worker threads.
Status rewriteZip(
    const QString &file, const ZipLimits &limits, const ZipChange &change, QIODevice &out);

} // namespace ct::server::archive

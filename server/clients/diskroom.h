// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QList>
#include <QString>

namespace ct::server::clients {

/// So many bytes are to be written to a folder; one that is not there yet will be made.
struct DiskNeed {
    QString folder;
    qint64 bytes = 0;
};

/// Whether there is room for all of that while `reserve` stays free on each disk. TooLarge says
/// what is missing where; `takers` are who needs it, in words: "the package takes". A disk that
/// tells nothing has room. Blocks: for worker threads.
Status ensureRoom(const QList<DiskNeed> &needs, qint64 reserve, const QString &takers);

} // namespace ct::server::clients

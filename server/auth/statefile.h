// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace ct::server::auth {

/// The content of a file that holds secrets. NotFound when there is none; Forbidden when anybody
/// but its owner may read or write it; TooLarge above `limit` bytes. Thread: any; blocks.
Result<QByteArray> readPrivateFile(const QString &path, qsizetype limit);
/// Puts `content` in the place of the file, 0600 and with the same owner, wholly or not at all,
/// also when the power fails. Thread: any; blocks.
Status writePrivateFile(const QString &path, const QByteArray &content);

} // namespace ct::server::auth

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace ct::server::engineio {

// Base64 in the standard alphabet, by tables: polling spends most of its time with it, and
// QByteArray goes bit by bit. Thread: any.

/// Appends `data` in base64, padded.
void appendBase64(QByteArray &out, QByteArrayView data);

/// Appends what the groups of four characters that `text` begins with stand for, up to the first
/// one with anything else than the alphabet in it; gives how many characters that were.
qsizetype decodePlainGroups(QByteArray &out, QByteArrayView text);

} // namespace ct::server::engineio

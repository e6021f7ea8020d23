// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace ct::server::logging {

/// Nothing that others sent can begin a line of its own, turn the reading direction or steer a
/// terminal: such characters are written out (`\n`, `\x1b`, `\u202e`). The rest is UTF-8. At most
/// about `limit` bytes; what is longer ends in "…".
QByteArray escapeControls(QStringView text, qsizetype limit);

/// As escapeControls(), between double quotes; `"` and `\` are escaped, too.
QByteArray quoted(QStringView text, qsizetype limit);

/// As nginx writes variables: `"`, `\`, control and non-ASCII bytes as `\xHH`; an empty text as
/// "-". At most about `limit` bytes; what is longer ends in "...".
QByteArray escapeAsNginx(QByteArrayView text, qsizetype limit);

/// For what is in that form already: backslashes stay, and all the rest is escaped if it has to be.
QByteArray keepAsNginx(QByteArrayView text, qsizetype limit);

} // namespace ct::server::logging

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace ct::server::http {

// What of a request may stand in a log. Results are at most 2 KiB, printable ASCII, and end in
// "..." when something was cut off. Thread: any.

/// A request target, however malformed: poll tokens in the path, values of query parameters but for
/// the transport's harmless ones, and a fragment are `***`.
QByteArray loggableTarget(QByteArrayView target);

/// A Referer, or another URL: as the target; a user's name and password are `***`, too.
QByteArray loggableReferer(QByteArrayView value);

/// As nginx writes variables: `"`, `\`, control and non-ASCII bytes as `\xHH`.
QByteArray escapeForLog(QByteArrayView bytes);

} // namespace ct::server::http

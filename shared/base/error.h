// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ct {

/// What went wrong, as a cause that a caller can act on. Mapped to an HTTP status once, in
/// server/application, and to a sentence for people once, in the console.
enum class ErrorCode {
    InvalidInput,
    NotFound,
    Conflict,
    Unauthorized,
    Forbidden,
    TooLarge,
    TooMany,
    Unavailable,
    Timeout,
    Corrupt,
    Internal,
};

/// A cause and a sentence for the log that names the thing to change. The sentence never holds a
/// secret; clients are shown it only where the handler says so.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
};

/// The cause's name as it stands in logs.
QString errorName(ErrorCode code);

} // namespace ct

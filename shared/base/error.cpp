// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/base/error.h"

using namespace Qt::StringLiterals;

namespace ct {

QString errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return u"invalid input"_s;
    case ErrorCode::NotFound:
        return u"not found"_s;
    case ErrorCode::Conflict:
        return u"conflict"_s;
    case ErrorCode::Unauthorized:
        return u"unauthorized"_s;
    case ErrorCode::Forbidden:
        return u"forbidden"_s;
    case ErrorCode::TooLarge:
        return u"too large"_s;
    case ErrorCode::TooMany:
        return u"too many"_s;
    case ErrorCode::Unavailable:
        return u"unavailable"_s;
    case ErrorCode::Timeout:
        return u"timeout"_s;
    case ErrorCode::Corrupt:
        return u"corrupt"_s;
    case ErrorCode::Internal:
        break;
    }
    return u"internal"_s;
}

} // namespace ct

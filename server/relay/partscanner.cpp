// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/partscanner.h"

namespace ct::server::relay {

bool PartScanner::fail(ErrorCode code, QLatin1StringView what, QLatin1StringView rest)
{
    m_error = {code, what + rest};
    return false;
}

} // namespace ct::server::relay

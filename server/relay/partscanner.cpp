// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/partscanner.h"

namespace ct::server::relay {

bool PartScanner::fail(ErrorCode code, const QString &message)
{
    m_error = {code, message};
    return false;
}

} // namespace ct::server::relay

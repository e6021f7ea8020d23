// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QByteArray>

namespace ct::server::logging {

// Local time, as operators and nginx have it, but for isoStamp(). Thread: any.

/// "2025-11-23 20:20:20", server.log's.
QByteArray serverStamp(WallTime time);
/// "23/Nov/2025:20:20:20 +0100", access.log's; English in every locale.
QByteArray accessStamp(WallTime time);
/// "2025/11/23 20:20:20", error.log's.
QByteArray errorStamp(WallTime time);
/// "2025-11-23T19:20:20.123Z", sessions.log's.
QByteArray isoStamp(WallTime time);

} // namespace ct::server::logging

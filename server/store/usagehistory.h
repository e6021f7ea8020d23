// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"
#include "shared/base/clock.h"
#include "shared/protocol/admin/licence.h"
#include "shared/protocol/admin/status.h"

namespace ct::server::store {

/// The usage samples since then, the greatest ones of each step together. Thread: the store's.
Result<QList<protocol::admin::UsagePoint>> usageHistory(
    Database &database, WallTime since, std::chrono::milliseconds step);

/// How many seats were used since then, the most of each step, where it is known. Thread: the
/// store's.
Result<QList<protocol::admin::SeatPoint>> seatHistory(
    Database &database, WallTime since, std::chrono::milliseconds step);

} // namespace ct::server::store

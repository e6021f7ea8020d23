// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

namespace ct::server::net {

/// Descriptors that are no connections: files, listeners, event loops, the evicted.
constexpr int reservedDescriptors = 256;

/// Raises the process's limit of open descriptors as far as it may and tells how many connections
/// that carries; Unavailable when it is fewer than one.
Result<int> raiseDescriptorLimit();

} // namespace ct::server::net

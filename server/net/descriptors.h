// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/netconfig.h"
#include "shared/base/result.h"

namespace ct::server::net {

/// Descriptors that are no connections: files, listeners, event loops, pairs to the application,
/// the evicted. Fewer are kept where the system gives few.
constexpr int reservedDescriptors = 256;
/// With fewer the server can't do its work.
constexpr int leastDescriptors = 64;

/// Raises the process's limit of open descriptors as far as it may and tells how many connections
/// that carries; Unavailable below leastDescriptors.
Result<int> raiseDescriptorLimit();

/// Lowers the connections at once to what the system carries, and those without a login in
/// proportion, so that room is made before descriptors run out. False: nothing had to be lowered.
bool fitConnections(NetConfig &config, int carried);

} // namespace ct::server::net

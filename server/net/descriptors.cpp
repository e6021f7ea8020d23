// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/descriptors.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

// Somebody has to be able to log in.
constexpr int leastUnauthenticated = 8;

} // namespace

Result<int> raiseDescriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return Error {
            ErrorCode::Unavailable, u"getrlimit(RLIMIT_NOFILE): "_s + qt_error_string(errno)};
    rlimit raised = limit;
    raised.rlim_cur = limit.rlim_max;
    // Refused where the hard limit is above the kernel's own: then the soft one has to do.
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
        limit = raised;
    static constexpr rlim_t most = std::numeric_limits<int>::max();
    const int usable = static_cast<int>(std::min(limit.rlim_cur, most));
    if (usable < leastDescriptors)
        return Error {
            ErrorCode::Unavailable,
            u"the limit of open files (ulimit -n) is %1; at least %2 are needed"_s
                .arg(limit.rlim_cur)
                .arg(leastDescriptors)};
    return usable - std::min(reservedDescriptors, usable / 8 * 5);
}

bool fitConnections(NetConfig &config, int carried)
{
    if (config.connections <= carried)
        return false;
    const qint64 share = static_cast<qint64>(config.unauthenticated) * carried / config.connections;
    config.unauthenticated = std::max(leastUnauthenticated, static_cast<int>(share));
    config.connections = carried;
    return true;
}

} // namespace ct::server::net

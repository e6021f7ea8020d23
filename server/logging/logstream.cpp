// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/logstream.h"

#include <QString>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::logging {

namespace {

/// How long a reader may take, unless he was stuck already.
constexpr int patience = 200;

bool isWritable(int descriptor, int timeout)
{
    pollfd waiting {descriptor, POLLOUT, 0};
    return ::poll(&waiting, 1, timeout) == 1;
}

} // namespace

Status LogStream::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (!isWritable(m_descriptor, m_isStuck ? 0 : patience)) {
            m_isStuck = true;
            return Error {ErrorCode::Timeout, u"nobody reads the standard output"_s};
        }
        // A writable pipe has room for this much, so that write() does not wait.
        const qsizetype part = std::min<qsizetype>(bytes.size(), PIPE_BUF);
        const ssize_t taken = ::write(m_descriptor, bytes.data(), static_cast<size_t>(part));
        if (taken < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (taken <= 0)
            return Error {
                ErrorCode::Unavailable,
                u"cannot write to the standard output: "_s + qt_error_string(errno)};
        m_isStuck = false;
        m_isTorn = true;
        bytes = bytes.sliced(taken);
    }
    return {};
}

Status LogStream::append(QByteArrayView lines)
{
    if (m_isTorn) {
        if (Status ended = write("\n"); !ended)
            return ended;
    }
    Status written = write(lines);
    if (written)
        m_isTorn = false;
    return written;
}

} // namespace ct::server::logging

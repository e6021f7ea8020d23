// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/responsehandle.h"

#include <utility>
#include <vector>

namespace ct::server::front {

/// A request that waits for its answer, on one connection or, when the client's HTTP has sent it
/// once more, on several: only one of them still has the client behind it, and nobody knows which,
/// so that all are answered alike. Thread: its owner's.
class WaitingRequest
{
public:
    explicit operator bool() const { return static_cast<bool>(m_latest); }

    void add(const ResponseHandle &handle)
    {
        if (m_latest)
            m_former.push_back(m_latest);
        m_latest = handle;
    }
    /// That connection is gone.
    void forget(const ResponseHandle &handle)
    {
        std::erase(m_former, handle);
        if (m_latest != handle)
            return;
        m_latest = {};
        if (m_former.empty())
            return;
        m_latest = m_former.back();
        m_former.pop_back();
    }
    /// Waits no more.
    void send(const http::Response &response)
    {
        const auto former = std::exchange(m_former, {});
        const auto latest = std::exchange(m_latest, {});
        for (const ResponseHandle &handle : former)
            handle.send(response);
        latest.send(response);
    }

private:
    ResponseHandle m_latest;
    std::vector<ResponseHandle> m_former;
};

} // namespace ct::server::front

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/offloop.h"

#include <QByteArray>

#include <functional>

namespace ct::server::credentials {

/// Computes password hashes off the event loops: two at a time, as each takes 19 MiB and a core,
/// and at most 32 waiting. Owner and thread: main; it waits for what runs when it ends.
class HashPool
{
public:
    static constexpr int atOnce = 2;
    static constexpr int mostWaiting = 32;

    /// `work` runs on a thread of the pool, then `done` with its answer on this one. False, and
    /// neither is called, when too many wait.
    bool run(std::function<QByteArray()> work, std::function<void(const QByteArray &)> done);

private:
    OffLoop m_threads {atOnce};
};

} // namespace ct::server::credentials

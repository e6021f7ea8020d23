// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/hashpool.h"

#include <utility>

namespace ct::server::credentials {

bool HashPool::run(std::function<QByteArray()> work, std::function<void(const QByteArray &)> done)
{
    if (m_threads.pending() >= atOnce + mostWaiting)
        return false;
    m_threads.run<QByteArray>(std::move(work), std::move(done));
    return true;
}

} // namespace ct::server::credentials

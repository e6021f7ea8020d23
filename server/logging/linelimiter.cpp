// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/linelimiter.h"

#include <utility>

namespace ct::server::logging {

void LineLimiter::forgetQuietKeys(Instant now)
{
    if (now - m_lastTidied < interval)
        return;
    m_lastTidied = now;
    quint64 keptBack = 0;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (entry.key().isEmpty() || now - entry->last < interval) {
            ++entry;
            continue;
        }
        keptBack += entry->keptBack;
        entry = m_entries.erase(entry);
    }
    // Their count is not lost: the shared key's next line has it.
    if (keptBack > 0)
        m_entries[QString()].keptBack += keptBack;
}

std::optional<quint64> LineLimiter::admit(const QString &key)
{
    const Instant now = m_clock.now();
    if (m_entries.size() >= mostKeys && !m_entries.contains(key))
        forgetQuietKeys(now);
    const bool isShared = m_entries.size() >= mostKeys && !m_entries.contains(key);
    const QString used = isShared ? QString() : key;
    const auto entry = m_entries.find(used);
    if (entry == m_entries.end()) {
        m_entries.insert(used, {now, 0});
        return 0;
    }
    if (now - entry->last < interval) {
        ++entry->keptBack;
        return std::nullopt;
    }
    entry->last = now;
    return std::exchange(entry->keptBack, 0);
}

} // namespace ct::server::logging

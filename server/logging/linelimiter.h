// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QHash>
#include <QString>

#include <optional>

namespace ct::server::logging {

/// At most one line per key and 10 s, for things that attackers or a broken disk repeat. Beyond 256
/// keys within that time, further keys share one. Thread: its owner's.
class LineLimiter
{
public:
    static constexpr std::chrono::seconds interval {10};
    static constexpr qsizetype mostKeys = 256;

    explicit LineLimiter(const Clock &clock) : m_clock(clock) { }

    /// How many lines were kept back since this key's last one; nothing: keep this back, too.
    std::optional<quint64> admit(const QString &key);

private:
    struct Entry {
        Instant last;
        quint64 keptBack = 0;
    };

    void forgetQuietKeys(Instant now);

    const Clock &m_clock;
    QHash<QString, Entry> m_entries;
    Instant m_lastTidied {};
};

} // namespace ct::server::logging

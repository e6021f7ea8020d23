// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/user.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QHash>

#include <set>
#include <shared_mutex>
#include <utility>

namespace ct::server::auth {

/// The logins that were ended before their tokens expired. Bounded: when it is full, the entry that
/// is needed for the shortest time makes room, and whatever was issued until it was made is refused
/// in its place, so that too many have to log in again rather than one too few. Times are seconds
/// since 1970. Thread: any.
class Revocations
{
public:
    explicit Revocations(qsizetype limit) : m_limit(limit) { }

    /// Ends what was issued until `since`; by `until` all of it has expired anyway.
    void add(const Logout &whose, qint64 since, qint64 until);
    bool covers(const QByteArray &login, const QString &user, qint64 issued) const;
    /// A token of the user has to be issued later than this to be good.
    qint64 lastLogout(const QString &user) const;

    /// What still matters at `now`, as text for a file.
    QByteArray text(qint64 now) const;
    /// Takes what text() has given; Corrupt when that is something else.
    Status restore(const QByteArray &text);

private:
    struct Entry {
        qint64 since = 0;
        qint64 until = 0;
    };

    // For callers that hold the lock.
    void insert(const QByteArray &key, Entry entry);
    void refuseAll(Entry entry);
    Status restoreLine(const QByteArray &line);

    const qsizetype m_limit;
    mutable std::shared_mutex m_mutex;
    // Guarded by m_mutex:
    QHash<QByteArray, Entry> m_entries;
    /// By their ends.
    std::set<std::pair<qint64, QByteArray>> m_order;
    /// Everything issued until then is refused.
    Entry m_all {-1, -1};
};

} // namespace ct::server::auth

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <list>
#include <utility>

namespace ct::server::auth {

/// A table of at most `limit` entries; the one unused for longest makes room. Thread: that of its
/// owner.
template<typename T>
class LruTable
{
public:
    explicit LruTable(qsizetype limit) : m_limit(limit) { }

    qsizetype size() const { return m_byKey.size(); }

    /// Null when there is none. Good until the next call.
    T *find(const QByteArray &key)
    {
        const auto found = m_byKey.constFind(key);
        if (found == m_byKey.cend())
            return nullptr;
        m_entries.splice(m_entries.begin(), m_entries, *found);
        return &m_entries.front().second;
    }

    /// The same without counting as a use.
    const T *peek(const QByteArray &key) const
    {
        const auto found = m_byKey.constFind(key);
        return found == m_byKey.cend() ? nullptr : &(*found)->second;
    }

    /// The entry, new when there is none. Good until the next call.
    T &entry(const QByteArray &key)
    {
        if (T *known = find(key))
            return *known;
        if (m_byKey.size() >= m_limit)
            remove(QByteArray(m_entries.back().first));
        m_entries.emplace_front(key, T {});
        m_byKey.insert(key, m_entries.begin());
        return m_entries.front().second;
    }

    /// Forgets up to `most` of those unused for longest, as long as `isOver(value)` holds.
    template<typename IsOver>
    void forgetOver(int most, const IsOver &isOver)
    {
        for (int count = 0; count < most && !m_entries.empty(); ++count) {
            if (!isOver(m_entries.back().second))
                return;
            remove(QByteArray(m_entries.back().first));
        }
    }

    /// Calls `look(key, value)` for each.
    template<typename Look>
    void forEach(const Look &look) const
    {
        for (const auto &[key, value] : m_entries)
            look(key, value);
    }

    void remove(const QByteArray &key)
    {
        const auto found = m_byKey.constFind(key);
        if (found == m_byKey.cend())
            return;
        m_entries.erase(*found);
        m_byKey.erase(found);
    }

private:
    using Entries = std::list<std::pair<QByteArray, T>>;

    qsizetype m_limit;
    /// The one used last is in front.
    Entries m_entries;
    QHash<QByteArray, typename Entries::iterator> m_byKey;
};

} // namespace ct::server::auth

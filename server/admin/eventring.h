// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/events.h"

#include <deque>

namespace ct::server::admin {

/// What may be watched, as bits.
enum class Topic : unsigned {
    Sessions = 1U << 0U,
    Overview = 1U << 1U,
    Health = 1U << 2U,
    Audit = 1U << 3U,
    Settings = 1U << 4U,
};
using Topics = unsigned;
inline constexpr Topics allTopics = 0x1f;
inline bool isIn(Topics topics, Topic topic)
{
    return (topics & static_cast<Topics>(topic)) != 0;
}

/// The latest events, each written once for all watchers; the oldest makes room. Thread: main.
class EventRing
{
public:
    static constexpr std::size_t mostEvents = 4'096;
    static constexpr qsizetype mostBytes = qsizetype {4} * 1024 * 1024;

    /// Numbers begin behind `last`.
    explicit EventRing(qint64 last) : m_last(last) { }

    /// Gives the event its number.
    void append(Topic topic, protocol::admin::Event event);

    /// Something has been lost: what came before reaches no further.
    void cut();

    /// The number that was given last.
    qint64 last() const { return m_last; }
    /// Whether nothing that came after `sequence` has gone.
    bool reaches(qint64 sequence) const;

    struct Batch {
        QList<QByteArray> texts {};
        /// The last number that was looked at.
        qint64 last = 0;
    };
    /// What came after `sequence` of these topics, up to about `bytes`.
    Batch after(qint64 sequence, Topics topics, qsizetype bytes) const;

private:
    struct Written {
        Topic topic = Topic::Sessions;
        QByteArray text;
    };

    qint64 m_last = 0;
    qsizetype m_bytes = 0;
    /// With numbers up to m_last.
    std::deque<Written> m_events;
};

} // namespace ct::server::admin

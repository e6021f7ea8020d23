// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ct::server::session {

/// Requests that were relayed and not yet answered. Each gets an id of ours, so that an answer can
/// only reach the one who asked and only come from the one who was asked. Thread: the session's
/// worker.
class RequestMap
{
public:
    struct Pending {
        /// Participant ids.
        QByteArray from;
        QByteArray to;
        /// The asker's own id, raw (see relay::Envelope).
        QByteArray originalId;
        Instant deadline {};
    };

    /// Gives our id for the request; nothing when `from` has `most` of them under way already.
    std::optional<QByteArray> add(Pending pending, int most);
    /// The request that `id` stands for, if `responder` is the one who was asked; it is then over.
    std::optional<Pending> take(QByteArrayView id, QByteArrayView responder);
    /// Those whose time is over.
    std::vector<Pending> takeExpired(Instant now);
    /// Those that `participant` was asked (to be failed); those that it asked are dropped.
    std::vector<Pending> takeFor(const QByteArray &participant);

    std::size_t size() const { return m_pending.size(); }

private:
    void forget(const Pending &pending);

    quint64 m_next = 1;
    std::map<quint64, Pending> m_pending;
    std::unordered_map<std::string, int> m_perAsker;
};

} // namespace ct::server::session

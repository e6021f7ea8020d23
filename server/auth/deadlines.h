// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QByteArray>
#include <QHash>

#include <map>
#include <optional>

namespace ct::server::auth {

/// One deadline per id; taken in their order when due. Thread: that of its owner.
class Deadlines
{
public:
    /// Replaces the one that the id has.
    void set(const QByteArray &id, Instant due);
    void clear(const QByteArray &id);
    std::optional<Instant> find(const QByteArray &id) const;
    /// The first that is due, which is forgotten.
    std::optional<QByteArray> takeDue(Instant now);

private:
    std::multimap<Instant, QByteArray> m_byTime;
    QHash<QByteArray, std::multimap<Instant, QByteArray>::iterator> m_byId;
};

} // namespace ct::server::auth

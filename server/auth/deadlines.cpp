// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/deadlines.h"

namespace ct::server::auth {

void Deadlines::set(const QByteArray &id, Instant due)
{
    clear(id);
    m_byId.insert(id, m_byTime.emplace(due, id));
}

void Deadlines::clear(const QByteArray &id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.cend())
        return;
    m_byTime.erase(*found);
    m_byId.erase(found);
}

std::optional<Instant> Deadlines::find(const QByteArray &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? std::nullopt : std::optional((*found)->first);
}

std::optional<QByteArray> Deadlines::takeDue(Instant now)
{
    if (m_byTime.empty() || m_byTime.begin()->first > now)
        return std::nullopt;
    QByteArray id = m_byTime.begin()->second;
    clear(id);
    return id;
}

} // namespace ct::server::auth

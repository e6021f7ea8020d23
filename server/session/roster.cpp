// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/roster.h"

#include <algorithm>

namespace ct::server::session {

namespace {

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

Participant &Roster::add(std::unique_ptr<Participant> participant)
{
    m_all.push_back(std::move(participant));
    Participant &added = *m_all.back();
    m_byId.emplace(viewOf(added.id()), &added);
    if (added.isHost())
        m_host = &added;
    return added;
}

std::unique_ptr<Participant> Roster::take(QByteArrayView id)
{
    const auto at = std::find_if(m_all.begin(), m_all.end(), [id](const auto &participant) {
        return participant->id() == id;
    });
    if (at == m_all.end())
        return nullptr;
    std::unique_ptr<Participant> taken = std::move(*at);
    m_all.erase(at);
    m_byId.erase(viewOf(taken->id()));
    if (taken.get() == m_host)
        m_host = nullptr;
    return taken;
}

Participant *Roster::find(QByteArrayView id) const
{
    const auto at = m_byId.find(viewOf(id));
    return at == m_byId.end() ? nullptr : at->second;
}

} // namespace ct::server::session

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/participant.h"

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ct::server::session {

/// The participants of one session. Thread: the session's worker.
class Roster
{
public:
    Participant &add(std::unique_ptr<Participant> participant);
    /// Takes a participant out; empty when there is none of that id.
    std::unique_ptr<Participant> take(QByteArrayView id);

    Participant *find(QByteArrayView id) const;
    Participant *host() const { return m_host; }
    qsizetype size() const { return static_cast<qsizetype>(m_all.size()); }
    const std::vector<std::unique_ptr<Participant>> &all() const { return m_all; }

private:
    std::vector<std::unique_ptr<Participant>> m_all;
    /// Keys point into the participants' ids.
    std::unordered_map<std::string_view, Participant *> m_byId;
    Participant *m_host = nullptr;
};

} // namespace ct::server::session

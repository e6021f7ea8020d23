// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/congestionbrake.h"

namespace ct::server::session {

void CongestionBrake::update(bool isCongested, Instant now)
{
    if (isCongested == m_isCongested)
        return;
    // Whoever needed longer than the brake holds can't be helped by it soon.
    if (!isCongested && now - m_since >= longest)
        m_notBefore = now + rest;
    m_isCongested = isCongested;
    m_since = now;
}

bool CongestionBrake::isOn(Instant now) const
{
    return m_isCongested && now >= m_notBefore && now - m_since < longest;
}

} // namespace ct::server::session

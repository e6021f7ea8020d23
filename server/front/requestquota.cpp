// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/requestquota.h"

using namespace Qt::StringLiterals;

namespace ct::server::front {

void RequestQuota::setLimits(int limit, int limitPerAddress)
{
    const std::scoped_lock lock(m_mutex);
    m_limit = limit;
    m_limitPerAddress = limitPerAddress;
}

Status RequestQuota::take(const net::AddressKey &client)
{
    const std::scoped_lock lock(m_mutex);
    if (m_taken >= m_limit)
        return Error {ErrorCode::Unavailable, u"Too many requests wait for an answer"_s};
    int &ofClient = m_perAddress[client];
    if (ofClient >= m_limitPerAddress)
        return Error {ErrorCode::TooMany, u"Too many requests of one address wait for an answer"_s};
    ++ofClient;
    ++m_taken;
    return {};
}

void RequestQuota::giveBack(const net::AddressKey &client)
{
    const std::scoped_lock lock(m_mutex);
    --m_taken;
    const auto at = m_perAddress.find(client);
    if (at != m_perAddress.end() && --*at <= 0)
        m_perAddress.erase(at);
}

int RequestQuota::taken() const
{
    const std::scoped_lock lock(m_mutex);
    return m_taken;
}

} // namespace ct::server::front

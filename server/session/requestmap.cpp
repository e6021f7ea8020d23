// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/requestmap.h"

namespace ct::server::session {

namespace {

constexpr char idPrefix = 'r';

std::optional<quint64> numberOf(QByteArrayView id)
{
    if (id.size() < 2 || id.front() != idPrefix)
        return std::nullopt;
    bool ok = false;
    const quint64 number = id.sliced(1).toByteArray().toULongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<QByteArray> RequestMap::add(Pending pending, int most)
{
    int &underWay = m_perAsker[pending.from.toStdString()];
    if (underWay >= most)
        return std::nullopt;
    ++underWay;
    const quint64 number = m_next++;
    m_pending.emplace(number, std::move(pending));
    return QByteArray(1, idPrefix).append(QByteArray::number(number));
}

void RequestMap::forget(const Pending &pending)
{
    const auto at = m_perAsker.find(pending.from.toStdString());
    if (at != m_perAsker.end() && --at->second <= 0)
        m_perAsker.erase(at);
}

std::optional<RequestMap::Pending> RequestMap::take(QByteArrayView id, QByteArrayView responder)
{
    const auto number = numberOf(id);
    if (!number)
        return std::nullopt;
    const auto at = m_pending.find(*number);
    if (at == m_pending.end() || at->second.to != responder)
        return std::nullopt;
    Pending pending = std::move(at->second);
    m_pending.erase(at);
    forget(pending);
    return pending;
}

std::vector<RequestMap::Pending> RequestMap::takeExpired(Instant now)
{
    // Numbers rise with deadlines, as every request gets the same time.
    std::vector<Pending> expired;
    while (!m_pending.empty() && m_pending.begin()->second.deadline <= now) {
        expired.push_back(std::move(m_pending.begin()->second));
        m_pending.erase(m_pending.begin());
        forget(expired.back());
    }
    return expired;
}

std::vector<RequestMap::Pending> RequestMap::takeFor(const QByteArray &participant)
{
    std::vector<Pending> asked;
    for (auto at = m_pending.begin(); at != m_pending.end();) {
        const bool isAsked = at->second.to == participant;
        if (!isAsked && at->second.from != participant) {
            ++at;
            continue;
        }
        forget(at->second);
        if (isAsked && at->second.from != participant)
            asked.push_back(std::move(at->second));
        at = m_pending.erase(at);
    }
    return asked;
}

} // namespace ct::server::session

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/banlist.h"

#include <QHostAddress>

#include <algorithm>

namespace ct::server::session {

namespace {

constexpr int customerBits = 64;

bool isOver(const Ban &ban, WallTime now)
{
    return ban.until && *ban.until <= now;
}

} // namespace

QString Ban::addressKey(const QString &address)
{
    if (!address.contains(u':'))
        return address;
    const auto subnet = QHostAddress::parseSubnet(address + u'/' + QString::number(customerBits));
    return subnet.first.toString();
}

void BanList::update()
{
    m_isEmpty = m_bans.isEmpty();
    ++m_changes;
}

bool BanList::add(const Ban &ban)
{
    const std::lock_guard lock(m_mutex);
    const bool hasRemoved
        = m_bans.removeIf([&ban](const Ban &other) { return isOver(other, ban.created); }) > 0;
    const bool isAdded = m_bans.size() < most;
    if (isAdded)
        m_bans.append(ban);
    if (isAdded || hasRemoved)
        update();
    return isAdded;
}

bool BanList::remove(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    const bool isRemoved = m_bans.removeIf([&id](const Ban &ban) { return ban.id == id; }) > 0;
    if (isRemoved)
        update();
    return isRemoved;
}

QList<Ban> BanList::all(WallTime now) const
{
    const std::lock_guard lock(m_mutex);
    QList<Ban> bans;
    std::copy_if(m_bans.crbegin(), m_bans.crend(), std::back_inserter(bans), [now](const Ban &ban) {
        return !isOver(ban, now);
    });
    return bans;
}

bool BanList::keepsOut(
    const QByteArray &session, const auth::User &user, const QString &address, WallTime now) const
{
    if (m_isEmpty)
        return false;
    const QString account = Ban::accountKey(user);
    const QString from = Ban::addressKey(address);
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_bans.begin(), m_bans.end(), [&](const Ban &ban) {
        const bool isHere = ban.session.isEmpty() || ban.session == session;
        return isHere && !isOver(ban, now)
            && ban.key == (ban.by == Ban::By::Account ? account : from);
    });
}

void BanList::sessionEnded(const QByteArray &session)
{
    if (m_isEmpty)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_bans.removeIf([&session](const Ban &ban) { return ban.session == session; }) > 0)
        update();
}

} // namespace ct::server::session

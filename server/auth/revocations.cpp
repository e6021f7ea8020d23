// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/revocations.h"

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr QByteArrayView everybody = "all";

// What a line of the file begins with is what an entry is found by.
QByteArray keyOfLogin(const QByteArray &login)
{
    return "login " + login;
}

QByteArray keyOfUser(const QString &user)
{
    return "user " + user.toUtf8().toBase64(base64Url);
}

} // namespace

void Revocations::add(const Logout &whose, qint64 since, qint64 until)
{
    const std::lock_guard lock(m_mutex);
    insert(whose.login.isEmpty() ? keyOfUser(whose.user) : keyOfLogin(whose.login), {since, until});
}

void Revocations::insert(const QByteArray &key, Entry entry)
{
    if (const auto known = m_entries.constFind(key); known != m_entries.cend()) {
        entry.since = std::max(entry.since, known->since);
        entry.until = std::max(entry.until, known->until);
        m_order.erase({known->until, key});
    } else if (m_entries.size() >= m_limit) {
        const auto first = m_order.begin();
        refuseAll(m_entries.take(first->second));
        m_order.erase(first);
    }
    m_entries.insert(key, entry);
    m_order.emplace(entry.until, key);
}

void Revocations::refuseAll(Entry entry)
{
    m_all = {std::max(m_all.since, entry.since), std::max(m_all.until, entry.until)};
}

bool Revocations::covers(const QByteArray &login, const QString &user, qint64 issued) const
{
    const std::shared_lock lock(m_mutex);
    if (issued <= m_all.since)
        return true;
    if (m_entries.isEmpty())
        return false;
    const auto everywhere = m_entries.constFind(keyOfUser(user));
    return m_entries.contains(keyOfLogin(login))
        || (everywhere != m_entries.cend() && issued <= everywhere->since);
}

qint64 Revocations::lastLogout(const QString &user) const
{
    const std::shared_lock lock(m_mutex);
    const auto everywhere = m_entries.constFind(keyOfUser(user));
    return everywhere == m_entries.cend() ? m_all.since : std::max(m_all.since, everywhere->since);
}

QByteArray Revocations::text(qint64 now) const
{
    QByteArray text;
    const auto write = [&text, now](QByteArrayView key, Entry entry) {
        if (entry.until >= now)
            text += key.toByteArray() + ' ' + QByteArray::number(entry.since) + ' '
                + QByteArray::number(entry.until) + '\n';
    };
    const std::shared_lock lock(m_mutex);
    write(everybody, m_all);
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
        write(entry.key(), entry.value());
    return text;
}

Status Revocations::restore(const QByteArray &text)
{
    const std::lock_guard lock(m_mutex);
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            continue;
        if (Status taken = restoreLine(line); !taken)
            return taken;
    }
    return {};
}

Status Revocations::restoreLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const QByteArray &kind = words.constFirst();
    const bool isKnown = kind == everybody
        ? words.size() == 3
        : (kind == "login" || kind == "user") && words.size() == 4;
    bool hasSince = false;
    bool hasUntil = false;
    const Entry entry {
        isKnown ? words.at(words.size() - 2).toLongLong(&hasSince) : 0,
        isKnown ? words.constLast().toLongLong(&hasUntil) : 0};
    if (!hasSince || !hasUntil)
        return Error {ErrorCode::Corrupt, u"has a line that is no ended login"_s};
    if (kind == everybody)
        refuseAll(entry);
    else
        insert(kind + ' ' + words.at(1), entry);
    return {};
}

} // namespace ct::server::auth

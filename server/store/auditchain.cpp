// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/auditchain.h"

#include "server/store/auditanchor.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

/// How far back the chain is checked at the start: enough to notice a hand in the file, and quick.
constexpr int checkedAtStart = 1'000;

/// The columns of audit_last.sql, and of audit_after.sql.
enum Column { Boot, Sequence, At, Kind, Actor, Address, Subject, Detail, Hash, Entry };

WallTime wallTime(qint64 milliseconds)
{
    return WallTime(std::chrono::milliseconds(milliseconds));
}

} // namespace

QByteArray auditHash(const QByteArray &previous, const AuditOrigin &origin, const AuditEntry &entry)
{
    const QJsonArray fields {
        origin.boot,
        QString::number(origin.sequence),
        QString::number(milliseconds(entry.at)),
        entry.kind,
        entry.actor,
        entry.address,
        entry.subject,
        entry.detail};
    const QByteArray text = previous + '\n' + QJsonDocument(fields).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray auditRowHash(const QByteArray &previous, const Database::Row &row)
{
    const AuditEntry entry {
        wallTime(row.at(At).toLongLong()),
        row.at(Kind).toString(),
        row.at(Actor).toString(),
        row.at(Address).toString(),
        row.at(Subject).toString(),
        row.at(Detail).toString()};
    return auditHash(previous, {row.at(Boot).toString(), row.at(Sequence).toLongLong()}, entry);
}

QString auditRowFault(qint64 previous, const QByteArray &previousHash, const Database::Row &row)
{
    const qint64 entry = row.at(Entry).toLongLong();
    // Numbers are never left out, so that the end of a chain does not vanish before a new start.
    if (entry == previous + 1 && auditRowHash(previousHash, row) == row.at(Hash).toByteArray())
        return {};
    return u"Entry %1 does not fit the one before it (%2): it or what was between them has been "
           "changed or removed"_s.arg(QString::number(entry), QString::number(previous));
}

Result<QString> AuditChain::resume()
{
    const auto rows = m_database.select({u"audit_last"_s, {checkedAtStart}});
    if (!rows)
        return rows.error();
    const auto anchor = auditAnchor(m_database);
    if (!anchor)
        return anchor.error();
    m_last = rows->isEmpty() ? anchor->hash : rows->constFirst().at(Hash).toByteArray();
    m_kept = m_last;
    // Newest first; the oldest one's predecessor was not read, unless it is the first that there
    // is.
    for (qsizetype at = 0; at < rows->size(); ++at) {
        const bool isOldest = at + 1 == rows->size();
        if (isOldest && rows->size() == checkedAtStart)
            break;
        const QByteArray previous
            = isOldest ? anchor->hash : rows->at(at + 1).at(Hash).toByteArray();
        if (auditRowHash(previous, rows->at(at)) != rows->at(at).at(Hash).toByteArray())
            return u"The audit entry %1 of run %2 in %3 does not fit the one before: somebody has "
                   "changed or removed entries"_s.arg(
                       rows->at(at).at(Sequence).toString(),
                       rows->at(at).at(Boot).toString(),
                       m_database.file());
    }
    return QString();
}

Status AuditChain::append(const AuditOrigin &origin, const AuditEntry &entry)
{
    const auto known = m_database.select({u"audit_exists"_s, {origin.boot, origin.sequence}});
    if (!known)
        return known.error();
    if (!known->isEmpty())
        return {};
    const QByteArray hash = auditHash(m_last, origin, entry);
    Status added = m_database.execute(
        {u"audit_append"_s,
         {origin.boot,
          origin.sequence,
          milliseconds(entry.at),
          entry.kind,
          entry.actor,
          entry.address,
          entry.subject,
          entry.detail,
          QString::fromLatin1(hash)}});
    if (added)
        m_last = hash;
    return added;
}

} // namespace ct::server::store

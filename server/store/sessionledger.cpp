// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/sessionledger.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

using session::SessionEvent;
using Kind = SessionEvent::Kind;

/// Longer than any honest name; what strangers send is cut before it is kept.
constexpr qsizetype longestText = 512;

QString kept(const QString &text)
{
    return text.left(longestText);
}

/// Empty for what is not worth an entry: a connection that breaks and comes back.
QString auditKind(Kind kind)
{
    switch (kind) {
    case Kind::Created:
        return u"session.created"_s;
    case Kind::Joined:
        return u"session.joined"_s;
    case Kind::Left:
        return u"session.left"_s;
    case Kind::Ended:
        return u"session.ended"_s;
    case Kind::Refused:
        return u"session.refused"_s;
    case Kind::Broken:
    case Kind::Resumed:
    case Kind::Moved:
        break;
    }
    return {};
}

Statement participation(const SessionEvent &event)
{
    return {
        u"participation_begin"_s,
        {QString::fromLatin1(event.session),
         QString::fromLatin1(event.participant),
         event.host ? 1 : 0,
         kept(event.user),
         kept(event.email),
         kept(event.authProvider),
         kept(event.address),
         kept(event.client),
         milliseconds(event.at)}};
}

QList<Statement> statements(const SessionEvent &event)
{
    const QString session = QString::fromLatin1(event.session);
    const qint64 at = milliseconds(event.at);
    switch (event.kind) {
    case Kind::Created:
        return {
            {u"session_begin"_s,
             {session, kept(event.user), kept(event.email), kept(event.authProvider), at}},
            participation(event)};
    case Kind::Joined:
        return {participation(event), {u"session_grow"_s, {session}}};
    case Kind::Left:
        return {
            {u"participation_end"_s,
             {at, kept(event.reason), session, QString::fromLatin1(event.participant)}}};
    case Kind::Ended:
        return {
            {u"participations_close"_s, {at, kept(event.reason), session}},
            {u"session_end"_s, {at, kept(event.reason), session}}};
    case Kind::Broken:
    case Kind::Resumed:
    case Kind::Moved:
    case Kind::Refused:
        break;
    }
    return {};
}

} // namespace

void SessionLedger::record(const SessionEvent &event)
{
    const QString kind = auditKind(event.kind);
    if (kind.isEmpty())
        return;
    Record record;
    record.statements = statements(event);
    record.audit = AuditEntry {
        event.at,
        kind,
        kept(event.user),
        kept(event.address),
        QString::fromLatin1(event.session.left(longestText)),
        kept(event.reason)};
    m_store.append(std::move(record));
}

} // namespace ct::server::store

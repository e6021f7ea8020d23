// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/ledger.h"

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

/// What the database says of it is for server.log.
Error refusedEntry()
{
    return {
        ErrorCode::Internal,
        u"Nothing was changed, since the database has refused the audit entry: see server.log"_s};
}

} // namespace

store::AuditEntry Ledger::entry(
    const Call &call, const QString &kind, const QString &subject, const QString &detail) const
{
    return {m_clock.wallNow(), kind, call.caller.name, call.caller.address, subject, detail};
}

void Ledger::note(const store::AuditEntry &entry)
{
    store::Record record;
    record.audit = entry;
    m_store.append(std::move(record));
}

void Ledger::before(
    QObject *context,
    const store::AuditEntry &entry,
    const Done &done,
    std::function<void()> change)
{
    store::Record record;
    record.audit = entry;
    before(context, std::move(record), done, std::move(change));
}

void Ledger::before(
    QObject *context, store::Record record, const Done &done, std::function<void()> change)
{
    m_store.keep(
        context, std::move(record), [done, change = std::move(change)](const Status &kept) {
            if (kept)
                return change();
            const bool isRefused = kept.error().code == ErrorCode::Internal;
            done(problemAnswer(isRefused ? refusedEntry() : kept.error()));
        });
}

} // namespace ct::server::admin

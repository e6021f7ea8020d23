// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/ledger.h"

namespace ct::server::admin {

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
    m_store.append(std::move(record));
    // Comes after all that was appended before, and fails when that could not be written.
    m_store.ask<bool>(
        context,
        [](store::Database &) { return true; },
        [done, change = std::move(change)](const Result<bool> &written) {
            if (!written)
                return done(problemAnswer(written.error()));
            change();
        });
}

} // namespace ct::server::admin

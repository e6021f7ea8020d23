// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/answers.h"
#include "server/store/store.h"

namespace ct::server::admin {

/// Sees to it that what somebody changes stands in the audit before it is done. Thread: main.
class Ledger
{
public:
    /// Both outlive it.
    Ledger(store::Store &store, const Clock &clock) : m_store(store), m_clock(clock) { }

    /// What `call` is about to do; `detail` without secrets, before → after.
    store::AuditEntry entry(
        const Call &call,
        const QString &kind,
        const QString &subject,
        const QString &detail = {}) const;

    /// `change` is called once the entry is on the disk; where it can't be, `done` says so and
    /// nothing is changed.
    void before(
        QObject *context,
        const store::AuditEntry &entry,
        const Done &done,
        std::function<void()> change);
    /// The same with what is kept along with the entry.
    void before(
        QObject *context, store::Record record, const Done &done, std::function<void()> change);

    /// `entry` is written as soon as the disk takes it: for what has to work without one, too.
    void note(const store::AuditEntry &entry);

private:
    store::Store &m_store;
    const Clock &m_clock;
};

} // namespace ct::server::admin

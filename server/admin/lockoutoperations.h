// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/auth/throttle.h"

namespace ct::server::admin {

/// The addresses from which nobody gets in for a while, and how they are let in again. Thread:
/// main.
class LockoutOperations final : public QObject
{
    Q_OBJECT

public:
    /// A door that locks.
    struct Door {
        /// One letter, which begins the ids of its locks.
        QChar letter;
        QString name;
        auth::LoginThrottle &throttle;
    };
    /// All of it outlives them.
    struct Services {
        Ledger &ledger;
        const Clock &clock;
        QList<Door> doors;
    };

    LockoutOperations(OperationTable &table, Services services);

    /// Another one whenever somebody is locked out or let in again.
    QByteArray version() const;

private:
    void list(const Done &done) const;
    void unlock(const Call &call, const Done &done);

    const Services m_services;
};

} // namespace ct::server::admin

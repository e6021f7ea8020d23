// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/licence/licensing.h"

namespace ct::server::admin {

/// The licence: what it is worth, and how it is put in and taken out. Thread: main.
class LicenceOperations final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives them.
    struct Services {
        Ledger &ledger;
        licence::Licensing &licensing;
        /// The settings name a licence, which counts then.
        std::function<bool()> isManaged;
        std::function<int()> seatsUsed;
    };

    LicenceOperations(OperationTable &table, Services services);

private:
    QJsonObject detailOf(const licence::LicenceStatus &status) const;
    QJsonObject present() const { return detailOf(m_services.licensing.status()); }
    Answer tagged() const;
    void preview(const Call &call, const Done &done) const;
    void install(const Call &call, const Done &done);
    void remove(const Call &call, const Done &done);
    /// Of what may be changed and is what the caller has seen; false when `done` was told.
    bool mayChange(const Call &call, const Done &done) const;
    void change(
        const Call &call, const QString &kind, const licence::Licence &to, const Done &done);

    const Services m_services;
    /// Until it is made, what has been seen is still what is there.
    bool m_isChanging = false;
};

} // namespace ct::server::admin

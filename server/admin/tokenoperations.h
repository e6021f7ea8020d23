// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/credentials/apitokens.h"

#include <QTimer>

namespace ct::server::admin {

/// Programs' tokens: made, listed, revoked. Thread: main.
class TokenOperations final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives them.
    struct Services {
        const Clock &clock;
        RandomSource &random;
        store::Store &store;
        Ledger &ledger;
        credentials::ApiTokens &tokens;
    };

    /// Has what is kept read, now or as soon as the database works.
    TokenOperations(OperationTable &table, const Services &services);
    ~TokenOperations() override;

private:
    void load();
    void list(const Done &done) const;
    void make(const Call &call, const Done &done);
    void revoke(const Call &call, const Done &done);

    /// Keeps when tokens were used since the last time.
    void keepUses();

    const Services m_services;
    /// By id, what is kept.
    QHash<QString, WallTime> m_usesKept;
    QTimer m_uses;
};

} // namespace ct::server::admin

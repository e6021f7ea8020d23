// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"

namespace ct::server::admin {

/// The audit: read, exported, verified. Thread: main.
class AuditOperations final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    AuditOperations(OperationTable &table, store::Store &store);

private:
    void list(const Call &call, const Done &done);
    void exportPage(const Call &call, const Done &done);
    void verify(const Done &done);

    store::Store &m_store;
    /// Who waits for the check that is under way.
    std::vector<Done> m_verifying;
};

} // namespace ct::server::admin

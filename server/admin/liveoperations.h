// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/session/sessiongateway.h"

namespace ct::server::admin {

/// The sessions that run: who is in them, and how they are ended. Thread: main.
class LiveOperations final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    LiveOperations(OperationTable &table, Ledger &ledger, session::SessionGateway &sessions);

private:
    void list(const Call &call, const Done &done);
    void end(const Call &call, const Done &done);
    void remove(const Call &call, const Done &done);

    Ledger &m_ledger;
    session::SessionGateway &m_sessions;
};

} // namespace ct::server::admin

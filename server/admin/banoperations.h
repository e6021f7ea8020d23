// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/session/sessiongateway.h"
#include "shared/protocol/admin/bans.h"

namespace ct::server::admin {

/// Who is kept out of sessions: those with a time are kept over restarts. Thread: main.
class BanOperations final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives them.
    struct Services {
        Ledger &ledger;
        const Clock &clock;
        RandomSource &random;
        store::Store &store;
        session::SessionGateway &sessions;
    };

    /// Has what is kept read, now or as soon as the database works.
    BanOperations(OperationTable &table, const Services &services);

    /// Another one whenever somebody is banned or let in again.
    QByteArray version() const;

private:
    void load();
    void list(const Done &done) const;
    void ban(const Call &call, const Done &done);
    void banParticipant(
        const Call &call,
        const protocol::admin::NewBan &wanted,
        const session::ParticipantFacts &who,
        const Done &done);
    void lift(const Call &call, const Done &done);

    const Services m_services;
};

} // namespace ct::server::admin

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/answers.h"
#include "server/admin/operationtable.h"
#include "server/credentials/gate.h"

#include <QObject>

namespace ct::server::admin {

/// What opens dashboard and admin API. Thread: main.
class CredentialOperations final : public QObject
{
    Q_OBJECT

public:
    /// Stores a pair with its audit entry, and then puts it into force.
    using Change = std::function<void(
        const credentials::Pair &pair,
        const Caller &caller,
        const std::function<void(const Status &)> &done)>;

    /// `gate` and what `change` refers to outlive it.
    CredentialOperations(OperationTable &table, const credentials::Gate &gate, Change change);

private:
    QJsonObject present() const;
    void set(const Call &call, const Done &done);

    const credentials::Gate &m_gate;
    const Change m_change;
    /// Until it is made, what has been seen is still what is there.
    bool m_isChanging = false;
};

} // namespace ct::server::admin

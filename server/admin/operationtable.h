// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/request.h"

#include <vector>

namespace ct::server::admin {

/// The operations of protocol::admin and what serves each. Nothing else can be asked. Thread: main.
class OperationTable
{
public:
    struct Match {
        /// Null when there is no such path, or not with this verb.
        const protocol::admin::Operation *operation = nullptr;
        /// May be empty: nothing serves it yet.
        Handler handler {};
        QStringList arguments {};
        /// The verbs of the path, ", " between them; empty when there is no such path.
        QByteArray allowed {};
    };

    OperationTable();

    /// Once for each operation.
    void bind(QByteArrayView id, Handler handler);
    Match match(protocol::admin::Verb verb, QByteArrayView path) const;
    /// The ids of those that nothing serves.
    QList<QByteArray> unbound() const;

private:
    /// In the order of protocol::admin::operations.
    std::vector<Handler> m_handlers;
};

} // namespace ct::server::admin

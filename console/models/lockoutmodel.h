// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/rowsmodel.h"
#include "shared/protocol/admin/lockouts.h"

namespace ct::console::models {

/// Addresses that have failed to sign in too often. Thread: main.
class LockoutModel : public RowsModel<protocol::admin::Lockout>
{
    Q_OBJECT

public:
    enum Column { Address, Door, Failures, Until, Columns };

    using RowsModel::RowsModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const protocol::admin::Lockout &lockout) const override { return lockout.id; }
    bool isAlike(
        const protocol::admin::Lockout &one, const protocol::admin::Lockout &other) const override
    {
        return one.failures == other.failures && one.untilMs == other.untilMs;
    }
};

} // namespace ct::console::models

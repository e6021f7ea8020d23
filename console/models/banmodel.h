// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/rowsmodel.h"
#include "shared/protocol/admin/bans.h"

namespace ct::console::models {

/// Who is kept out of a server's sessions. Thread: main.
class BanModel : public RowsModel<protocol::admin::Ban>
{
    Q_OBJECT

public:
    enum Column { Who, By, From, Until, CreatedBy, Created, Columns };

    using RowsModel::RowsModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const protocol::admin::Ban &ban) const override { return ban.id; }
    /// A ban is made and lifted, never changed.
    bool isAlike(const protocol::admin::Ban &, const protocol::admin::Ban &) const override
    {
        return true;
    }

private:
    QString textOf(const protocol::admin::Ban &ban, int column) const;
};

} // namespace ct::console::models

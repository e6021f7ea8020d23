// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/rowsmodel.h"
#include "shared/protocol/admin/packages.h"

namespace ct::console::models {

/// The packages for IDEs that a server offers. Thread: main.
class PackageModel : public RowsModel<protocol::admin::PackageFacts>
{
    Q_OBJECT

public:
    enum Column { Ide, Title, Version, Size, Configured, Changed, Columns };

    using RowsModel::RowsModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Of the wire's name for it.
    static QString ideName(const QString &ide);

protected:
    QString keyOf(const protocol::admin::PackageFacts &package) const override
    {
        return package.path;
    }
    bool isAlike(
        const protocol::admin::PackageFacts &one,
        const protocol::admin::PackageFacts &other) const override;
};

} // namespace ct::console::models

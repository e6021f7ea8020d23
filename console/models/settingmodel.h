// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/rowsmodel.h"
#include "shared/protocol/admin/settings.h"

namespace ct::console::models {

/// The settings in force and where each comes from. Thread: main.
class SettingModel : public RowsModel<protocol::admin::SettingFacts>
{
    Q_OBJECT

public:
    enum Column { Name, Value, Source, Columns };

    using RowsModel::RowsModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Where a setting comes from, in words.
    static QString sourceOf(const protocol::admin::SettingFacts &setting);

protected:
    QString keyOf(const protocol::admin::SettingFacts &setting) const override
    {
        return setting.name;
    }
    bool isAlike(
        const protocol::admin::SettingFacts &one,
        const protocol::admin::SettingFacts &other) const override;
};

} // namespace ct::console::models

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/rowsmodel.h"
#include "shared/protocol/admin/tokens.h"

namespace ct::console::models {

/// The API tokens of a server. Thread: main.
class TokenModel : public RowsModel<protocol::admin::Token>
{
    Q_OBJECT

public:
    enum Column { Name, Scope, CreatedBy, Created, Used, Expires, Columns };

    using RowsModel::RowsModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const protocol::admin::Token &token) const override { return token.id; }
    bool isAlike(
        const protocol::admin::Token &one, const protocol::admin::Token &other) const override;

private:
    QString textOf(const protocol::admin::Token &token, int column) const;
};

} // namespace ct::console::models

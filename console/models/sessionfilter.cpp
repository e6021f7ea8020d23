// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/sessionfilter.h"

#include "console/models/sessionmodel.h"

namespace ct::console::models {

SessionFilter::SessionFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(SessionModel::SortRole);
    setSortLocaleAware(true);
}

bool SessionFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftIsHost = left.data(SessionModel::IsHostRole).toBool();
    if (leftIsHost != right.data(SessionModel::IsHostRole).toBool())
        return leftIsHost == (sortOrder() == Qt::AscendingOrder);
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace ct::console::models

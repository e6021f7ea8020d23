// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/lockoutmodel.h"

#include "console/models/times.h"

namespace ct::console::models {

int LockoutModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant LockoutModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const protocol::admin::Lockout &lockout = at(index.row());
    switch (index.column()) {
    case Address:
        return lockout.address;
    case Door:
        return lockout.door == QLatin1StringView("login") ? tr("signing in to sessions")
                                                          : tr("dashboard and console");
    case Failures:
        return QLocale().toString(lockout.failures);
    case Until:
        return shortTime(lockout.untilMs);
    default:
        return {};
    }
}

QVariant LockoutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        return tr("Address");
    case Door:
        return tr("Locked out of");
    case Failures:
        return tr("Failures");
    case Until:
        return tr("Until");
    default:
        return {};
    }
}

} // namespace ct::console::models

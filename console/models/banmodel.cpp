// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/banmodel.h"

#include "console/models/times.h"

namespace ct::console::models {

using protocol::admin::Ban;

int BanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant BanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    return textOf(at(index.row()), index.column());
}

QString BanModel::textOf(const Ban &ban, int column) const
{
    switch (column) {
    case Who:
        return ban.who;
    case By:
        return ban.by == QLatin1StringView("address") ? tr("address") : tr("account");
    case From:
        return ban.session.isEmpty() ? tr("every session") : tr("session %1").arg(ban.session);
    case Until:
        return ban.untilMs ? shortTime(*ban.untilMs) : tr("its end");
    case CreatedBy:
        return ban.createdBy;
    case Created:
        return shortTime(ban.createdMs);
    default:
        return {};
    }
}

QVariant BanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who:
        return tr("Who");
    case By:
        return tr("Known by");
    case From:
        return tr("Kept out of");
    case Until:
        return tr("Until");
    case CreatedBy:
        return tr("Banned by");
    case Created:
        return tr("Since");
    default:
        return {};
    }
}

} // namespace ct::console::models

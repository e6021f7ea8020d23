// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/tokenmodel.h"

#include "console/models/times.h"

namespace ct::console::models {

using protocol::admin::Token;

int TokenModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant TokenModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    return textOf(at(index.row()), index.column());
}

QString TokenModel::textOf(const Token &token, int column) const
{
    switch (column) {
    case Name:
        return token.name;
    case Scope:
        return token.scope == QLatin1StringView("read") ? tr("reading only")
                                                        : tr("reading and changing");
    case CreatedBy:
        return token.createdBy;
    case Created:
        return shortDay(token.createdMs);
    case Used:
        return token.lastUsedMs ? shortTime(*token.lastUsedMs) : tr("never");
    case Expires:
        //: %1 is a date
        return token.expired ? tr("expired on %1").arg(shortDay(token.expiresMs))
                             : shortDay(token.expiresMs);
    default:
        return {};
    }
}

QVariant TokenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Scope:
        return tr("Good for");
    case CreatedBy:
        return tr("Made by");
    case Created:
        return tr("Made on");
    case Used:
        return tr("Last used");
    case Expires:
        return tr("Good until");
    default:
        return {};
    }
}

bool TokenModel::isAlike(const Token &one, const Token &other) const
{
    return one.expired == other.expired && one.name == other.name
        && one.lastUsedMs == other.lastUsedMs;
}

} // namespace ct::console::models

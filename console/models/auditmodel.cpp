// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/auditmodel.h"

#include "console/models/times.h"

namespace ct::console::models {

using protocol::AuditItem;

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    const bool isAsked = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !isAsked)
        return {};
    const AuditItem &item = at(index.row());
    switch (index.column()) {
    case At:
        return role == Qt::ToolTipRole ? exactTime(item.at) : shortTime(item.at);
    case Kind:
        return item.kind;
    case Actor:
        return item.actor;
    case Address:
        return item.address;
    case Subject:
        return item.subject;
    case Detail:
        return item.detail;
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At:
        return tr("Time");
    case Kind:
        return tr("What");
    case Actor:
        return tr("Who");
    case Address:
        return tr("From where");
    case Subject:
        return tr("To what");
    case Detail:
        return tr("Details");
    default:
        return {};
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && !m_isAsking;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isAsking = true;
    Q_EMIT olderWanted(*m_next);
}

void AuditModel::setFirst(const protocol::AuditPage &page)
{
    setRows(page.entries);
    m_next = page.next;
    m_isAsking = false;
}

void AuditModel::addOlder(const protocol::AuditPage &page)
{
    m_isAsking = false;
    m_next = page.next;
    append(page.entries);
}

} // namespace ct::console::models

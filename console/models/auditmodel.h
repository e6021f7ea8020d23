// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/rowsmodel.h"
#include "shared/protocol/audit.h"

namespace ct::console::models {

/// Audit entries, the newest first; views ask for older ones as one scrolls. Thread: main.
class AuditModel : public RowsModel<protocol::AuditItem>
{
    Q_OBJECT

public:
    enum Column { At, Kind, Actor, Address, Subject, Detail, Columns };

    using RowsModel::RowsModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// The first page of another question.
    void setFirst(const protocol::AuditPage &page);
    void addOlder(const protocol::AuditPage &page);
    /// Nothing is on its way any more: one may ask again.
    void giveUpOlder() { m_isAsking = false; }

Q_SIGNALS:
    /// addOlder() with what comes before that entry.
    void olderWanted(qint64 before);

protected:
    QString keyOf(const protocol::AuditItem &item) const override
    {
        return QString::number(item.entry);
    }
    /// Entries never change.
    bool isAlike(const protocol::AuditItem &, const protocol::AuditItem &) const override
    {
        return true;
    }

private:
    std::optional<qint64> m_next;
    bool m_isAsking = false;
};

} // namespace ct::console::models

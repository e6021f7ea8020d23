// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <utility>

namespace ct::console::models {

/// A table of messages that changes by as little as it can: setRows() tells views of the rows that
/// came, went, moved or changed, so that what is selected or scrolled to stays. `Row` is a struct
/// of shared/protocol. A table says how its rows are told apart, when two are alike, and what
/// its columns show. Thread: main.
template<typename Row>
class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const Row &at(int row) const { return m_rows.at(row); }
    const QList<Row> &rows() const { return m_rows; }

    void setRows(const QList<Row> &all)
    {
        const QList<Row> rows = distinct(all, {});
        removeOthers(rows);
        QSet<QString> present;
        for (const Row &row : m_rows)
            present.insert(keyOf(row));
        for (int at = 0; at < rows.size(); ++at)
            settle(rows.at(at), at, present);
    }
    /// For what only grows.
    void append(const QList<Row> &all)
    {
        QSet<QString> known;
        for (const Row &row : std::as_const(m_rows))
            known.insert(keyOf(row));
        const QList<Row> rows = distinct(all, known);
        if (rows.isEmpty())
            return;
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
        m_rows.append(rows);
        endInsertRows();
    }
    /// The oldest, where there are more than `most`.
    void trim(int most)
    {
        const int tooMany = rowCount() - most;
        if (tooMany <= 0)
            return;
        beginRemoveRows({}, 0, tooMany - 1);
        m_rows.remove(0, tooMany);
        endRemoveRows();
    }

protected:
    /// What tells rows apart: of those with the same one only the first is shown.
    virtual QString keyOf(const Row &row) const = 0;
    virtual bool isAlike(const Row &one, const Row &other) const = 0;

private:
    /// The rows with a key that none before them has: a server may tell anything.
    QList<Row> distinct(const QList<Row> &rows, QSet<QString> known) const
    {
        QList<Row> found;
        found.reserve(rows.size());
        for (const Row &row : rows) {
            const QString key = keyOf(row);
            if (known.contains(key))
                continue;
            known.insert(key);
            found.append(row);
        }
        return found;
    }

    void removeOthers(const QList<Row> &rows)
    {
        QSet<QString> wanted;
        for (const Row &row : rows)
            wanted.insert(keyOf(row));
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (wanted.contains(keyOf(m_rows.at(last))))
                continue;
            int first = last;
            while (first > 0 && !wanted.contains(keyOf(m_rows.at(first - 1))))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    /// Everything before `at` is as it shall be.
    void settle(const Row &row, int at, const QSet<QString> &present)
    {
        const QString key = keyOf(row);
        if (!present.contains(key)) {
            beginInsertRows({}, at, at);
            m_rows.insert(at, row);
            endInsertRows();
            return;
        }
        int from = at;
        while (keyOf(m_rows.at(from)) != key)
            ++from;
        if (from != at) {
            beginMoveRows({}, from, from, {}, at);
            m_rows.move(from, at);
            endMoveRows();
        }
        if (isAlike(m_rows.at(at), row))
            return;
        m_rows[at] = row;
        Q_EMIT this->dataChanged(this->index(at, 0), this->index(at, this->columnCount() - 1));
    }

    QList<Row> m_rows;
};

} // namespace ct::console::models

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace ct::console::widgets {

/// Some figures at one time.
struct SeriesRow {
    /// Since 1970.
    qint64 atMs = 0;
    /// No number (NaN) where there was none.
    QList<double> values;
};

/// Figures over time, the newest first: what a chart shows, for whoever reads rather than looks.
/// Thread: main.
class SeriesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit SeriesModel(QStringList names, QObject *parent = nullptr)
        : QAbstractTableModel(parent),
          m_names(std::move(names))
    { }

    /// The oldest first.
    const QList<SeriesRow> &rows() const { return m_rows; }
    const QStringList &names() const { return m_names; }
    /// All others, the oldest first.
    void setRows(const QList<SeriesRow> &rows);
    /// One more, later than those there are; the oldest go when there are more than `most`.
    void append(const SeriesRow &row, int most);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_names;
    QList<SeriesRow> m_rows;
};

} // namespace ct::console::widgets

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/seriesmodel.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace ct::console::widgets {

void SeriesModel::setRows(const QList<SeriesRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void SeriesModel::append(const SeriesRow &row, int most)
{
    beginInsertRows({}, 0, 0);
    m_rows.append(row);
    endInsertRows();
    const int tooMany = rowCount() - most;
    if (tooMany <= 0)
        return;
    beginRemoveRows({}, most, rowCount() - 1);
    m_rows.remove(0, tooMany);
    endRemoveRows();
}

int SeriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SeriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size()) + 1;
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const SeriesRow &row = m_rows.at(m_rows.size() - 1 - index.row());
    if (index.column() == 0)
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.atMs), QLocale::ShortFormat);
    const double value = row.values.value(index.column() - 1);
    if (std::isnan(value))
        return {};
    return QLocale().toString(value, 'f', QLocale::FloatingPointShortest);
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Time") : m_names.value(section - 1);
}

} // namespace ct::console::widgets

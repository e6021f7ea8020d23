// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace ct::console::widgets {

/// A list of things with columns: rows are chosen, headers sort nothing unless asked, and the last
/// column takes what room is left.
inline void setUpList(QTableView &table, const QString &name)
{
    table.setAccessibleName(name);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setAlternatingRowColors(true);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() * 3 / 2);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setHighlightSections(false);
}

/// No column is narrower than its header's words, in whatever language. Once the model and the
/// widths of columns with long content are set.
inline void fitHeader(QTableView &table)
{
    const QHeaderView &header = *table.horizontalHeader();
    for (int column = 0; column < header.count(); ++column)
        table.setColumnWidth(
            column, std::max(table.columnWidth(column), header.sectionSizeHint(column)));
}

} // namespace ct::console::widgets

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/comparisondialog.h"

#include "console/widgets/tables.h"
#include "console/widgets/words.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::widgets {

namespace {

QTableWidget *tableOf(const QList<Difference> &differences, const QStringList &header)
{
    auto *table = new QTableWidget(static_cast<int>(differences.size()), 3);
    table->setObjectName(u"differences"_s);
    table->setHorizontalHeaderLabels(header);
    setUpList(*table, header.constFirst());
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    int row = 0;
    for (const Difference &difference : differences) {
        table->setItem(row, 0, new QTableWidgetItem(difference.field));
        table->setItem(row, 1, new QTableWidgetItem(difference.onServer));
        table->setItem(row, 2, new QTableWidgetItem(difference.typed));
        ++row;
    }
    return table;
}

} // namespace

ComparisonDialog::ComparisonDialog(const QList<Difference> &differences, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changed Meanwhile"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *mine = buttons->addButton(tr("Save &Mine"), QDialogButtonBox::ActionRole);
    QPushButton *theirs
        = buttons->addButton(tr("Take the &Server's"), QDialogButtonBox::ActionRole);
    mine->setObjectName(u"mine"_s);
    theirs->setObjectName(u"theirs"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(mine, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT mineWanted();
    });
    connect(theirs, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT theirsWanted();
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(
        tr("Somebody else has changed this since you looked. Nothing was saved yet: compare, and "
           "decide which shall count.")));
    layout->addWidget(
        tableOf(differences, {tr("Field"), tr("On the server now"), tr("What you typed")}));
    layout->addWidget(buttons);
    resize(560, 260);
}

} // namespace ct::console::widgets

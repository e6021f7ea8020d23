// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/credentials/lockoutsbox.h"

#include "console/widgets/forms.h"
#include "console/widgets/tables.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

namespace wire = protocol::admin;
using models::LockoutModel;
using widgets::named;

constexpr int linesShown = 5;

} // namespace

LockoutsBox::LockoutsBox(api::AdminClient &client)
    : QGroupBox(tr("Locked addresses")),
      m_client(client),
      m_model(new LockoutModel(this)),
      m_table(named(new QTableView, u"lockouts"_s)),
      m_unlock(named(new QPushButton(tr("&Unlock")), u"unlock"_s))
{
    m_table->setModel(m_model);
    widgets::setUpList(*m_table, tr("Locked addresses"));
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(LockoutModel::Address, letter * 28);
    m_table->setColumnWidth(LockoutModel::Door, letter * 28);
    widgets::fitHeader(*m_table);
    m_table->setFixedHeight(fontMetrics().lineSpacing() * linesShown);
    m_unlock->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_table, 1);
    row->addWidget(m_unlock, 0, Qt::AlignTop);
    hide();
    const auto follow = [this] {
        m_unlock->setEnabled(m_table->selectionModel()->hasSelection());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, follow);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(m_unlock, &QPushButton::clicked, this, &LockoutsBox::unlock);
}

void LockoutsBox::refresh()
{
    m_list.cancel();
    m_list = m_client.ask<wire::Lockouts>({"listLockouts"}, this, [this](const auto &list) {
        if (list)
            m_model->setRows(list->lockouts);
        // Older servers don't tell.
        const bool isFault = !list && list.failure().kind != api::FailureKind::NotFound;
        setVisible(m_model->rowCount() > 0);
        Q_EMIT settled(isFault ? std::optional(list.failure()) : std::nullopt);
    });
}

void LockoutsBox::unlock()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const wire::Lockout lockout = m_model->at(rows.constFirst().row());
    const api::Request request {"removeLockout", {lockout.id}};
    m_client.ask<api::Nothing>(request, this, [this, lockout](const auto &outcome) {
        // Somebody else was faster, or it has ended by itself.
        if (!outcome && outcome.failure().kind != api::FailureKind::NotFound)
            return Q_EMIT failed(outcome.failure());
        Q_EMIT done(tr("%1 may try again.").arg(lockout.address));
        refresh();
    });
}

} // namespace ct::console::pages

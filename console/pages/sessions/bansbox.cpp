// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/sessions/bansbox.h"

#include "console/widgets/forms.h"
#include "console/widgets/tables.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

namespace wire = protocol::admin;
using models::BanModel;
using widgets::named;

constexpr int linesShown = 6;

} // namespace

BansBox::BansBox(api::AdminClient &client)
    : QGroupBox(tr("Kept out")),
      m_client(client),
      m_model(new BanModel(this)),
      m_table(named(new QTableView, u"bans"_s)),
      m_lift(named(new QPushButton(tr("&Let In Again…")), u"liftBan"_s))
{
    m_table->setModel(m_model);
    widgets::setUpList(*m_table, tr("Who is kept out"));
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(BanModel::Who, letter * 24);
    m_table->setColumnWidth(BanModel::From, letter * 20);
    m_table->setColumnWidth(BanModel::Until, letter * 26);
    widgets::fitHeader(*m_table);
    m_table->setFixedHeight(fontMetrics().lineSpacing() * linesShown);
    m_lift->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_lift);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table);
    column->addLayout(row);
    hide();
    const auto follow = [this] {
        m_lift->setEnabled(m_table->selectionModel()->hasSelection());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, follow);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(m_lift, &QPushButton::clicked, this, &BansBox::askToLift);
}

void BansBox::refresh()
{
    m_list.cancel();
    m_list = m_client.ask<wire::Bans>({"listBans"}, this, [this](const auto &bans) {
        m_isPossible = bans || bans.failure().kind != api::FailureKind::NotFound;
        if (bans)
            m_model->setRows(bans->bans);
        setVisible(!isEmpty());
        Q_EMIT settled(bans || !m_isPossible ? std::nullopt : std::optional(bans.failure()));
        Q_EMIT changed();
    });
}

void BansBox::askToLift()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const wire::Ban ban = m_model->at(rows.constFirst().row());
    auto *question = named(
        new QMessageBox(
            QMessageBox::Question,
            tr("Let In Again"),
            ban.session.isEmpty()
                ? tr("Let %1 in again? They may then join sessions of this server as everybody "
                     "does.")
                      .arg(ban.who)
                : tr("Let %1 in again? They may then ask the host of the session to join it, as "
                     "everybody does.")
                      .arg(ban.who),
            QMessageBox::Cancel,
            this),
        u"liftQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *yes = question->addButton(tr("&Let In"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, ban] { lift(ban); });
    question->open();
}

void BansBox::lift(const wire::Ban &ban)
{
    m_client.ask<api::Nothing>({"liftBan", {ban.id}}, this, [this, ban](const auto &outcome) {
        // Somebody else was faster, or it has ended by itself.
        if (!outcome && outcome.failure().kind != api::FailureKind::NotFound)
            return Q_EMIT failed(outcome.failure());
        Q_EMIT done(tr("%1 may come in again.").arg(ban.who));
        refresh();
    });
}

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/sessions/sessionspage.h"

#include "console/icons/icon.h"
#include "console/models/sessionfilter.h"
#include "console/pages/sessions/bandialog.h"
#include "console/pages/sessions/bansbox.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using models::SessionModel;

SessionsPage::SessionsPage(api::Connection &connection)
    : Page(connection),
      m_model(connection.live()),
      m_filtered(new models::SessionFilter(this)),
      m_filter(new QLineEdit),
      m_count(new QLabel),
      m_act(new QPushButton),
      m_ban(new QPushButton(icons::icon("ban"_L1), tr("&Ban…"))),
      m_bans(new BansBox(client())),
      m_tree(new QTreeView)
{
    m_filtered->setSourceModel(&m_model);
    buildBar();
    buildTree();
    body().addWidget(m_bans);
    connect(m_bans, &BansBox::changed, this, &SessionsPage::follow);
    connect(m_bans, &BansBox::settled, this, [this](const auto &failure) {
        settlePart("bans"_L1, failure);
    });
    connect(m_bans, &BansBox::failed, this, &SessionsPage::showFailure);
    connect(m_bans, &BansBox::done, this, &SessionsPage::done);
    api::Live &live = connection.live();
    connect(&live, &api::Live::known, this, &SessionsPage::follow);
    connect(&live, &api::Live::sessionGone, this, &SessionsPage::follow);
    connect(&live, &api::Live::sessionChanged, this, &SessionsPage::follow);
    connect(&live, &api::Live::sessionGone, this, [this] {
        // So have the bans from it.
        if (!m_bans->isEmpty())
            m_bans->refresh();
    });
    connect(&live, &api::Live::changed, this, [this](const QString &subject) {
        if (subject == "bans"_L1)
            m_bans->refresh();
    });
    connect(&live, &api::Live::failed, this, [this](const api::Failure &failure) {
        m_hasFailed = true;
        showFailure(failure);
    });
    // They come again and again, whether sessions change or not.
    connect(&live, &api::Live::overviewChanged, this, [this] {
        if (std::exchange(m_hasFailed, false))
            follow();
    });
    follow();
}

void SessionsPage::buildBar()
{
    m_filter->setObjectName(u"sessionFilter"_s);
    m_filter->setPlaceholderText(tr("Filter by name, client or address"));
    m_filter->setAccessibleName(tr("Filter sessions and participants"));
    m_filter->setClearButtonEnabled(true);
    m_count->setObjectName(u"sessionCount"_s);
    m_act->setObjectName(u"sessionAction"_s);
    m_ban->setObjectName(u"banAction"_s);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    bar->addWidget(m_act);
    bar->addWidget(m_ban);
    body().addLayout(bar);
    connect(
        m_filter,
        &QLineEdit::textChanged,
        m_filtered,
        &QSortFilterProxyModel::setFilterFixedString);
    connect(m_act, &QPushButton::clicked, this, &SessionsPage::act);
    connect(m_ban, &QPushButton::clicked, this, &SessionsPage::askToBan);
}

void SessionsPage::buildTree()
{
    m_tree->setObjectName(u"sessionTree"_s);
    m_tree->setAccessibleName(tr("Sessions and their participants"));
    m_tree->setModel(m_filtered);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(SessionModel::Since, Qt::DescendingOrder);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    const int letter = m_tree->fontMetrics().averageCharWidth();
    const std::array letters {36, 16, 13, 15, 12, 20};
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const int column = static_cast<int>(i);
        const int words = m_tree->header()->sectionSizeHint(column);
        m_tree->header()->resizeSection(column, std::max(letter * letters.at(i), words));
    }
    body().addWidget(m_tree, 1);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &SessionsPage::showMenu);
    connect(
        m_tree->selectionModel(),
        &QItemSelectionModel::selectionChanged,
        this,
        &SessionsPage::followSelection);
    // What comes later opens, too: a session without its people says little.
    connect(
        m_filtered,
        &QAbstractItemModel::rowsInserted,
        this,
        [this](const QModelIndex &parent, int first, int last) {
            for (int row = first; row <= last && !parent.isValid(); ++row)
                m_tree->expand(m_filtered->index(row, 0));
        });
    m_tree->expandAll();
    followSelection();
}

void SessionsPage::refresh()
{
    showLoading();
    m_bans->refresh();
    follow();
}

void SessionsPage::liveChanged()
{
    if (isLive())
        connection().live().watch(this);
    else
        connection().live().leave(this);
}

void SessionsPage::follow()
{
    const api::Live &live = connection().live();
    if (!live.isKnown())
        return;
    followSelection();
    const int sessions = m_model.rowCount();
    // Who is kept out is shown even while nobody is in.
    if (sessions == 0 && m_bans->isEmpty()) {
        showEmpty(
            tr("Nobody works together right now."),
            tr("A session appears here as soon as somebody shares a workspace in an IDE whose "
               "client knows this server."));
        return;
    }
    m_count->setText(tr("%Ln session(s)", nullptr, sessions));
    showContent();
}

QModelIndex SessionsPage::selected() const
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    return rows.isEmpty() ? QModelIndex() : rows.constFirst();
}

bool SessionsPage::isGuest(const QModelIndex &index) const
{
    return !index.data(SessionModel::ParticipantRole).toString().isEmpty()
        && !index.data(SessionModel::IsHostRole).toBool();
}

void SessionsPage::followSelection()
{
    const QModelIndex index = selected();
    m_act->setText(isGuest(index) ? tr("&Remove Participant…") : tr("&End Session…"));
    m_act->setEnabled(index.isValid());
    m_ban->setEnabled(isGuest(index) && m_bans->isPossible());
}

QString SessionsPage::question(const QModelIndex &index) const
{
    const QString name = index.data().toString();
    const bool isParticipant = !index.data(SessionModel::ParticipantRole).toString().isEmpty();
    if (isGuest(index)) {
        return tr("%1 is removed from the session and told so. The others go on. They may ask "
                  "the host to let them in again.")
            .arg(name);
    }
    const QModelIndex session = isParticipant ? index.parent() : index;
    return tr(
        "The session ends for all %n participant(s), host included. Nobody loses files: the "
        "workspace is the host's. They may begin a new session.",
        nullptr,
        m_filtered->rowCount(session));
}

void SessionsPage::act()
{
    const QModelIndex index = selected();
    if (!index.isValid())
        return;
    const QString session = index.data(SessionModel::SessionRole).toString();
    const QString participant = index.data(SessionModel::ParticipantRole).toString();
    const bool isGuest = this->isGuest(index);
    const QString name = index.siblingAtColumn(SessionModel::Name).data().toString();
    auto *box = new QMessageBox(
        QMessageBox::Warning,
        isGuest ? tr("Remove a Participant") : tr("End a Session"),
        question(index.siblingAtColumn(SessionModel::Name)),
        QMessageBox::Cancel,
        this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *sure = box->addButton(
        isGuest ? tr("&Remove") : tr("&End Session"), QMessageBox::DestructiveRole);
    sure->setObjectName(u"sure"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(sure, &QPushButton::clicked, this, [this, session, participant, name, isGuest] {
        if (isGuest)
            remove(session, participant, name);
        else
            end(session);
    });
    box->open();
}

void SessionsPage::askToBan()
{
    const QModelIndex index = selected();
    if (!isGuest(index))
        return;
    const QString session = index.data(SessionModel::SessionRole).toString();
    const QString name = index.siblingAtColumn(SessionModel::Name).data().toString();
    const BanDialog::Guest guest {
        index.data(SessionModel::ParticipantRole).toString(),
        name,
        index.siblingAtColumn(SessionModel::Address).data().toString()};
    auto *dialog = new BanDialog(guest, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"banDialog"_s);
    connect(dialog, &QDialog::accepted, this, [this, dialog, session, name] {
        api::Request request {"banParticipant", {session}};
        request.body = protocol::FieldWriter::objectOf(dialog->wanted());
        send(request, tr("%1 is kept out.").arg(name));
    });
    dialog->open();
}

void SessionsPage::showMenu(const QPoint &at)
{
    if (!selected().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(m_act->text()), &QAction::triggered, this, &SessionsPage::act);
    QAction *ban = menu->addAction(m_ban->icon(), m_ban->text());
    ban->setEnabled(m_ban->isEnabled());
    connect(ban, &QAction::triggered, this, &SessionsPage::askToBan);
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void SessionsPage::end(const QString &session)
{
    send({"endSession", {session}}, tr("The session has ended."));
}

void SessionsPage::remove(const QString &session, const QString &participant, const QString &name)
{
    send({"removeParticipant", {session, participant}}, tr("%1 has been removed.").arg(name));
}

void SessionsPage::send(const api::Request &request, const QString &sentence)
{
    client().ask<api::Nothing>(request, this, [this, sentence](const auto &outcome) {
        if (!outcome)
            return showFailure(outcome.failure());
        Q_EMIT done(sentence);
        m_bans->refresh();
    });
}

} // namespace ct::console::pages

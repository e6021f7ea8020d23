// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/credentials/tokensbox.h"

#include "console/icons/icon.h"
#include "console/widgets/copybutton.h"
#include "console/widgets/faultlabel.h"
#include "console/widgets/forms.h"
#include "console/widgets/listtable.h"
#include "console/widgets/tables.h"
#include "console/widgets/words.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

constexpr int mostDays = 366;
constexpr int usualDays = 90;
constexpr int longestName = 80;
constexpr int linesShown = 6;
/// Of a name, in the list.
constexpr int letters = 24;

} // namespace

TokensBox::TokensBox(api::AdminClient &client)
    : QGroupBox(tr("API tokens")),
      m_client(client),
      m_model(new models::TokenModel(this)),
      m_table(widgets::named(new widgets::ListTable, u"tokens"_s)),
      m_name(widgets::named(new QLineEdit, u"tokenName"_s)),
      m_nameFault(new widgets::FaultLabel(*m_name)),
      m_days(widgets::named(new QSpinBox, u"tokenDays"_s)),
      m_scope(widgets::named(new QComboBox, u"tokenScope"_s)),
      m_make(widgets::named(
          new QPushButton(icons::icon("add"_L1), tr("&Make Token")), u"makeToken"_s)),
      m_revoke(widgets::named(
          new QPushButton(icons::icon("remove"_L1), tr("Re&voke…")), u"revokeToken"_s)),
      m_secret(widgets::named(new QLineEdit, u"tokenSecret"_s)),
      m_secretWords(widgets::plainLabel())
{
    m_table->setModel(m_model);
    widgets::setUpList(*m_table, tr("API tokens"));
    m_table->setColumnWidth(models::TokenModel::Name, fontMetrics().averageCharWidth() * letters);
    widgets::fitHeader(*m_table);
    m_table->setPlaceholder(tr("There is no token yet. Give one a name below and make it."));
    m_table->setMinimumHeight(m_table->fontMetrics().height() * linesShown);
    m_secretRow = makeSecret();
    auto *column = new QVBoxLayout(this);
    column->addWidget(widgets::plainLabel(
        tr("Programs show a token instead of user and password. It can do what you can, but make "
           "no further tokens and change no password; one for reading only changes nothing.")));
    column->addWidget(m_secretRow);
    column->addWidget(m_table, 1);
    column->addWidget(makeForm());
    connect(m_name, &QLineEdit::textChanged, this, &TokensBox::check);
    connect(m_name, &QLineEdit::returnPressed, m_make, &QPushButton::click);
    connect(m_make, &QPushButton::clicked, this, &TokensBox::makeToken);
    connect(m_revoke, &QPushButton::clicked, this, &TokensBox::askToRevoke);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TokensBox::check);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TokensBox::check);
    check();
}

QWidget *TokensBox::makeForm()
{
    m_days->setRange(1, mostDays);
    m_days->setValue(usualDays);
    m_days->setSuffix(tr(" days", "behind the number of a spin box"));
    m_scope->addItem(tr("for reading only"), u"read"_s);
    m_scope->addItem(tr("for reading and changing"), u"full"_s);
    m_scope->setAccessibleName(tr("What it is good for"));
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("What it is for"));
    auto *whole = new QWidget;
    auto *form = new QFormLayout(whole);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    QWidget *name
        = widgets::fieldWithFault(*m_name, *m_nameFault, {m_scope, m_days, m_make, m_revoke});
    widgets::addRow(*form, tr("&New token:"), name, *m_name);
    m_days->setAccessibleName(tr("How many days it is good for"));
    return whole;
}

QWidget *TokensBox::makeSecret()
{
    m_secret->setReadOnly(true);
    m_secret->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_secret->setAccessibleName(tr("The new token"));
    auto *copy = new widgets::CopyButton(tr("C&opy"), [this] { return m_secret->text(); });
    copy->setObjectName(u"copyToken"_s);
    auto *hide = widgets::named(new QPushButton(tr("&I Have It")), u"hideToken"_s);
    connect(hide, &QPushButton::clicked, this, &TokensBox::discard);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->addWidget(m_secretWords);
    auto *row = new QHBoxLayout;
    row->addWidget(m_secret, 1);
    row->addWidget(copy);
    row->addWidget(hide);
    column->addLayout(row);
    whole->hide();
    return whole;
}

void TokensBox::refresh()
{
    m_list.cancel();
    m_list = m_client.ask<protocol::admin::Tokens>({"listTokens"}, this, [this](const auto &list) {
        if (list)
            m_model->setRows(list->tokens);
        Q_EMIT settled(list ? std::nullopt : std::optional(list.failure()));
    });
}

bool TokensBox::isChanged() const
{
    return !m_secret->text().isEmpty() || !m_name->text().isEmpty();
}

void TokensBox::discard()
{
    m_secret->clear();
    m_secretRow->hide();
    m_name->clear();
}

void TokensBox::check()
{
    m_nameFault->setFault({});
    m_make->setEnabled(!m_name->text().trimmed().isEmpty());
    m_revoke->setEnabled(m_table->selectionModel()->hasSelection());
}

void TokensBox::makeToken()
{
    m_make->setEnabled(false);
    api::Request request {"makeToken"};
    request.body = protocol::FieldWriter::objectOf(protocol::admin::NewToken {
        m_name->text().trimmed(), m_days->value(), m_scope->currentData().toString()});
    m_client.ask<protocol::admin::MadeToken>(request, this, [this](const auto &made) {
        check();
        if (made) {
            showSecret(*made);
            refresh();
            return;
        }
        const QString fault = made.failure().faultOf(u"name"_s);
        m_nameFault->setFault(fault);
        if (fault.isEmpty())
            Q_EMIT failed(made.failure());
    });
}

void TokensBox::showSecret(const protocol::admin::MadeToken &made)
{
    m_name->clear();
    m_secretWords->setText(
        tr("This is the token “%1”. Copy it now: it is not shown again.").arg(made.token.name));
    m_secret->setText(made.secret);
    m_secretRow->show();
    m_secret->setFocus();
    m_secret->selectAll();
}

void TokensBox::askToRevoke()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const protocol::admin::Token token = m_model->at(rows.constFirst().row());
    auto *question = widgets::named(
        new QMessageBox(
            QMessageBox::Warning,
            tr("Revoke Token"),
            tr("Revoke “%1”? Programs that use it are refused from then on.").arg(token.name),
            QMessageBox::Cancel,
            this),
        u"revokeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *yes = question->addButton(tr("&Revoke"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, id = token.id] { revoke(id); });
    question->open();
}

void TokensBox::revoke(const QString &id)
{
    api::Request request {"revokeToken", {id}};
    m_client.ask<api::Nothing>(request, this, [this](const auto &outcome) {
        // Somebody else was faster.
        if (outcome || outcome.failure().kind == api::FailureKind::NotFound)
            Q_EMIT done(tr("The token is revoked."));
        else
            Q_EMIT failed(outcome.failure());
        refresh();
    });
}

} // namespace ct::console::pages

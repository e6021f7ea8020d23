// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/serverdialog.h"

#include "console/api/serveraddress.h"
#include "console/pages/words/failuretexts.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ct::console::app {

namespace {

QLineEdit *field(const QString &name, int longest)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setMaxLength(longest);
    edit->setMinimumWidth(320);
    return edit;
}

} // namespace

ServerDialog::ServerDialog(QWidget *parent)
    : QDialog(parent),
      m_address(field(u"address"_s, 2000)),
      m_name(field(u"name"_s, 100)),
      m_user(field(u"serverUser"_s, 200)),
      m_fault(new QLabel),
      m_submit(new QPushButton(tr("&Add and Connect")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add a Server"));
    m_address->setPlaceholderText(u"https://edge.example.org"_s);
    m_name->setPlaceholderText(tr("The address, if empty"));
    m_user->setPlaceholderText(tr("Asked for when signing in, if empty"));
    m_fault->setObjectName(u"serverFault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setMinimumHeight(m_fault->fontMetrics().lineSpacing() * 2);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Server address:"), m_address);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&User:"), m_user);
    form->addRow(QString(), m_fault);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_submit, QDialogButtonBox::AcceptRole);
    m_submit->setObjectName(u"submit"_s);
    m_submit->setDefault(true);
    form->addRow(buttons);
    connect(m_address, &QLineEdit::textChanged, this, &ServerDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &ServerDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void ServerDialog::setServer(const QString &name, const QUrl &url, const QString &user)
{
    setWindowTitle(tr("Change a Server"));
    m_submit->setText(tr("&Save"));
    m_address->setText(url.toString());
    m_address->setReadOnly(true);
    m_name->setText(name);
    m_user->setText(user);
    m_name->setFocus();
}

void ServerDialog::check()
{
    const bool isGood = api::serverAddress(m_address->text()).has_value();
    m_submit->setEnabled(isGood);
    setFault(
        isGood || m_address->text().trimmed().isEmpty() ? QString()
                                                        : pages::FailureTexts::badAddress());
}

void ServerDialog::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
}

void ServerDialog::submit()
{
    if (const auto url = api::serverAddress(m_address->text()))
        Q_EMIT wanted(m_name->text(), *url, m_user->text());
}

} // namespace ct::console::app

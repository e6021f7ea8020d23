// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/signinpanel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::app {

namespace {

QLineEdit *field(const QString &name, QLineEdit::EchoMode echo)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setEchoMode(echo);
    edit->setMaxLength(1000);
    return edit;
}

} // namespace

SignInPanel::SignInPanel(QWidget *parent)
    : QFrame(parent),
      m_user(field(u"user"_s, QLineEdit::Normal)),
      m_password(field(u"password"_s, QLineEdit::Password)),
      m_token(field(u"token"_s, QLineEdit::Password)),
      m_usesToken(new QCheckBox(tr("Sign in with an &API token"))),
      m_remembers(new QCheckBox(tr("&Remember on this computer"))),
      m_title(new QLabel),
      m_fault(new QLabel),
      m_submit(new QPushButton(tr("&Sign In"))),
      m_form(new QFormLayout)
{
    setFrameShape(QFrame::StyledPanel);
    m_remembers->setObjectName(u"remember"_s);
    m_usesToken->setObjectName(u"usesToken"_s);
    m_submit->setObjectName(u"signIn"_s);
    m_fault->setObjectName(u"signInFault"_s);
    for (QLabel *words : {m_title, m_fault}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
    }
    m_fault->hide();
    m_form->addRow(tr("&User:"), m_user);
    m_form->addRow(tr("&Password:"), m_password);
    m_form->addRow(tr("&Token:"), m_token);
    m_form->addRow(QString(), m_usesToken);
    m_form->addRow(QString(), m_remembers);
    m_form->addRow(QString(), m_submit);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_fault);
    layout->addLayout(m_form);
    m_submit->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (QLineEdit *edit : {m_user, m_password, m_token}) {
        edit->setMaximumWidth(360);
        connect(edit, &QLineEdit::returnPressed, this, &SignInPanel::submit);
    }
    connect(m_submit, &QPushButton::clicked, this, &SignInPanel::submit);
    connect(m_usesToken, &QCheckBox::toggled, this, &SignInPanel::showFields);
    showFields();
}

void SignInPanel::showFields()
{
    const bool token = m_usesToken->isChecked();
    for (QLineEdit *edit : {m_user, m_password}) {
        edit->setVisible(!token);
        m_form->labelForField(edit)->setVisible(!token);
    }
    m_token->setVisible(token);
    m_form->labelForField(m_token)->setVisible(token);
}

void SignInPanel::setUser(const QString &user)
{
    if (m_user->text().isEmpty())
        m_user->setText(user);
}

void SignInPanel::setTitle(const QString &sentence)
{
    m_title->setText(sentence);
}

void SignInPanel::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void SignInPanel::setWaiting(bool waiting)
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_user),
          static_cast<QWidget *>(m_password),
          static_cast<QWidget *>(m_token),
          static_cast<QWidget *>(m_submit)})
        part->setEnabled(!waiting);
}

void SignInPanel::begin()
{
    clearSecrets();
    QLineEdit *first = m_user->text().isEmpty() ? m_user : m_password;
    (m_usesToken->isChecked() ? m_token : first)->setFocus();
}

void SignInPanel::clearSecrets()
{
    m_password->clear();
    m_token->clear();
}

void SignInPanel::submit()
{
    api::Secret secret;
    if (m_usesToken->isChecked())
        secret.token = m_token->text().trimmed().toLatin1();
    else
        secret = {m_user->text(), m_password->text(), {}};
    const bool isWhole = m_usesToken->isChecked()
        ? !secret.token.isEmpty()
        : !secret.user.isEmpty() && !secret.password.isEmpty();
    if (!isWhole) {
        setFault(
            m_usesToken->isChecked() ? tr("Enter the token.") : tr("Enter user and password."));
        return;
    }
    Q_EMIT signInWanted(secret, m_remembers->isChecked());
}

} // namespace ct::console::app

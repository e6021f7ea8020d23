// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/credentials/credentialsform.h"

#include "console/icons/icon.h"
#include "console/pages/credentials/passwordstrength.h"
#include "console/widgets/copybutton.h"
#include "console/widgets/faultlabel.h"
#include "console/widgets/forms.h"
#include "console/widgets/passwordedit.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

constexpr int generatedLength = 20;
// As the server has them.
constexpr qsizetype longestUser = 200;
constexpr qsizetype shortestPassword = 8;
constexpr qsizetype longestPassword = 1024;

} // namespace

CredentialsForm::CredentialsForm(RandomSource &random)
    : QGroupBox(tr("User and password")),
      m_random(random),
      m_source(widgets::named(new widgets::SignLabel, u"source"_s)),
      m_user(widgets::named(new QLineEdit, u"user"_s)),
      m_userFault(new widgets::FaultLabel(*m_user)),
      m_password(widgets::named(new widgets::PasswordEdit, u"password"_s)),
      m_passwordFault(new widgets::FaultLabel(*m_password)),
      m_repeat(widgets::named(new widgets::PasswordEdit, u"repeat"_s)),
      m_repeatFault(new widgets::FaultLabel(*m_repeat)),
      m_strength(widgets::named(new QProgressBar, u"strength"_s)),
      m_generate(widgets::named(
          new QPushButton(icons::icon("generate"_L1), tr("&Generate")), u"generate"_s)),
      m_copy(widgets::named(
          new widgets::CopyButton(tr("&Copy"), [this] { return m_password->text(); }), u"copy"_s)),
      m_save(widgets::named(new QPushButton(icons::icon("save"_L1), tr("&Save")), u"save"_s)),
      m_discard(widgets::named(new QPushButton(tr("&Discard")), u"discard"_s))
{
    build();
    for (QLineEdit *edit :
         {m_user, static_cast<QLineEdit *>(m_password), static_cast<QLineEdit *>(m_repeat)}) {
        connect(edit, &QLineEdit::textChanged, this, &CredentialsForm::check);
        connect(edit, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    }
    connect(m_generate, &QPushButton::clicked, this, &CredentialsForm::generate);
    connect(m_save, &QPushButton::clicked, this, &CredentialsForm::saveWanted);
    connect(m_discard, &QPushButton::clicked, this, &CredentialsForm::discard);
    check();
}

void CredentialsForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_source);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    widgets::addRow(*form, tr("&User:"), widgets::fieldWithFault(*m_user, *m_userFault), *m_user);
    widgets::addRow(
        *form,
        tr("New &password:"),
        widgets::fieldWithFault(*m_password, *m_passwordFault, {m_generate, m_copy}),
        *m_password);
    m_strength->setRange(0, static_cast<int>(Strength::Strong));
    m_strength->setAccessibleName(tr("Strength of the password"));
    form->addRow(tr("Strength:"), m_strength);
    widgets::addRow(
        *form, tr("&Repeat it:"), widgets::fieldWithFault(*m_repeat, *m_repeatFault), *m_repeat);
    column->addLayout(form);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
}

void CredentialsForm::setState(const protocol::admin::CredentialsState &state)
{
    const bool isTyped = m_user->text() != m_state.user;
    m_state = state;
    if (!isTyped)
        m_user->setText(state.user);
    showSource();
    check();
}

void CredentialsForm::showSource()
{
    if (m_state.source == "generated"_L1)
        m_source->setSign(
            "info"_L1,
            tr("The server has made the present password at its start and told it in its log. The "
               "next start makes another one: set one of your own."));
    else if (m_state.source == "stored"_L1)
        m_source->setSign(
            "good"_L1, tr("The server keeps the present ones; they were set by an administrator."));
    else
        m_source->setSign(
            "locked"_L1,
            tr("The server's environment has the present ones (%1). They can be changed there "
               "only.")
                .arg(
                    m_state.source == "logs-variables"_L1
                        ? u"CT_LOGS_USER, CT_LOGS_PASSWORD"_s
                        : u"CT_DASHBOARD_USER, CT_DASHBOARD_PASSWORD"_s));
}

protocol::admin::NewCredentials CredentialsForm::wanted() const
{
    return {m_user->text(), m_password->text()};
}

bool CredentialsForm::isChanged() const
{
    return m_user->text() != m_state.user || !m_password->text().isEmpty()
        || !m_repeat->text().isEmpty();
}

void CredentialsForm::discard()
{
    m_user->setText(m_state.user);
    m_password->clear();
    m_repeat->clear();
    m_password->setShown(false);
    m_repeat->setShown(false);
    check();
}

void CredentialsForm::setSaving(bool saving)
{
    m_isSaving = saving;
    check();
}

void CredentialsForm::generate()
{
    const QString made = QString::fromLatin1(randomId(m_random, generatedLength));
    m_password->setText(made);
    m_repeat->setText(made);
    m_password->setShown(true);
}

QString CredentialsForm::userFault() const
{
    const QString user = m_user->text();
    if (user.isEmpty())
        return tr("A user is needed.");
    if (user.contains(u':'))
        return tr("A user's name has no colon.");
    return user.size() > longestUser ? tr("The name is too long.") : QString();
}

QString CredentialsForm::passwordFault() const
{
    const qsizetype size = m_password->text().toUtf8().size();
    if (size == 0)
        return m_user->text() != m_state.user ? tr("A new user needs a password, too.") : QString();
    if (size < shortestPassword)
        return tr("At least %n letters are needed.", nullptr, static_cast<int>(shortestPassword));
    return size > longestPassword ? tr("The password is too long.") : QString();
}

QString CredentialsForm::repeatFault() const
{
    // Nobody has come to it yet.
    if (m_repeat->text().isEmpty())
        return {};
    return m_repeat->text() == m_password->text() ? QString() : tr("This is not the same.");
}

void CredentialsForm::check()
{
    const bool mayChange = !m_state.managedByEnvironment && !m_isSaving;
    for (QLineEdit *edit :
         {m_user, static_cast<QLineEdit *>(m_password), static_cast<QLineEdit *>(m_repeat)})
        edit->setReadOnly(!mayChange);
    m_generate->setEnabled(mayChange);
    m_copy->setEnabled(!m_password->text().isEmpty());
    m_userFault->setFault(userFault());
    m_passwordFault->setFault(passwordFault());
    m_repeatFault->setFault(repeatFault());
    showStrength();
    const bool isRight = userFault().isEmpty() && passwordFault().isEmpty()
        && !m_password->text().isEmpty() && m_repeat->text() == m_password->text();
    m_save->setEnabled(mayChange && isRight);
    m_discard->setEnabled(mayChange && isChanged());
}

void CredentialsForm::showStrength()
{
    const Strength strength = strengthOf(m_password->text());
    m_strength->setValue(static_cast<int>(strength));
    switch (strength) {
    case Strength::None:
        m_strength->setFormat(QString());
        break;
    case Strength::Weak:
        m_strength->setFormat(tr("weak"));
        break;
    case Strength::Fair:
        m_strength->setFormat(tr("fair"));
        break;
    case Strength::Good:
        m_strength->setFormat(tr("good"));
        break;
    case Strength::Strong:
        m_strength->setFormat(tr("strong"));
        break;
    }
}

void CredentialsForm::showFaults(const api::Failure &failure)
{
    if (const QString fault = failure.faultOf(u"user"_s); !fault.isEmpty())
        m_userFault->setFault(fault);
    if (const QString fault = failure.faultOf(u"password"_s); !fault.isEmpty())
        m_passwordFault->setFault(fault);
}

} // namespace ct::console::pages

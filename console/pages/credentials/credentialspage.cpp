// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/credentials/credentialspage.h"

#include "console/pages/credentials/credentialsform.h"
#include "console/pages/credentials/lockoutsbox.h"
#include "console/pages/credentials/tokensbox.h"
#include "console/widgets/comparisondialog.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

CredentialsPage::CredentialsPage(api::Connection &connection)
    : Page(connection),
      m_form(new CredentialsForm(m_random)),
      m_tokens(new TokensBox(client())),
      m_lockouts(new LockoutsBox(client()))
{
    body().addWidget(m_form);
    body().addWidget(m_tokens, 1);
    body().addWidget(m_lockouts);
    connect(m_form, &CredentialsForm::saveWanted, this, &CredentialsPage::save);
    connect(m_tokens, &TokensBox::settled, this, [this](const auto &failure) {
        settlePart("tokens"_L1, failure);
    });
    connect(m_tokens, &TokensBox::failed, this, &CredentialsPage::showFailure);
    connect(m_tokens, &TokensBox::done, this, &CredentialsPage::done);
    connect(m_lockouts, &LockoutsBox::settled, this, [this](const auto &failure) {
        settlePart("lockouts"_L1, failure);
    });
    connect(m_lockouts, &LockoutsBox::failed, this, &CredentialsPage::showFailure);
    connect(m_lockouts, &LockoutsBox::done, this, &CredentialsPage::done);
}

bool CredentialsPage::hasUnsavedChanges() const
{
    return m_form->isChanged() || m_tokens->isChanged();
}

void CredentialsPage::discardChanges()
{
    m_form->discard();
    m_tokens->discard();
}

void CredentialsPage::refresh()
{
    showLoading();
    m_load.cancel();
    // A change that waits for a sign-in goes on.
    m_form->setSaving(m_save.isRunning());
    m_load = client().ask<protocol::admin::CredentialsState>(
        {"getCredentials"}, this, [this](const State &state) { take(state); });
    m_tokens->refresh();
    m_lockouts->refresh();
}

void CredentialsPage::take(const State &state)
{
    if (!state)
        return showFailure(state.failure());
    m_etag = state.etag();
    m_form->setState(*state);
    showContent();
}

void CredentialsPage::save()
{
    hideNotice();
    m_form->setSaving(true);
    const protocol::admin::NewCredentials wanted = m_form->wanted();
    api::Request request {"setCredentials"};
    request.body = protocol::FieldWriter::objectOf(wanted);
    request.ifMatch = m_etag;
    m_save = client().ask<protocol::admin::CredentialsState>(
        request, this, [this, wanted](const State &state) { finishSaving(wanted, state); });
}

void CredentialsPage::finishSaving(
    const protocol::admin::NewCredentials &wanted, const State &state)
{
    m_form->setSaving(false);
    if (!state && state.failure().kind == api::FailureKind::Outdated)
        return compare();
    if (!state) {
        showFailure(state.failure());
        m_form->showFaults(state.failure());
        return;
    }
    take(state);
    m_form->discard();
    Q_EMIT done(tr("User and password are changed."));
    // All sign-ins with the former ones have ended, ours, too.
    connection().signIn({wanted.user, wanted.password});
}

void CredentialsPage::compare()
{
    m_load.cancel();
    m_load = client().ask<protocol::admin::CredentialsState>(
        {"getCredentials"}, this, [this](const State &state) {
            take(state);
            if (!state)
                return;
            auto *dialog = new widgets::ComparisonDialog(
                {{tr("User"), state->user, m_form->wanted().user},
                 {tr("Password"), tr("another one"), tr("the one you typed")}},
                this);
            connect(dialog, &widgets::ComparisonDialog::mineWanted, this, &CredentialsPage::save);
            connect(
                dialog,
                &widgets::ComparisonDialog::theirsWanted,
                m_form,
                &CredentialsForm::discard);
            dialog->open();
        });
}

} // namespace ct::console::pages

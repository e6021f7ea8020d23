// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/page.h"
#include "shared/base/random.h"
#include "shared/protocol/admin/credentials.h"

namespace ct::console::pages {

class CredentialsForm;
class LockoutsBox;
class TokensBox;

/// Who may look at the server and change it: user and password of the dashboard, API tokens, and
/// addresses that are locked out.
/// After a change the connection signs in anew by itself.
class CredentialsPage : public Page
{
    Q_OBJECT

public:
    explicit CredentialsPage(api::Connection &connection);

    void refresh() override;
    bool hasUnsavedChanges() const override;
    void discardChanges() override;

private:
    using State = api::Outcome<protocol::admin::CredentialsState>;

    void take(const State &state);
    void save();
    void finishSaving(const protocol::admin::NewCredentials &wanted, const State &state);
    void compare();

    SystemRandom m_random;
    CredentialsForm *m_form;
    TokensBox *m_tokens;
    LockoutsBox *m_lockouts;
    QByteArray m_etag;
    api::Call m_load;
    api::Call m_save;
};

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/failure.h"
#include "shared/base/random.h"
#include "shared/protocol/admin/credentials.h"

#include <QGroupBox>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ct::console::widgets {
class FaultLabel;
class PasswordEdit;
class SignLabel;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// Where user and password of the dashboard are changed. It checks while one types, and keeps what
/// was typed until it is saved or discarded, whatever the server says meanwhile. Thread: main.
class CredentialsForm : public QGroupBox
{
    Q_OBJECT

public:
    /// `random` makes passwords, and must outlive the form.
    explicit CredentialsForm(RandomSource &random);

    /// What the server has; a user that somebody is typing stays.
    void setState(const protocol::admin::CredentialsState &state);
    const protocol::admin::CredentialsState &state() const { return m_state; }
    protocol::admin::NewCredentials wanted() const;
    bool isChanged() const;
    void discard();
    void setSaving(bool saving);
    /// At the fields, where the server names them.
    void showFaults(const api::Failure &failure);

Q_SIGNALS:
    void saveWanted();

private:
    void build();
    void showSource();
    void generate();
    void check();
    QString userFault() const;
    QString passwordFault() const;
    QString repeatFault() const;
    void showStrength();

    RandomSource &m_random;
    protocol::admin::CredentialsState m_state;
    bool m_isSaving = false;
    widgets::SignLabel *m_source;
    QLineEdit *m_user;
    widgets::FaultLabel *m_userFault;
    widgets::PasswordEdit *m_password;
    widgets::FaultLabel *m_passwordFault;
    widgets::PasswordEdit *m_repeat;
    widgets::FaultLabel *m_repeatFault;
    QProgressBar *m_strength;
    QPushButton *m_generate;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_discard;
};

} // namespace ct::console::pages

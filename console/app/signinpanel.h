// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/serverprofile.h"

#include <QFrame>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ct::console::app {

/// Where user and password, or an API token, are typed: in place, above what is being worked at.
/// Thread: main.
class SignInPanel : public QFrame
{
    Q_OBJECT

public:
    explicit SignInPanel(QWidget *parent = nullptr);

    /// What is typed already stays.
    void setUser(const QString &user);
    void setTitle(const QString &sentence);
    void setFault(const QString &sentence);
    /// While the server is asked.
    void setWaiting(bool waiting);
    /// Puts the cursor where something is missing, and forgets a wrong password.
    void begin();
    void clearSecrets();

Q_SIGNALS:
    void signInWanted(const ct::console::api::Secret &secret, bool remember);

private:
    void submit();
    void showFields();

    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_token;
    QCheckBox *m_usesToken;
    QCheckBox *m_remembers;
    QLabel *m_title;
    QLabel *m_fault;
    QPushButton *m_submit;
    QFormLayout *m_form;
};

} // namespace ct::console::app

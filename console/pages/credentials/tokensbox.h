// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/adminclient.h"
#include "console/models/tokenmodel.h"

#include <QGroupBox>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ct::console::widgets {
class ListTable;
class FaultLabel;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// The API tokens of a server: which there are, making one, whose secret is shown this once, and
/// revoking one. Thread: main.
class TokensBox : public QGroupBox
{
    Q_OBJECT

public:
    /// `client` must outlive the box.
    explicit TokensBox(api::AdminClient &client);

    void refresh();
    /// A secret stands there that nobody can look up again, or a name that was typed.
    bool isChanged() const;
    void discard();

Q_SIGNALS:
    /// The list has come, or why it has not.
    void settled(const std::optional<ct::console::api::Failure> &failure);
    /// A change has.
    void failed(const ct::console::api::Failure &failure);
    void done(const QString &sentence);

private:
    QWidget *makeForm();
    QWidget *makeSecret();
    void check();
    void makeToken();
    void showSecret(const protocol::admin::MadeToken &made);
    void askToRevoke();
    void revoke(const QString &id);

    api::AdminClient &m_client;
    models::TokenModel *m_model;
    widgets::ListTable *m_table;
    QLineEdit *m_name;
    widgets::FaultLabel *m_nameFault;
    QSpinBox *m_days;
    QComboBox *m_scope;
    QPushButton *m_make;
    QPushButton *m_revoke;
    QWidget *m_secretRow;
    QLineEdit *m_secret;
    QLabel *m_secretWords;
    api::Call m_list;
};

} // namespace ct::console::pages

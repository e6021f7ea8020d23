// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/adminclient.h"
#include "console/models/lockoutmodel.h"

#include <QGroupBox>

class QPushButton;
class QTableView;

namespace ct::console::pages {

/// Addresses that are locked out after too many failures, and unlocking one; takes no room while
/// none is. Thread: main.
class LockoutsBox : public QGroupBox
{
    Q_OBJECT

public:
    /// `client` must outlive it.
    explicit LockoutsBox(api::AdminClient &client);

    void refresh();

Q_SIGNALS:
    /// The list has come, or why it has not.
    void settled(const std::optional<ct::console::api::Failure> &failure);
    /// A change has.
    void failed(const ct::console::api::Failure &failure);
    void done(const QString &sentence);

private:
    void unlock();

    api::AdminClient &m_client;
    models::LockoutModel *m_model;
    QTableView *m_table;
    QPushButton *m_unlock;
    api::Call m_list;
};

} // namespace ct::console::pages

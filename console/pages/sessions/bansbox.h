// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/adminclient.h"
#include "console/models/banmodel.h"

#include <QGroupBox>

class QPushButton;
class QTableView;

namespace ct::console::pages {

/// Who is kept out of a server's sessions, and letting them in again; takes no room while nobody
/// is. Thread: main.
class BansBox : public QGroupBox
{
    Q_OBJECT

public:
    /// `client` must outlive it.
    explicit BansBox(api::AdminClient &client);

    void refresh();
    bool isEmpty() const { return m_model->rowCount() == 0; }
    /// Whether the server can keep anybody out: older ones can't.
    bool isPossible() const { return m_isPossible; }

Q_SIGNALS:
    /// The list is another one.
    void changed();
    /// The list has come, or why it has not.
    void settled(const std::optional<ct::console::api::Failure> &failure);
    /// A change has.
    void failed(const ct::console::api::Failure &failure);
    void done(const QString &sentence);

private:
    void askToLift();
    void lift(const protocol::admin::Ban &ban);

    api::AdminClient &m_client;
    models::BanModel *m_model;
    QTableView *m_table;
    QPushButton *m_lift;
    bool m_isPossible = false;
    api::Call m_list;
};

} // namespace ct::console::pages

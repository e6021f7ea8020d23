// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/bans.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace ct::console::pages {

/// How somebody is to be kept out, and what will happen then. Thread: main.
class BanDialog : public QDialog
{
    Q_OBJECT

public:
    /// A guest of a session.
    struct Guest {
        QString id;
        QString name;
        QString address;
    };

    BanDialog(const Guest &guest, QWidget *parent);

    protocol::admin::NewBan wanted() const;

private:
    void build();
    QWidget *buildTime();
    void showConsequence();
    QString consequence() const;

    const Guest m_guest;
    QRadioButton *m_byAccount;
    QRadioButton *m_byAddress;
    QRadioButton *m_forSession;
    QRadioButton *m_forTime;
    QSpinBox *m_count;
    QComboBox *m_unit;
    QLabel *m_consequence;
};

} // namespace ct::console::pages

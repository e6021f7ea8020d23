// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/licence.h"

#include <QGroupBox>

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace ct::console::widgets {
class SignLabel;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// The licence in force: what it is worth, what it says, its checks, and the seats. Thread: main.
class LicenceView : public QGroupBox
{
    Q_OBJECT

public:
    LicenceView();

    void setLicence(const protocol::admin::LicenceDetail &licence);

Q_SIGNALS:
    void removeWanted();

private:
    void showTexts(const protocol::admin::LicenceDetail &licence);
    void showSeats(const protocol::admin::LicenceDetail &licence);

    widgets::SignLabel *m_state;
    widgets::SignLabel *m_managed;
    QFormLayout *m_form;
    QLabel *m_licensee;
    QLabel *m_connections;
    QLabel *m_expiration;
    QLabel *m_locator;
    QLabel *m_seats;
    QProgressBar *m_bar;
    QVBoxLayout *m_checks;
    QPushButton *m_remove;
};

/// Replaces what stands in `column` by one line for each check.
void showChecks(QVBoxLayout &column, const QList<protocol::admin::LicenceCheckResult> &checks);

} // namespace ct::console::pages

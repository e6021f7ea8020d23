// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/settingmodel.h"
#include "console/pages/page.h"
#include "shared/protocol/control.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace ct::console::widgets {
class SignLabel;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// The settings in force, where each comes from, and reading them anew. Nothing is changed here:
/// who set it, changes it.
class ConfigurationPage : public Page
{
    Q_OBJECT

public:
    explicit ConfigurationPage(api::Connection &connection);

    void refresh() override;

private:
    void build();
    void filter();
    void showChosen();
    void reload();
    void showReport(const protocol::ReloadAnswer &report);

    models::SettingModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLineEdit *m_search;
    QCheckBox *m_onlySet;
    QTableView *m_table;
    QLabel *m_help;
    widgets::SignLabel *m_report;
    QPushButton *m_reload;
    api::Call m_list;
};

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/packagemodel.h"
#include "console/pages/page.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace ct::console::pages {

/// The packages for IDEs: what people find at /clients, where each is downloaded, and how often
/// that was done.
class PackagesPage : public Page
{
    Q_OBJECT

public:
    explicit PackagesPage(api::Connection &connection);

    void refresh() override;

private:
    using Packages = protocol::admin::Packages;

    void build();
    void take(const Packages &packages);
    void showCounts(const Packages &packages);
    void showChosen();

    models::PackageModel *m_model;
    QTableView *m_table;
    QLineEdit *m_link;
    QLineEdit *m_digest;
    QWidget *m_copyLink;
    QWidget *m_copyDigest;
    QLabel *m_counts;
    api::Call m_list;
};

} // namespace ct::console::pages

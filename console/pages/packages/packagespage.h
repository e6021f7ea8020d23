// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/packagemodel.h"
#include "console/pages/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ct::console::pages {

class PackageUploads;

/// The packages for IDEs: what people find at /clients, where each is downloaded, and how often
/// that was done. More are dropped here or chosen, and one is taken out after a question.
class PackagesPage : public Page
{
    Q_OBJECT

public:
    explicit PackagesPage(api::Connection &connection);

    void refresh() override;

protected:
    void actEmpty() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using Packages = protocol::admin::Packages;

    void build();
    void buildButtons();
    QWidget *buildFacts();
    void chooseFiles();
    void choose(const QString &path);
    void askToRemove();
    void remove(const protocol::admin::PackageFacts &package);
    void take(const Packages &packages);
    void showCounts(const Packages &packages);
    void showChosen();

    models::PackageModel *m_model;
    QTableView *m_table;
    PackageUploads *m_uploads;
    QPushButton *m_upload;
    QPushButton *m_remove;
    QLineEdit *m_link;
    QLineEdit *m_digest;
    QWidget *m_copyLink;
    QWidget *m_copyDigest;
    QLabel *m_counts;
    api::Call m_list;
    /// The package that is chosen once the list has it.
    QString m_wanted;
};

} // namespace ct::console::pages

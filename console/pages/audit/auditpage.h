// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/auditmodel.h"
#include "console/pages/audit/auditexport.h"
#include "console/pages/page.h"

class QPushButton;
class QTableView;

namespace ct::console::widgets {
class SignLabel;
} // namespace ct::console::widgets

namespace ct::console::pages {

class AuditFilter;

/// What somebody may have to answer for: filtered, exported, and checked for changes.
class AuditPage : public Page
{
    Q_OBJECT

public:
    explicit AuditPage(api::Connection &connection);

    void refresh() override;
    /// What a sound chain is told by, with what retention has taken.
    static QString soundText(const protocol::AuditVerdict &verdict);

protected:
    void actEmpty() override;

private:
    void build();
    void take(const api::Outcome<protocol::AuditPage> &page);
    void askOlder(qint64 before);
    void verify();
    void showVerdict(const protocol::AuditVerdict &verdict);
    void chooseFile();
    void exportTo(const QString &path);

    models::AuditModel *m_model;
    AuditFilter *m_filter;
    QTableView *m_table;
    widgets::SignLabel *m_verdict;
    QPushButton *m_verify;
    QPushButton *m_export;
    api::Call m_list;
    api::Call m_older;
    std::unique_ptr<AuditExport> m_exporter;
};

} // namespace ct::console::pages

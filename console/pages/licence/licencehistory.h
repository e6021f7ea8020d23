// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/adminclient.h"
#include "console/models/auditmodel.h"
#include "shared/protocol/admin/licence.h"

#include <QGroupBox>

namespace ct::console::widgets {
class ListTable;
class TimeChart;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// How it was with a server's licence: seats used over time against the limit, and who has changed
/// the licence. Thread: main.
class LicenceHistory : public QGroupBox
{
    Q_OBJECT

public:
    /// `client` must outlive it.
    explicit LicenceHistory(api::AdminClient &client);

    void refresh();

Q_SIGNALS:
    /// The seats, or the changes, have come, or why they have not.
    void settled(QLatin1StringView part, const std::optional<ct::console::api::Failure> &failure);

private:
    void build();
    void askSeats();
    void askChanges();
    void showSeats(const protocol::admin::SeatHistory &history);

    api::AdminClient &m_client;
    models::AuditModel m_changes;
    widgets::TimeChart *m_chart;
    widgets::ListTable *m_table;
    api::Call m_seatsCall;
    api::Call m_changesCall;
};

} // namespace ct::console::pages

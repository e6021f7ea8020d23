// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/page.h"

class QFormLayout;
class QLabel;

namespace ct::console::pages {

/// What the server says of itself: version, how long it runs, and how each of its parts is.
class HealthPage : public Page
{
    Q_OBJECT

public:
    explicit HealthPage(api::Connection &connection);

    void refresh() override;
    /// In words, as rough as it is long.
    static QString uptime(std::chrono::seconds time);

private:
    void show(const protocol::admin::HealthDetail &health);
    void showPart(const protocol::admin::HealthPart &part);

    QLabel *m_version;
    QLabel *m_status;
    QLabel *m_uptime;
    QLabel *m_process;
    QFormLayout *m_parts;
    api::Call m_call;
};

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/adminclient.h"
#include "console/api/delay.h"
#include "console/api/eventsource.h"

namespace ct::console::api {

/// Asks again and again, and tells each time all there is as a snapshot. Thread: main.
class PollingSource final : public EventSource
{
    Q_OBJECT

public:
    /// `client` must outlive the source.
    PollingSource(AdminClient &client, std::unique_ptr<Delay> delay);

    void start() override;
    void stop() override;

private:
    void askOverview();
    void askHealth();
    void askSessions(const QString &after);
    /// `after` is what the page was asked for with.
    void takeSessions(const protocol::admin::LiveSessions &page, const QString &after);
    void fail(const Failure &failure);
    void wait();

    AdminClient &m_client;
    std::unique_ptr<Delay> m_delay;
    protocol::admin::Event m_snapshot;
    Call m_call;
};

} // namespace ct::console::api

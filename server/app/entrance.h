// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/eventhub.h"
#include "server/application/application.h"
#include "server/front/applicationdoor.h"

namespace ct::server::app {

/// The front's way into the application and the admin API, which are made before and after it.
/// Thread: any, but for setWatched().
class Entrance final : public front::ApplicationDoor
{
public:
    explicit Entrance(application::Application &application) : m_application(application) { }

    /// Who is told of watchers, on its own thread. Before the front starts; outlives it.
    void setWatched(admin::EventHub *hub) { m_hub = hub; }

    void admit(int descriptor) override { m_application.admit(descriptor); }
    void delivered(const QByteArray &receipt, bool written) override
    {
        m_application.delivered(receipt, written);
    }
    void watchOpened(const front::WatchHandle &watch) override;
    void watchReady(const QByteArray &ticket) override;
    void watchEnded(const QByteArray &ticket) override;

private:
    application::Application &m_application;
    admin::EventHub *m_hub = nullptr;
};

} // namespace ct::server::app

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/serverlog.h"
#include "server/logging/sessionlog.h"
#include "server/session/sessionevents.h"

namespace ct::server::app {

/// Writes session events to sessions.log, and in short to server.log. Thread: any.
class SessionRecorder final : public session::SessionEvents
{
public:
    SessionRecorder(logging::SessionLog &sessions, logging::ServerLog &server)
        : m_sessions(sessions),
          m_server(server)
    { }

    void record(const session::SessionEvent &event) override;

private:
    logging::SessionLog &m_sessions;
    logging::ServerLog &m_server;
};

} // namespace ct::server::app

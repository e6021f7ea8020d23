// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/licence/licensing.h"
#include "server/logging/serverlog.h"
#include "server/metrics/serverfigures.h"
#include "server/session/seatcounter.h"
#include "shared/protocol/control.h"

namespace ct::server::app {

/// Turns what the licence is worth into seats, log lines and figures. Thread: main, but for
/// seats().
class LicenceDesk final : public QObject
{
    Q_OBJECT

public:
    LicenceDesk(licence::Licensing::Services services, logging::ServerLog &log);

    /// What the licence file holds. Thread: any; it may block.
    Result<licence::Licence> readFile() const { return m_licensing.readFile(); }
    /// The licence that counts from now on; running sessions keep their seats.
    void load(const licence::LicenceConfig &config, const Result<licence::Licence> &kept)
    {
        m_licensing.load(config, kept);
    }
    const licence::LicenceStatus &status() const { return m_licensing.status(); }
    licence::Licensing &licensing() { return m_licensing; }
    metrics::LicenceFigures figures() const;
    /// For whoever runs the server.
    protocol::LicenceSummary summary() const;
    /// Thread: any.
    session::SeatCounter &seats() { return m_seats; }

private:
    void say(const licence::LicenceNews &news);

    const Clock &m_clock;
    const QTimeZone m_zone;
    logging::ServerLog &m_log;
    session::SeatCounter m_seats;
    licence::Licensing m_licensing;
};

} // namespace ct::server::app

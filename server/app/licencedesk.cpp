// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/licencedesk.h"

namespace ct::server::app {

LicenceDesk::LicenceDesk(licence::Licensing::Services services, logging::ServerLog &log)
    : m_clock(services.clock),
      m_zone(services.zone),
      m_log(log),
      m_licensing(std::move(services))
{
    connect(&m_licensing, &licence::Licensing::said, this, &LicenceDesk::say);
    connect(&m_licensing, &licence::Licensing::changed, this, [this] {
        m_seats.setLimit(m_licensing.status().limit);
    });
}

void LicenceDesk::say(const licence::LicenceNews &news)
{
    if (news.kind == licence::LicenceNews::Kind::Info)
        m_log.info(news.sentence);
    else
        m_log.warn(news.sentence);
}

metrics::LicenceFigures LicenceDesk::figures() const
{
    const licence::LicenceStatus &status = m_licensing.status();
    metrics::LicenceFigures figures;
    figures.state = status.state;
    figures.seatsUsed = m_seats.used();
    figures.seatsLimit = m_seats.limit();
    figures.isClockSetBack = status.isClockSetBack;
    if (status.lastDay) {
        figures.expires
            = static_cast<double>(status.lastDay->addDays(1).startOfDay(m_zone).toSecsSinceEpoch());
        figures.secondsLeft
            = figures.expires - static_cast<double>(sinceEpoch(m_clock.wallNow()).count());
    }
    return figures;
}

protocol::LicenceSummary LicenceDesk::summary() const
{
    const licence::LicenceStatus &status = m_licensing.status();
    protocol::LicenceSummary summary;
    summary.state
        = QLatin1StringView(licence::licenceStateNames.at(static_cast<std::size_t>(status.state)));
    summary.licensee = status.licence.licensee;
    summary.maxConnections = status.licence.maxConnections;
    summary.expiration = status.licence.expiration;
    summary.locator = status.licence.locator;
    if (status.daysLeft)
        summary.daysLeft = *status.daysLeft;
    summary.fault = status.fault;
    summary.clockSetBack = status.isClockSetBack;
    summary.seatsUsed = m_seats.used();
    summary.seatsLimit = m_seats.limit();
    return summary;
}

} // namespace ct::server::app

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/admindesk.h"

namespace ct::server::app {

AdminDesk::AdminDesk(AdminServices services)
    : m_services(std::move(services)),
      m_tokens(m_services.status.clock),
      m_ledger(m_services.status.store, m_services.status.clock),
      m_api(
          m_services.gate,
          m_services.sessions,
          m_tokens,
          m_services.credentials,
          m_services.operatorToken),
      m_status(m_api.table(), m_services.status),
      m_live(m_api.table(), m_ledger, m_services.gateway),
      m_credentials(m_api.table(), m_services.gate, m_services.changeCredentials),
      m_licence(
          m_api.table(),
          {m_ledger, m_services.licensing, m_services.isLicenceManaged, m_services.seatsUsed}),
      m_tokenOperations(
          m_api.table(),
          {m_services.status.clock,
           m_services.random,
           m_services.status.store,
           m_ledger,
           m_tokens}),
      m_audit(m_api.table(), m_services.status.store),
      m_settings(
          m_api.table(),
          {m_ledger,
           m_services.inForce,
           m_services.status.certificate,
           m_services.reload,
           m_services.status.gather}),
      m_files(m_api.table(), {m_services.logFolder, m_services.catalog, m_services.status.gather}),
      m_server(
          m_api.table(),
          {m_ledger,
           m_services.status.clock,
           m_services.random,
           m_services.status.gather,
           m_services.status.health,
           m_services.degraded,
           m_services.licenceSummary,
           m_services.privatePort,
           m_services.logFolder + QStringLiteral("/server.log"),
           [this] { return m_services.ending.patience(); },
           [this] { m_services.ending.drain(); },
           [this] {
               m_services.ending.stop();
           }})
{
    Q_ASSERT(m_api.table().unbound().isEmpty());
}

} // namespace ct::server::app

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/clientsdesk.h"

using namespace Qt::StringLiterals;

namespace ct::server::app {

ClientsDesk::ClientsDesk(
    const Services &services, const clients::ClientsConfig &config, const QString &cacheFolder)
    : m_services(services),
      m_area(
          config,
          cacheFolder,
          services.clock,
          [&log = services.log](const QString &sentence) { log.info(sentence); },
          [&log = services.log](const QString &sentence) { log.warn(sentence); }),
      m_boot(QString::fromLatin1(randomId(services.random)))
{ }

application::ClientsServices ClientsDesk::services()
{
    return {
        [this] { return m_area.catalog(); },
        [this](metrics::Ide ide, const QString &path, const QString &address) {
            count(ide, path, address);
        }};
}

void ClientsDesk::count(metrics::Ide ide, const QString &path, const QString &address)
{
    m_services.monitoring.countDownload(ide);
    const QString name = QString::fromLatin1(metrics::ideNames.at(static_cast<std::size_t>(ide)));
    store::Record record;
    record.statements.append(
        {u"download_append"_s,
         {m_boot,
          ++m_sequence,
          store::milliseconds(m_services.clock.wallNow()),
          name,
          path,
          address}});
    m_services.store.append(std::move(record));
}

} // namespace ct::server::app

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/clientsarea.h"

#include "server/clients/catalogmaker.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

ClientsArea::ClientsArea(
    const ClientsConfig &config, const QString &cacheFolder, const Clock &clock, Say info, Say warn)
    : m_cacheFolder(cacheFolder),
      m_info(std::move(info)),
      m_warn(std::move(warn)),
      m_catalog(std::make_shared<Catalog>(makeCatalog({}))),
      m_collector(cacheFolder, clock)
{
    m_thread.setMaxThreadCount(1);
    connect(&m_timer, &QTimer::timeout, this, &ClientsArea::look);
    apply(config);
}

ClientsArea::~ClientsArea()
{
    m_collector.stop();
    m_thread.waitForDone();
}

void ClientsArea::apply(const ClientsConfig &config)
{
    m_config = config;
    if (config.isOff)
        return m_timer.stop();
    m_timer.start(config.interval);
    look();
}

void ClientsArea::lookNow(const QString &whole, Looked done)
{
    if (!whole.isEmpty())
        m_whole.insert(whole);
    m_waiting.push_back(std::move(done));
    look();
}

void ClientsArea::look()
{
    if (std::exchange(m_isLooking, true))
        return;
    m_served = std::exchange(m_waiting, {});
    m_thread.start([this, config = m_config, whole = std::exchange(m_whole, {})] {
        QMetaObject::invokeMethod(
            this,
            [this, config, look = m_collector.look(config, whole)] { settle(config, look); },
            Qt::QueuedConnection);
    });
}

void ClientsArea::settle(const ClientsConfig &config, const Collector::Look &look)
{
    m_isLooking = false;
    const bool isInForce = config == m_config;
    if (isInForce)
        take(look);
    for (const Looked &done : std::exchange(m_served, {}))
        done(look, config);
    // Somebody has asked meanwhile, or it was of settings that are no longer in force.
    if (!m_waiting.empty() || (!isInForce && !m_config.isOff))
        this->look();
}

void ClientsArea::take(const Collector::Look &look)
{
    for (const QString &warning : look.warnings) {
        if (!m_warnings.contains(warning))
            m_warn(warning);
    }
    m_warnings = look.warnings;
    if (look.catalog != m_catalog)
        sayNew(*look.catalog);
    m_catalog = look.catalog;
    Q_EMIT looked();
}

void ClientsArea::sayNew(const Catalog &catalog) const
{
    for (const Package &package : catalog.packages) {
        const OfferedFile before = m_catalog->files.value(package.file.path);
        if (before.sha256 == package.file.sha256)
            continue;
        const QString how = package.isConfigured
            ? u"its server is %1"_s.arg(m_config.serverUrl)
            : u"as it is, without the address of this server"_s;
        m_info(u"Clients can download /clients/%1 (%2): %3"_s.arg(
            package.file.path, package.title, how));
    }
    if (!catalog.site.isEmpty() && catalog.siteVersion != m_catalog->siteVersion)
        m_info(u"Clients can install from the Eclipse update site /clients/eclipse (%1)"_s.arg(
            catalog.siteVersion));
}

} // namespace ct::server::clients

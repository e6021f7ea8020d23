// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/pagetable.h"

#include "console/pages/audit/auditpage.h"
#include "console/pages/certificate/certificatepage.h"
#include "console/pages/configuration/configurationpage.h"
#include "console/pages/credentials/credentialspage.h"
#include "console/pages/health/healthpage.h"
#include "console/pages/licence/licencepage.h"
#include "console/pages/logs/logspage.h"
#include "console/pages/metrics/metricspage.h"
#include "console/pages/overview/overviewpage.h"
#include "console/pages/packages/packagespage.h"
#include "console/pages/sessions/sessionspage.h"
#include "console/widgets/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

template<typename T>
std::unique_ptr<Page> make(api::Connection &connection, const PageServices &services)
{
    if constexpr (std::is_constructible_v<T, api::Connection &, const PageServices &>)
        return std::make_unique<T>(connection, services);
    else
        return std::make_unique<T>(connection);
}

} // namespace

const std::vector<PageRow> &pageTable()
{
    static const std::vector<PageRow> table {
        {"overview"_L1,
         QT_TRANSLATE_NOOP("PageTable", "&Overview"),
         "overview"_L1,
         make<OverviewPage>},
        {"sessions"_L1,
         QT_TRANSLATE_NOOP("PageTable", "&Sessions"),
         "sessions"_L1,
         make<SessionsPage>},
        {"credentials"_L1,
         QT_TRANSLATE_NOOP("PageTable", "&Credentials"),
         "credentials"_L1,
         make<CredentialsPage>},
        {"licence"_L1, QT_TRANSLATE_NOOP("PageTable", "&Licence"), "licence"_L1, make<LicencePage>},
        {"metrics"_L1, QT_TRANSLATE_NOOP("PageTable", "&Metrics"), "metrics"_L1, make<MetricsPage>},
        {"certificate"_L1,
         QT_TRANSLATE_NOOP("PageTable", "C&ertificate"),
         "certificate"_L1,
         make<CertificatePage>},
        {"packages"_L1,
         QT_TRANSLATE_NOOP("PageTable", "Client &Packages"),
         "packages"_L1,
         make<PackagesPage>},
        {"audit"_L1, QT_TRANSLATE_NOOP("PageTable", "&Audit"), "audit"_L1, make<AuditPage>},
        {"logs"_L1, QT_TRANSLATE_NOOP("PageTable", "Lo&gs"), "logs"_L1, make<LogsPage>},
        {"configuration"_L1,
         QT_TRANSLATE_NOOP("PageTable", "Con&figuration"),
         "configuration"_L1,
         make<ConfigurationPage>},
        {"health"_L1, QT_TRANSLATE_NOOP("PageTable", "&Health"), "health"_L1, make<HealthPage>},
    };
    return table;
}

QString PageRow::menuTitle() const
{
    return QCoreApplication::translate("PageTable", title);
}

QString PageRow::shownTitle() const
{
    return widgets::withoutMnemonic(menuTitle());
}

} // namespace ct::console::pages

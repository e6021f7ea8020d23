// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/metrics/scrapeconfiguration.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

QString scrapeConfiguration(const QUrl &server, ScrapeToken token)
{
    constexpr int httpsPort = 443;
    constexpr int httpPort = 80;
    const bool isHttps = server.scheme() == "https"_L1;
    const int port = server.port(isHttps ? httpsPort : httpPort);
    const bool isV6 = server.host().contains(u':');
    const QString host = isV6 ? u'[' + server.host() + u']' : server.host();
    QString text = u"scrape_configs:\n"
                   "  - job_name: codetogether\n"
                   "    scrape_interval: 15s\n"
                   "    scheme: %1\n"
                   "    metrics_path: %2metrics\n"_s.arg(server.scheme(), server.path());
    if (token == ScrapeToken::Needed)
        text += u"    # A file that only Prometheus can read, with the token in it.\n"
                "    authorization:\n"
                "      credentials_file: /etc/prometheus/codetogether-token\n"_s;
    return text + u"    static_configs:\n      - targets: [\"%1:%2\"]\n"_s.arg(host).arg(port);
}

QString grafanaDashboard()
{
    QFile file(u":/observability/grafana-dashboard.json"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace ct::console::pages

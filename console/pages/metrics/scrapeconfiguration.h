// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace ct::console::pages {

/// Whether a scrape has to show a token.
enum class ScrapeToken { None, Needed };

/// What Prometheus needs in its prometheus.yml to scrape that server.
QString scrapeConfiguration(const QUrl &server, ScrapeToken token);
/// The dashboard for Grafana, to be imported there.
QString grafanaDashboard();

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/application/receipts.h"
#include "server/clients/catalog.h"
#include "server/compat/httpserver.h"

#include <functional>
#include <memory>

namespace ct::server::application {

/// What the clients area is made of; what is called outlives the application.
struct ClientsServices {
    /// Null when there is no such area.
    std::function<std::shared_ptr<const clients::Catalog>()> catalog;
    /// A file that counts as a download has been sent whole to that address.
    std::function<void(metrics::Ide ide, const QString &path, const QString &address)> downloaded;
};

/// /clients: the page with the steps for each IDE, and the packages. `receipts` outlive the server.
void addClientsRoutes(
    compat::HttpServer &server, const ClientsServices &services, Receipts &receipts);

} // namespace ct::server::application

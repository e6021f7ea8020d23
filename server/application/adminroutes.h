// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/api.h"
#include "server/compat/httpserver.h"

namespace ct::server::application {

/// The admin API's door in the front: everything below its base goes to `api`, which has the table
/// of what there is. `serverUrl`: CT_SERVER_URL as it is in force. `api` outlives the server's last
/// request.
void addAdminRoutes(
    compat::HttpServer &server, admin::Api &api, const std::function<QString()> &serverUrl);

} // namespace ct::server::application

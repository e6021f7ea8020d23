// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/loginmethods.h"
#include "server/compat/httpserver.h"

namespace ct::server::application {

/// The pages that people see in a browser: the start page and the login page, from resources, under
/// a policy that lets them load nothing from elsewhere and be framed by nobody.
void addPageRoutes(compat::HttpServer &server, const auth::LoginMethods &methods);

} // namespace ct::server::application

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/message.h"

namespace ct::server::front {

/// The login token that a request carries: header x-oct-jwt, else, where cookies count,
/// cookie oct-jwt; empty if neither.
QByteArray loginToken(const http::RequestHead &head, bool mayUseCookies);

} // namespace ct::server::front

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/compat/httpserver.h"
#include "shared/base/clock.h"

namespace ct::server::application {

/// Whether the caller has what it asks for already, by If-None-Match or, without that,
/// If-Modified-Since. `entityTag` with its quotes.
bool isUnchanged(const compat::Call &call, QByteArrayView entityTag, WallTime changed);

} // namespace ct::server::application

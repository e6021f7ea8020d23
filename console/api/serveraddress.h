// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QUrl>

namespace ct::console::api {

/// The server a person means by what they typed: without a scheme https, the path ending in "/",
/// so that routes can be resolved against it. InvalidInput for what is no http(s) address and for
/// one with a password, which would end up in the settings.
Result<QUrl> serverAddress(const QString &typed);

} // namespace ct::console::api

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QJsonValue>
#include <QString>

namespace ct::server::auth {

/// What a person typed as their name, trimmed: 1 to 64 characters, none that breaks lines or
/// turns the direction of the text around it. InvalidInput for anything else.
Result<QString> checkedUserName(const QJsonValue &typed);

/// What a person typed as their e-mail address, trimmed; empty when there is none. Nobody has
/// shown that it is theirs. InvalidInput for what does not look like an address.
Result<QString> checkedEmail(const QJsonValue &typed);

} // namespace ct::server::auth

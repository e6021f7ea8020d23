// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/tokenservice.h"
#include "server/config/serverconfig.h"

namespace ct::server::app {

/// Where the signing keys lie that no setting gives.
QString tokenKeyFile(const config::ServerConfig &config);

/// The signing keys, given by settings or in their file, which is made when it is missing.
/// Thread: any; blocks.
Result<QList<auth::SigningKey>> tokenKeys(const config::ServerConfig &config, RandomSource &random);

/// Puts a new key into the file, for a server that runs or not, and says what to do next; refuses
/// where a setting gives the key. Thread: any; blocks.
Result<QString> rotateTokenKey(const config::ServerConfig &config);

} // namespace ct::server::app

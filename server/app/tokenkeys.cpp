// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/tokenkeys.h"

using namespace Qt::StringLiterals;

namespace ct::server::app {

QString tokenKeyFile(const config::ServerConfig &config)
{
    return config.stateDir + u"/token-keys"_s;
}

Result<QList<auth::SigningKey>> tokenKeys(const config::ServerConfig &config, RandomSource &random)
{
    return auth::loadSigningKeys(
        tokenKeyFile(config), config.auth.jwtKey, config.auth.formerJwtKey, random);
}

Result<QString> rotateTokenKey(const config::ServerConfig &config)
{
    if (!config.auth.jwtKey.isEmpty())
        return Error {
            ErrorCode::Conflict,
            u"The token key is given by OCT_JWT_PRIVATE_KEY: give another there, this one as "
            "CT_JWT_FORMER_KEY, and send SIGHUP"_s};
    SystemRandom random;
    const auto rotated = auth::rotateSigningKeys(tokenKeyFile(config), random);
    if (!rotated)
        return rotated.error();
    return u"%1 has a new key. A running server takes it with SIGHUP. Logins of the former key go "
           "on until the next rotation."_s.arg(tokenKeyFile(config));
}

} // namespace ct::server::app

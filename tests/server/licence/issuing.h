// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/licence/ed25519.h"
#include "server/licence/licencejudge.h"

namespace issuing {

using namespace ct::server::licence;

/// A key pair of this run, and licences that it signs.
struct Office {
    KeyPair keys = made();
    Issuer issuer {keys.publicKey, 0};

    Licence issue(const QString &lastDay, const QString &connections = QStringLiteral("250")) const
    {
        Licence licence {
            QStringLiteral("Größe & Söhne AG"),
            connections,
            lastDay,
            QStringLiteral("https://locator.example.com"),
            {}};
        const auto signature = sign(signedBytes(licence), keys.privatePem);
        licence.signature = signature ? keyText(*signature) : QString();
        return licence;
    }

private:
    static KeyPair made()
    {
        auto keys = generateKeys();
        return keys ? *std::move(keys) : KeyPair {};
    }
};

} // namespace issuing

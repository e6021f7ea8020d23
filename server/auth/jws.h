// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/tokenservice.h"

#include <QByteArray>

#include <cjose/jwk.h>
#include <memory>
#include <optional>

namespace ct::server::auth {

/// Signs and verifies compact JWS with one key, HS256 only. Thread: any, many at once.
class JwsKey
{
public:
    explicit JwsKey(const SigningKey &key);

    /// The first segment of everything that sign() makes. It names algorithm and key id.
    const QByteArray &header() const { return m_header; }
    /// Empty only when the library fails.
    QByteArray sign(const QByteArray &payload) const;
    /// What `token` says, when it has our header and this key's signature.
    std::optional<QByteArray> verify(QByteArrayView token) const;

private:
    struct Release {
        void operator()(cjose_jwk_t *key) const;
    };

    QByteArray m_id;
    // One key serves all threads: cjose's reference counts are plain integers, but only retain and
    // release touch them; signing and verifying take the key const and read its bytes alone. So it
    // is made once, released once, and never retained in between.
    std::unique_ptr<cjose_jwk_t, Release> m_key;
    QByteArray m_header;
};

} // namespace ct::server::auth

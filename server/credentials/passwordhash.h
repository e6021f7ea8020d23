// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace ct::server::credentials {

// Argon2id by libsodium, m = 19 MiB, t = 2, p = 1: some 70 ms each, so never on an event loop.
// Thread: any.

/// Empty when memory for it was lacking.
QByteArray hashPassword(const QByteArray &password);
bool isPassword(const QByteArray &hash, const QByteArray &password);

/// HMAC-like: BLAKE2b of `text` under a key that only this process knows. For tables and tokens.
class KeyedHash
{
public:
    /// With a fresh key.
    KeyedHash();

    /// 32 bytes.
    QByteArray of(const QByteArray &text) const;

private:
    QByteArray m_key;
};

/// In a time that does not tell where they differ.
bool isSame(const QByteArray &one, const QByteArray &other);

} // namespace ct::server::credentials

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/clients/sourcefolder.h"

#include <QHash>

namespace ct::server::clients {

/// Which files may be served, by the word of whoever holds the key: `SHA256SUMS` in the packages'
/// folder, as `sha256sum` prints it, with an Ed25519 signature of its bytes in `SHA256SUMS.sig`
/// (the 64 bytes, as `openssl pkeyutl -sign -rawin` writes them). Immutable. Thread: any.
class Manifest
{
public:
    static Result<Manifest> read(const SourceFolder &folder, const QByteArray &publicKey);

    /// Whether that file, by its path from the folder on, has to have this digest (hexadecimal).
    bool names(const QString &path, const QByteArray &sha256) const
    {
        return !sha256.isEmpty() && m_digests.value(path) == sha256;
    }
    bool operator==(const Manifest &) const = default;

private:
    QHash<QString, QByteArray> m_digests;
};

} // namespace ct::server::clients

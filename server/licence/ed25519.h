// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

/// Ed25519 signatures (RFC 8032) by OpenSSL. Thread: any.
namespace ct::server::licence {

inline constexpr qsizetype publicKeySize = 32;
inline constexpr qsizetype signatureSize = 64;

struct KeyPair {
    /// PKCS #8 in PEM form.
    QByteArray privatePem;
    /// The 32 bytes.
    QByteArray publicKey;
};

Result<KeyPair> generateKeys();
Result<QByteArray> sign(const QByteArray &bytes, const QByteArray &privatePem);
/// False, too, for keys and signatures of another size.
bool isSignedBy(const QByteArray &bytes, const QByteArray &signature, const QByteArray &publicKey);

/// Base64 as in URLs, without padding. Only the one text that the bytes would be written as is
/// read, so that no bit of it can be changed without notice.
QString keyText(const QByteArray &bytes);
QByteArray bytesOf(const QString &text);

} // namespace ct::server::licence

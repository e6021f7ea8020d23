// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace ct::server::net {

/// A certificate chain, the server's own first, and its key.
struct PemPair {
    QList<QSslCertificate> chain;
    QSslKey key;
};

/// Reads both and tries them as a handshake would. The Error names the file and what is wrong:
/// unreadable, encrypted, weak, not belonging together. Thread: any.
Result<PemPair> loadPemPair(const QString &certificateFile, const QString &keyFile);

/// SHA-256, as "AB:CD:…".
QByteArray fingerprintOf(const QSslCertificate &certificate);

} // namespace ct::server::net

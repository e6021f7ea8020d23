// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/pempair.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>
#include <utility>

namespace ct::server::net {

/// The server's side of TLS: 1.2 and 1.3, forward secrecy and AEAD only, ALPN http/1.1, one
/// certificate. New connections take current(); those there already keep what they began with.
/// Thread: any.
class TlsContext
{
public:
    /// What is in use, for health report and log.
    struct Facts {
        QString subject;
        WallTime notBefore {};
        WallTime notAfter {};
        /// SHA-256, as "AB:CD:…".
        QByteArray fingerprint;
        /// Sentences worth a line in the log: expired, soon to expire, key open to others.
        QStringList warnings;
    };

    /// Fails as loadPemPair() does. `clock` outlives the context.
    static Result<std::unique_ptr<TlsContext>> open(
        const QString &certificateFile, const QString &keyFile, const Clock &clock);

    /// Reads both files again; on failure everything stays as it was.
    Status reload();
    QSslConfiguration current() const;
    Facts facts() const;

private:
    TlsContext(QString certificateFile, QString keyFile, const Clock &clock)
        : m_certificateFile(std::move(certificateFile)),
          m_keyFile(std::move(keyFile)),
          m_clock(clock)
    { }

    Facts factsOf(const PemPair &pair) const;

    QString m_certificateFile;
    QString m_keyFile;
    const Clock &m_clock;

    mutable std::mutex m_mutex;
    // Guarded by m_mutex:
    QSslConfiguration m_current;
    Facts m_facts;
};

} // namespace ct::server::net

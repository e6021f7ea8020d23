// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/netconfig.h"
#include "server/net/pempair.h"
#include "server/net/sslcontext.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>

namespace ct::server::net {

/// What a TlsContext is made of.
struct TlsSource {
    QString certificateFile;
    QString keyFile;
    TlsVersions versions = TlsVersions::Both;
};

/// The server's side of TLS, with one certificate. New connections take current(); those there
/// already keep what they began with. Thread: any.
class TlsContext
{
public:
    /// What is in use, for health report and log.
    struct Facts {
        QString subject;
        QString issuer;
        bool isSelfSigned = false;
        /// Hosts and addresses that it is good for.
        QStringList names;
        WallTime notBefore {};
        WallTime notAfter {};
        /// SHA-256, as "AB:CD:…".
        QByteArray fingerprint;
        /// Sentences worth a line in the log: expired, soon to expire, key open to others.
        QStringList warnings;
    };

    /// Fails as loadPemPair() does. `clock` outlives the context.
    static Result<std::unique_ptr<TlsContext>> open(const TlsSource &source, const Clock &clock);

    /// Reads both files again, or others; on failure everything stays as it was. Blocks on them.
    Status reload(const TlsSource &source);
    SslContext current() const;
    Facts facts() const;

private:
    explicit TlsContext(const Clock &clock) : m_clock(clock) { }

    Facts factsOf(const PemPair &pair, const TlsSource &source) const;

    const Clock &m_clock;

    mutable std::mutex m_mutex;
    // Guarded by m_mutex:
    SslContext m_current;
    Facts m_facts;
};

} // namespace ct::server::net

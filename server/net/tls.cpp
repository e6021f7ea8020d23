// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/tls.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSslCipher>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

constexpr std::chrono::hours soon {14 * 24};

WallTime wallTime(const QDateTime &time)
{
    return WallTime(std::chrono::seconds(time.toSecsSinceEpoch()));
}

bool isWanted(const QSslCipher &cipher)
{
    const QString name = cipher.name();
    if (name.startsWith("TLS_"_L1))
        return name.contains("GCM"_L1) || name.contains("CHACHA20"_L1);
    const bool isAead = name.contains("AES128-GCM"_L1) || name.contains("AES256-GCM"_L1)
        || name.contains("CHACHA20"_L1);
    return isAead && (name.startsWith("ECDHE-RSA-"_L1) || name.startsWith("ECDHE-ECDSA-"_L1));
}

QList<QSslCipher> wantedCiphers()
{
    QList<QSslCipher> ciphers = QSslConfiguration::supportedCiphers();
    ciphers.removeIf([](const QSslCipher &cipher) { return !isWanted(cipher); });
    return ciphers;
}

QSslConfiguration configurationOf(const PemPair &pair)
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(wantedCiphers());
    configuration.setLocalCertificateChain(pair.chain);
    configuration.setPrivateKey(pair.key);
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    // Else every socket loads the system's certificates to verify nobody with.
    configuration.setCaCertificates({});
    // Qt makes an SSL_CTX per socket, so a ticket could never be taken up: no keys for nothing.
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    configuration.setSslOption(QSsl::SslOptionDisableCompression, true);
    configuration.setSslOption(QSsl::SslOptionDisableLegacyRenegotiation, true);
    return configuration;
}

} // namespace

Result<std::unique_ptr<TlsContext>> TlsContext::open(
    const QString &certificateFile, const QString &keyFile, const Clock &clock)
{
    std::unique_ptr<TlsContext> context(new TlsContext(certificateFile, keyFile, clock));
    if (const Status loaded = context->reload(); !loaded)
        return loaded.error();
    return context;
}

Status TlsContext::reload()
{
    const Result<PemPair> pair = loadPemPair(m_certificateFile, m_keyFile);
    if (!pair)
        return pair.error();
    QSslConfiguration configuration = configurationOf(*pair);
    Facts facts = factsOf(*pair);
    const std::lock_guard lock(m_mutex);
    m_current.swap(configuration);
    std::swap(m_facts, facts);
    return {};
}

QSslConfiguration TlsContext::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

TlsContext::Facts TlsContext::facts() const
{
    const std::lock_guard lock(m_mutex);
    return m_facts;
}

TlsContext::Facts TlsContext::factsOf(const PemPair &pair) const
{
    const QSslCertificate &leaf = pair.chain.constFirst();
    Facts facts;
    facts.subject = leaf.subjectDisplayName();
    facts.notBefore = wallTime(leaf.effectiveDate());
    facts.notAfter = wallTime(leaf.expiryDate());
    facts.fingerprint = fingerprintOf(leaf);

    const WallTime now = m_clock.wallNow();
    const QString certificate = u"certificate "_s + m_certificateFile;
    const QString end = leaf.expiryDate().toString(Qt::ISODate);
    if (now >= facts.notAfter)
        facts.warnings.append(certificate + u" has expired on "_s + end);
    else if (facts.notAfter - now < soon)
        facts.warnings.append(certificate + u" expires on "_s + end);
    if (now < facts.notBefore)
        facts.warnings.append(
            certificate + u" is not valid before "_s + leaf.effectiveDate().toString(Qt::ISODate));
    if (QFileInfo(m_keyFile).permissions() & (QFile::ReadOther | QFile::WriteOther))
        facts.warnings.append(
            u"private key "_s + m_keyFile + u" is open to every user of this machine; chmod 600"_s);
    return facts;
}

} // namespace ct::server::net

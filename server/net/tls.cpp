// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/tls.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

constexpr std::chrono::hours soon {14 * 24};

WallTime wallTime(const QDateTime &time)
{
    return WallTime(std::chrono::seconds(time.toSecsSinceEpoch()));
}

} // namespace

Result<std::unique_ptr<TlsContext>> TlsContext::open(const TlsSource &source, const Clock &clock)
{
    std::unique_ptr<TlsContext> context(new TlsContext(clock));
    if (const Status loaded = context->reload(source); !loaded)
        return loaded.error();
    return context;
}

Status TlsContext::reload(const TlsSource &source)
{
    const Result<PemPair> pair = loadPemPair(source.certificateFile, source.keyFile);
    if (!pair)
        return pair.error();
    const Result<SslContext> made = makeSslContext(*pair, source.versions);
    if (!made)
        return made.error();
    SslContext context = *made;
    Facts facts = factsOf(*pair, source);
    const std::lock_guard lock(m_mutex);
    m_current.swap(context);
    std::swap(m_facts, facts);
    return {};
}

SslContext TlsContext::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

TlsContext::Facts TlsContext::facts() const
{
    const std::lock_guard lock(m_mutex);
    return m_facts;
}

TlsContext::Facts TlsContext::factsOf(const PemPair &pair, const TlsSource &source) const
{
    const QSslCertificate &leaf = pair.chain.constFirst();
    Facts facts;
    facts.subject = leaf.subjectDisplayName();
    facts.issuer = leaf.issuerDisplayName();
    facts.isSelfSigned = leaf.isSelfSigned();
    facts.names = QStringList(leaf.subjectAlternativeNames().values());
    facts.names.sort();
    facts.notBefore = wallTime(leaf.effectiveDate());
    facts.notAfter = wallTime(leaf.expiryDate());
    facts.fingerprint = fingerprintOf(leaf);

    const WallTime now = m_clock.wallNow();
    const QString certificate = u"certificate "_s + source.certificateFile;
    const QString end = leaf.expiryDate().toString(Qt::ISODate);
    if (now >= facts.notAfter)
        facts.warnings.append(certificate + u" has expired on "_s + end);
    else if (facts.notAfter - now < soon)
        facts.warnings.append(certificate + u" expires on "_s + end);
    if (now < facts.notBefore)
        facts.warnings.append(
            certificate + u" is not valid before "_s + leaf.effectiveDate().toString(Qt::ISODate));
    if (QFileInfo(source.keyFile).permissions() & (QFile::ReadOther | QFile::WriteOther))
        facts.warnings.append(
            u"private key "_s + source.keyFile
            + u" is open to every user of this machine; chmod 600"_s);
    return facts;
}

} // namespace ct::server::net

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/diagnosis.h"
#include "server/net/pempair.h"

#include <QDateTime>
#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

bool isReadable(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly);
}

bool isFor(const QSslCertificate &certificate, const QString &host)
{
    auto *x509 = static_cast<X509 *>(certificate.handle());
    const QByteArray name = QUrl::toAce(host);
    if (!QHostAddress(host).isNull())
        return X509_check_ip_asc(x509, qPrintable(host), 0) == 1;
    return X509_check_host(
               x509, name.constData(), static_cast<std::size_t>(name.size()), 0, nullptr)
        == 1;
}

QList<Finding> checkTimes(const QSslCertificate &certificate, const QString &file)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (certificate.expiryDate() < now)
        return {
            {u"certificate-expired"_s,
             u"CT_TLS_CERTIFICATE"_s,
             u"The certificate %1 has expired on %2: name a new one"_s.arg(
                 file, certificate.expiryDate().toUTC().toString(Qt::ISODate))}};
    if (certificate.effectiveDate() > now)
        return {
            {u"certificate-not-yet"_s,
             u"CT_TLS_CERTIFICATE"_s,
             u"The certificate %1 is good from %2 on only"_s.arg(
                 file, certificate.effectiveDate().toUTC().toString(Qt::ISODate))}};
    return {};
}

} // namespace

QList<Finding> checkTls(const config::ServerConfig &config)
{
    const QString &file = config.net.certificateFile;
    const QString &key = config.net.privateKeyFile;
    if (!config.net.httpsEnabled || file.isEmpty())
        return {};
    if (!isReadable(file))
        return {
            {u"certificate-unreadable"_s,
             u"CT_TLS_CERTIFICATE"_s,
             u"The certificate %1 can't be read by this user"_s.arg(file)}};
    if (!isReadable(key))
        return {
            {u"key-unreadable"_s,
             u"CT_TLS_KEY"_s,
             u"The key %1 can't be read by this user"_s.arg(key)}};
    const auto pair = net::loadPemPair(file, key);
    if (!pair)
        return {{u"certificate-unusable"_s, u"CT_TLS_CERTIFICATE"_s, pair.error().message}};
    const QSslCertificate &certificate = pair->chain.constFirst();
    QList<Finding> findings = checkTimes(certificate, file);
    const QString host = QUrl(config.serverUrl).host();
    if (!host.isEmpty() && !isFor(certificate, host))
        findings.append(
            {u"certificate-host"_s,
             u"CT_TLS_CERTIFICATE"_s,
             u"The certificate %1 is not for %2, where people reach this server (CT_SERVER_URL)"_s
                 .arg(file, host)});
    return findings;
}

} // namespace ct::server::controltool

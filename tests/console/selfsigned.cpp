// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/selfsigned.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace ct::test {

namespace {

/// `name`.pem and `name`.key in the folder.
bool make(
    const QTemporaryDir &folder,
    const QString &name,
    const QString &subject,
    const QStringList &further = {})
{
    const QStringList arguments {
        u"req"_s,
        u"-x509"_s,
        u"-newkey"_s,
        u"ec"_s,
        u"-pkeyopt"_s,
        u"ec_paramgen_curve:prime256v1"_s,
        u"-nodes"_s,
        u"-days"_s,
        u"2"_s,
        u"-subj"_s,
        u"/CN="_s + subject,
        u"-keyout"_s,
        folder.filePath(name + u".key"_s),
        u"-out"_s,
        folder.filePath(name + u".pem"_s)};
    QProcess openssl;
    openssl.start(u"openssl"_s, arguments + further);
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

QSslConfiguration serverOf(const QTemporaryDir &folder, const QString &name)
{
    QFile key(folder.filePath(name + u".key"_s));
    if (!key.open(QIODevice::ReadOnly))
        return {};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(folder.filePath(name + u".pem"_s)));
    tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    return tls;
}

} // namespace

QSslConfiguration selfSigned()
{
    const QTemporaryDir folder;
    if (!make(folder, u"server"_s, u"localhost"_s))
        return {};
    return serverOf(folder, u"server"_s);
}

Authority::Authority()
{
    make(m_folder, u"authority"_s, u"Test Authority"_s);
}

QSslCertificate Authority::certificate() const
{
    return QSslCertificate::fromPath(m_folder.filePath(u"authority.pem"_s)).value(0);
}

QSslConfiguration Authority::issue() const
{
    const QStringList byAuthority {
        u"-CA"_s,
        m_folder.filePath(u"authority.pem"_s),
        u"-CAkey"_s,
        m_folder.filePath(u"authority.key"_s),
        u"-addext"_s,
        u"subjectAltName=IP:127.0.0.1"_s};
    if (!make(m_folder, u"server"_s, u"localhost"_s, byAuthority))
        return {};
    QSslConfiguration tls = serverOf(m_folder, u"server"_s);
    tls.setLocalCertificateChain(tls.localCertificateChain() + QList {certificate()});
    return tls;
}

} // namespace ct::test

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/selfsigned.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace ct::test {

QSslConfiguration selfSigned()
{
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(u"certificate.pem"_s);
    QFile key(folder.filePath(u"key.pem"_s));
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
        u"/CN=localhost"_s,
        u"-keyout"_s,
        key.fileName(),
        u"-out"_s,
        certificate};
    QProcess openssl;
    openssl.start(u"openssl"_s, arguments);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0 || !key.open(QIODevice::ReadOnly))
        return {};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
    tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    return tls;
}

} // namespace ct::test

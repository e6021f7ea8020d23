// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/certificates.h"

#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace ct::server::auditfeed {

Result<QSslConfiguration> tlsTowards(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty())
        return configuration;
    const QList<QSslCertificate> authorities = QSslCertificate::fromPath(caFile, QSsl::Pem);
    if (authorities.isEmpty())
        return Error {ErrorCode::NotFound, u"%1 holds no certificate (CT_AUDIT_CA)"_s.arg(caFile)};
    configuration.setCaCertificates(authorities);
    return configuration;
}

} // namespace ct::server::auditfeed

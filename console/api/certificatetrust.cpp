// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/certificatetrust.h"

#include <QCryptographicHash>
#include <QSslCertificate>

namespace ct::console::api {

namespace {

QStringList complaintsOf(const QList<QSslError> &errors)
{
    QStringList complaints;
    for (const QSslError &error : errors) {
        if (!complaints.contains(error.errorString()))
            complaints.append(error.errorString());
    }
    return complaints;
}

Certificate describe(const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    Certificate facts;
    facts.sha256 = certificate.digest(QCryptographicHash::Sha256);
    facts.subject = certificate.subjectDisplayName();
    facts.issuer = certificate.issuerDisplayName();
    facts.begins = certificate.effectiveDate();
    facts.expires = certificate.expiryDate();
    facts.complaints = complaintsOf(errors);
    return facts;
}

} // namespace

QSslConfiguration CertificateTrust::configuration() const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!m_remembered.isEmpty())
        tls.setCaCertificates({});
    return tls;
}

std::optional<Certificate> CertificateTrust::doubt(
    const QSslConfiguration &connection, const QList<QSslError> &errors) const
{
    Certificate facts = describe(connection.peerCertificate(), errors);
    if (facts.sha256 == m_remembered || m_once.contains(facts.sha256))
        return std::nullopt;
    if (m_remembered.isEmpty() && errors.isEmpty())
        return std::nullopt;
    // Those that no authority counted for would be no use to who is asked.
    if (!m_remembered.isEmpty())
        facts.complaints = complaintsOf(
            QSslCertificate::verify(connection.peerCertificateChain(), m_server.host()));
    facts.host = m_server.authority();
    facts.remembered = m_remembered;
    return facts;
}

} // namespace ct::console::api

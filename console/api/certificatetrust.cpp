// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/certificatetrust.h"

#include <QCryptographicHash>

namespace ct::console::api {

namespace {

Certificate describe(const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    Certificate facts;
    facts.sha256 = certificate.digest(QCryptographicHash::Sha256);
    facts.subject = certificate.subjectDisplayName();
    facts.issuer = certificate.issuerDisplayName();
    facts.begins = certificate.effectiveDate();
    facts.expires = certificate.expiryDate();
    for (const QSslError &error : errors) {
        if (!facts.complaints.contains(error.errorString()))
            facts.complaints.append(error.errorString());
    }
    return facts;
}

} // namespace

std::optional<Certificate> CertificateTrust::doubt(
    const QSslCertificate &certificate, const QList<QSslError> &errors) const
{
    Certificate facts = describe(certificate, errors);
    if (facts.sha256 == m_remembered || m_once.contains(facts.sha256))
        return std::nullopt;
    if (m_remembered.isEmpty() && errors.isEmpty())
        return std::nullopt;
    facts.host = m_server.authority();
    facts.remembered = m_remembered;
    return facts;
}

} // namespace ct::console::api

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/licenceoperations.h"

#include "shared/protocol/admin/licence.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using licence::Licence;

Licence licenceOf(const wire::LicenceTexts &texts)
{
    return {texts.licensee, texts.maxConnections, texts.expiration, texts.locator, texts.signature};
}

QString stateName(const licence::LicenceStatus &status)
{
    return QLatin1StringView(licence::licenceStateNames.at(static_cast<std::size_t>(status.state)));
}

/// For the audit; the signature is nobody's business.
QString nameOf(const Licence &licence)
{
    if (licence.isEmpty())
        return u"none"_s;
    return u"%1, %2 connections, until %3"_s.arg(
        licence.licensee, licence.maxConnections, licence.expiration);
}

/// What changes with every guest is no part of what is changed.
QJsonObject versionOf(QJsonObject detail)
{
    detail.remove("seatsUsed"_L1);
    return detail;
}

} // namespace

LicenceOperations::LicenceOperations(OperationTable &table, Services services)
    : m_services(std::move(services))
{
    table.bind("getLicence", [this](const Call &, const Done &done) { done(tagged()); });
    table.bind(
        "previewLicence", [this](const Call &call, const Done &done) { preview(call, done); });
    table.bind(
        "installLicence", [this](const Call &call, const Done &done) { install(call, done); });
    table.bind("removeLicence", [this](const Call &call, const Done &done) { remove(call, done); });
}

QJsonObject LicenceOperations::detailOf(const licence::LicenceStatus &status) const
{
    const Licence &licence = status.licence;
    wire::LicenceDetail detail;
    detail.state = stateName(status);
    detail.texts
        = {licence.licensee,
           licence.maxConnections,
           licence.expiration,
           licence.locator,
           licence.signature};
    if (!licence.isEmpty()) {
        for (const licence::LicenceCheck &check : m_services.licensing.checks(licence))
            detail.checks.append({check.name, check.isPassed, check.fault});
    }
    if (status.daysLeft)
        detail.daysLeft = *status.daysLeft;
    detail.clockSetBack = status.isClockSetBack;
    detail.limit = status.limit;
    detail.seatsUsed = m_services.seatsUsed();
    detail.managedByEnvironment = m_services.isManaged();
    return protocol::FieldWriter::objectOf(detail);
}

Answer LicenceOperations::tagged() const
{
    const QJsonObject detail = present();
    return taggedAnswer(detail, versionOf(detail));
}

void LicenceOperations::preview(const Call &call, const Done &done) const
{
    if (const auto texts = takeMessage<wire::LicenceTexts>(call, done))
        done(jsonAnswer(detailOf(m_services.licensing.preview(licenceOf(*texts)))));
}

bool LicenceOperations::mayChange(const Call &call, const Done &done) const
{
    if (m_services.isManaged()) {
        done(problemAnswer(
            409,
            u"managed-by-environment"_s,
            u"The licence is managed by the settings"_s,
            u"Change CT_LICENSEE and its companions, or take them away"_s));
        return false;
    }
    if (const auto fault = preconditionFault(call, versionOf(present()))) {
        done(*fault);
        return false;
    }
    return true;
}

void LicenceOperations::install(const Call &call, const Done &done)
{
    const auto texts = takeMessage<wire::LicenceTexts>(call, done);
    if (!texts || !mayChange(call, done))
        return;
    const Licence licence = licenceOf(*texts);
    QList<wire::FieldFault> faults;
    for (const licence::LicenceCheck &check : m_services.licensing.checks(licence)) {
        if (!check.isPassed)
            faults.append({check.name, check.fault});
    }
    if (!faults.isEmpty())
        return done(fieldProblem(faults));
    change(call, u"admin.licence.install"_s, licence, done);
}

void LicenceOperations::remove(const Call &call, const Done &done)
{
    if (mayChange(call, done))
        change(call, u"admin.licence.remove"_s, {}, done);
}

void LicenceOperations::change(
    const Call &call, const QString &kind, const Licence &to, const Done &done)
{
    if (std::exchange(m_isChanging, true))
        return done(changingAnswer());
    const QString detail = nameOf(m_services.licensing.status().licence) + u" → "_s + nameOf(to);
    const auto finish = [this, done](const Answer &answer) {
        m_isChanging = false;
        done(answer);
    };
    m_services.ledger.before(
        this,
        m_services.ledger.entry(call, kind, u"licence"_s, detail),
        finish,
        [this, to, finish] {
            m_services.licensing.install(to, [this, finish](const Status &installed) {
                finish(installed ? tagged() : problemAnswer(installed.error()));
            });
        });
}

} // namespace ct::server::admin

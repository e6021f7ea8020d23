// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/settingoperations.h"

#include "server/config/settings.h"
#include "shared/protocol/admin/certificate.h"
#include "shared/protocol/admin/settings.h"

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;

/// How the setting of a name is made.
QHash<QString, config::Setting> settingsByName()
{
    QHash<QString, config::Setting> settings;
    for (const config::Setting &setting : config::allSettings())
        settings.insert(setting.name, setting);
    return settings;
}

wire::SettingFacts factsOf(const config::Assignment &assignment, const config::Setting &setting)
{
    return {
        assignment.name,
        assignment.value,
        config::sourceName(assignment.source),
        assignment.place,
        setting.group,
        setting.isSecret,
        setting.takesEffect == config::TakesEffect::AtStart,
        setting.help};
}

std::chrono::milliseconds time(WallTime at)
{
    return std::chrono::milliseconds(store::milliseconds(at));
}

} // namespace

SettingOperations::SettingOperations(OperationTable &table, Services services)
    : m_services(std::move(services))
{
    table.bind("getConfiguration", [this](const Call &, const Done &done) { tellSettings(done); });
    table.bind("reloadConfiguration", [this](const Call &call, const Done &done) {
        reload(call, u"admin.reload"_s, done);
    });
    table.bind(
        "getCertificate", [this](const Call &, const Done &done) { done(certificateAnswer()); });
    table.bind("reloadCertificate", [this](const Call &call, const Done &done) {
        reloadCertificate(call, done);
    });
}

void SettingOperations::tellSettings(const Done &done) const
{
    const auto settings = settingsByName();
    wire::Configuration configuration;
    for (const config::Assignment &assignment : m_services.inForce().assignments)
        configuration.settings.append(factsOf(assignment, settings.value(assignment.name)));
    done(answerOf(configuration));
}

Answer SettingOperations::certificateAnswer() const
{
    const net::TlsContext::Facts facts = m_services.certificate();
    return answerOf(wire::CertificateFacts {
        facts.subject,
        facts.issuer,
        facts.names,
        time(facts.notBefore),
        time(facts.notAfter),
        QString::fromLatin1(facts.fingerprint),
        facts.isSelfSigned,
        facts.warnings});
}

void SettingOperations::reload(const Call &call, const QString &kind, const Done &done)
{
    m_services.ledger.before(
        this, m_services.ledger.entry(call, kind, u"server"_s), done, [this, done] {
            m_services.reload(
                [done](const protocol::ReloadAnswer &report) { done(jsonAnswer(toJson(report))); });
        });
}

void SettingOperations::reloadCertificate(const Call &call, const Done &done)
{
    m_services.ledger.before(
        this,
        m_services.ledger.entry(call, u"admin.certificate.reload"_s, u"certificate"_s),
        done,
        [this, done] {
            m_services.reload([this, done](const protocol::ReloadAnswer &report) {
                if (report.errors.isEmpty())
                    return done(certificateAnswer());
                done(problemAnswer({ErrorCode::Conflict, report.errors.join(u' ')}));
            });
        });
}

} // namespace ct::server::admin

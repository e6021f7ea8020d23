// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demoadministration.h"

#include "shared/protocol/admin/signin.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

namespace wire = protocol::admin;
using protocol::FieldReader;
using protocol::FieldWriter;

constexpr int csrfLength = 24;
constexpr int secretLength = 43;
constexpr std::chrono::minutes idle {30};
constexpr std::chrono::hours longest {12};
const QString dateFormat = u"yyyy/MM/dd"_s;

/// What keeps a message from being read.
DemoAnswer notReadable(const Error &error)
{
    return problemAnswer(400, u"This is not what is expected here"_s, error.message);
}

} // namespace

DemoAdministration::DemoAdministration(DemoTable &table, const DemoGround &ground)
    : m_ground(ground)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(demoTime(ground.clock).count()).date();
    m_licence = {
        u"Example Works"_s, u"50"_s, today.addDays(84).toString(dateFormat), QString(), u"demo"_s};
    m_metrics.mode = u"prometheus"_s;
    m_metrics.statsdPort = 8125;
    m_metrics.statsdProtocol = u"UDP"_s;
    m_metrics.statsdPrefix = u"codetogether"_s;
    m_metrics.modes = {u"none"_s, u"statsd"_s, u"prometheus"_s, u"both"_s};
    bindSignIn(table);
    bindTokens(table);
    bindLicence(table);
    bindMetrics(table);
}

void DemoAdministration::bindSignIn(DemoTable &table)
{
    const auto signedIn = [this](const DemoCall &) {
        return messageAnswer(wire::SignedIn {
            m_credentials.user,
            QString::fromLatin1(randomId(m_ground.random, csrfLength)),
            idle,
            longest});
    };
    table.bind("signIn", signedIn);
    table.bind("getSignIn", signedIn);
    table.bind("signOut", [](const DemoCall &) { return nothingAnswer(); });
    table.bind("getCredentials", [this](const DemoCall &) { return messageAnswer(m_credentials); });
    table.bind("setCredentials", [this](const DemoCall &call) { return setCredentials(call); });
}

DemoAnswer DemoAdministration::setCredentials(const DemoCall &call)
{
    const auto wanted = FieldReader::messageOf<wire::NewCredentials>(call.body);
    if (!wanted)
        return notReadable(wanted.error());
    if (const auto fault = outdated(call, FieldWriter::objectOf(m_credentials)))
        return *fault;
    m_ground.audit.add(
        u"credentials.set"_s,
        u"demo"_s,
        u"dashboard"_s,
        u"user %1 → %2"_s.arg(m_credentials.user, wanted->user));
    m_credentials.user = wanted->user;
    ++m_credentials.revision;
    return messageAnswer(m_credentials);
}

void DemoAdministration::bindTokens(DemoTable &table)
{
    table.bind(
        "listTokens", [this](const DemoCall &) { return messageAnswer(wire::Tokens {m_tokens}); });
    table.bind("makeToken", [this](const DemoCall &call) { return makeToken(call); });
    table.bind("revokeToken", [this](const DemoCall &call) { return revokeToken(call); });
}

DemoAnswer DemoAdministration::makeToken(const DemoCall &call)
{
    const auto wanted = FieldReader::messageOf<wire::NewToken>(call.body);
    if (!wanted)
        return notReadable(wanted.error());
    wire::Token token;
    token.id = QString::fromLatin1(randomId(m_ground.random));
    token.name = wanted->name;
    token.createdBy = m_credentials.user;
    token.createdMs = demoTime(m_ground.clock);
    token.expiresMs = token.createdMs + std::chrono::days(wanted->days);
    token.scope = wanted->scope.value_or(token.scope);
    m_tokens.append(token);
    m_ground.audit.add(u"admin.token.make"_s, u"demo"_s, token.name);
    const QString secret = QString::fromLatin1(randomId(m_ground.random, secretLength));
    return messageAnswer(wire::MadeToken {token, secret}, 201);
}

DemoAnswer DemoAdministration::revokeToken(const DemoCall &call)
{
    const QString id = call.arguments.constFirst();
    const auto isIt = [&id](const wire::Token &token) {
        return token.id == id;
    };
    if (m_tokens.removeIf(isIt) == 0)
        return problemAnswer(404, u"There is no such token"_s);
    m_ground.audit.add(u"admin.token.revoke"_s, u"demo"_s, id);
    return nothingAnswer();
}

wire::LicenceDetail DemoAdministration::detailOf(const wire::LicenceTexts &texts) const
{
    wire::LicenceDetail detail;
    detail.texts = texts;
    detail.seatsUsed = m_ground.sessions.participants();
    if (texts.licensee.isEmpty()) {
        detail.state = u"none"_s;
        return detail;
    }
    const QDate today = QDateTime::fromMSecsSinceEpoch(demoTime(m_ground.clock).count()).date();
    const qint64 left = today.daysTo(QDate::fromString(texts.expiration, dateFormat));
    detail.state = left < 0 ? u"expired"_s : left < 30 ? u"expiring"_s : u"valid"_s;
    detail.daysLeft = left;
    detail.limit = texts.maxConnections.toLongLong();
    for (const QString &name : {u"complete"_s, u"connections"_s, u"issuer"_s, u"signature"_s})
        detail.checks.append({name, true, {}});
    detail.checks.append({u"expiration"_s, left >= 0, left < 0 ? u"It has expired"_s : QString()});
    return detail;
}

void DemoAdministration::bindLicence(DemoTable &table)
{
    table.bind(
        "getLicence", [this](const DemoCall &) { return messageAnswer(detailOf(m_licence)); });
    table.bind("previewLicence", [this](const DemoCall &call) {
        const auto texts = FieldReader::messageOf<wire::LicenceTexts>(call.body);
        return texts ? messageAnswer(detailOf(*texts)) : notReadable(texts.error());
    });
    table.bind("installLicence", [this](const DemoCall &call) {
        const auto texts = FieldReader::messageOf<wire::LicenceTexts>(call.body);
        return texts ? setLicence(call, *texts) : notReadable(texts.error());
    });
    table.bind("removeLicence", [this](const DemoCall &call) { return setLicence(call, {}); });
}

DemoAnswer DemoAdministration::setLicence(const DemoCall &call, const wire::LicenceTexts &texts)
{
    // The seats change by themselves, and whoever looked at them may go on.
    if (call.ifMatch.isEmpty())
        return problemAnswer(428, u"If-Match is needed"_s);
    m_ground.audit.add(
        texts.licensee.isEmpty() ? u"admin.licence.remove"_s : u"admin.licence.install"_s,
        u"demo"_s,
        u"licence"_s,
        m_licence.licensee + u" → "_s + texts.licensee);
    m_licence = texts;
    return messageAnswer(detailOf(m_licence));
}

void DemoAdministration::bindMetrics(DemoTable &table)
{
    table.bind(
        "getMetricsIntegration", [this](const DemoCall &) { return messageAnswer(m_metrics); });
    table.bind("setMetricsIntegration", [this](const DemoCall &call) { return setMetrics(call); });
    table.bind("testMetricsIntegration", [](const DemoCall &) {
        return messageAnswer(wire::MetricsTrials {
            {{u"prometheus"_s,
              true,
              u"A scrape brings 61 lines"_s,
              61,
              std::chrono::milliseconds(3)}}});
    });
}

DemoAnswer DemoAdministration::setMetrics(const DemoCall &call)
{
    const auto wanted = FieldReader::messageOf<wire::NewMetricsIntegration>(call.body);
    if (!wanted)
        return notReadable(wanted.error());
    if (const auto fault = outdated(call, FieldWriter::objectOf(m_metrics)))
        return *fault;
    m_ground.audit.add(
        u"admin.metrics.set"_s, u"demo"_s, u"metrics"_s, m_metrics.mode + u" → "_s + wanted->mode);
    m_metrics.mode = wanted->mode;
    m_metrics.statsdHost = wanted->statsdHost;
    m_metrics.statsdPort = wanted->statsdPort;
    m_metrics.statsdProtocol = wanted->statsdProtocol;
    m_metrics.statsdPrefix = wanted->statsdPrefix;
    if (wanted->prometheusToken)
        m_metrics.prometheusToken = !wanted->prometheusToken->isEmpty();
    return messageAnswer(m_metrics);
}

} // namespace ct::console::demo

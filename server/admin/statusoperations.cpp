// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/statusoperations.h"

#include "server/admin/answers.h"
#include "server/store/usagehistory.h"
#include "shared/base/version.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;

constexpr int mostDays = 30;
constexpr std::chrono::hours step {1};

/// The API's own document; it is always there.
Answer document()
{
    QFile file(u":/openapi/admin-v1.json"_s);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    return {
        isThere ? 200 : 500,
        {{"Content-Type", "application/json"},
         {"Cache-Control", "no-store"},
         {"X-Content-Type-Options", "nosniff"}},
        isThere ? file.readAll() : QByteArray()};
}

QString statusName(protocol::HealthStatus status)
{
    switch (status) {
    case protocol::HealthStatus::Ok:
        return u"ok"_s;
    case protocol::HealthStatus::Starting:
        return u"starting"_s;
    case protocol::HealthStatus::Draining:
        break;
    }
    return u"draining"_s;
}

wire::HealthPart partOf(const QString &name, const std::optional<Error> &fault)
{
    return {name, !fault, fault ? fault->message : QString()};
}

wire::HealthPart licencePart(const licence::LicenceStatus &status)
{
    using licence::LicenceState;
    const bool isGood = status.state == LicenceState::None || status.state == LicenceState::Valid
        || status.state == LicenceState::Expiring;
    const auto state = static_cast<std::size_t>(status.state);
    const QString name = QLatin1StringView(licence::licenceStateNames.at(state));
    return {u"licence"_s, isGood, status.fault.isEmpty() ? name : name + u": "_s + status.fault};
}

wire::HealthPart certificatePart(const net::TlsContext::Facts &facts, WallTime now)
{
    const bool isGood = now >= facts.notBefore && now < facts.notAfter;
    return {u"certificate"_s, isGood, facts.warnings.join(u"; "_s)};
}

std::optional<qint64> limitOf(qint64 limit)
{
    return limit > 0 ? std::optional(limit) : std::nullopt;
}

QList<wire::Metric> metricsOf(const metrics::ServerFigures &figures, qint64 mostSessions)
{
    const std::chrono::duration<double> lag(figures.meanLag());
    const qint64 lagMicroseconds = std::chrono::round<std::chrono::microseconds>(lag).count();
    return {
        {u"usersOnline"_s, figures.front.usersConnected},
        {u"sessionsActive"_s, figures.front.sessions, limitOf(mostSessions)},
        {u"sessionConnections"_s,
         figures.front.connectedParticipants,
         limitOf(figures.licence.seatsLimit)},
        {u"serverLag"_s, lagMicroseconds},
        {u"sessionsHosted"_s, static_cast<qint64>(figures.hostedInAll())},
        {u"clientDownloads"_s, static_cast<qint64>(figures.downloads.total())}};
}

} // namespace

StatusOperations::StatusOperations(OperationTable &table, StatusServices services)
    : m_services(std::move(services)),
      m_started(m_services.clock.now())
{
    table.bind("getDocument", [](const Call &, const Done &done) { done(document()); });
    table.bind("getVersion", [](const Call &, const Done &done) {
        done(answerOf(
            wire::Version {u"codetogether-edge"_s, QString::fromLatin1(productVersion), u"1"_s}));
    });
    table.bind("getHealth", [this](const Call &, const Done &done) { done(answerOf(health())); });
    table.bind("getOverview", [this](const Call &, const Done &done) {
        overview([done](const wire::Overview &overview) { done(answerOf(overview)); });
    });
    table.bind(
        "getUsageHistory", [this](const Call &call, const Done &done) { tellHistory(call, done); });
    table.bind(
        "getSeatHistory", [this](const Call &call, const Done &done) { tellSeats(call, done); });
}

wire::HealthDetail StatusOperations::health() const
{
    wire::HealthDetail detail;
    detail.status = statusName(m_services.health());
    detail.pid = QCoreApplication::applicationPid();
    detail.uptimeSeconds
        = std::chrono::floor<std::chrono::seconds>(m_services.clock.now() - m_started);
    detail.parts
        = {partOf(u"store"_s, m_services.store.fault()),
           partOf(u"logging"_s, m_services.logFault()),
           certificatePart(m_services.certificate(), m_services.clock.wallNow()),
           licencePart(m_services.licence())};
    detail.parts += m_services.auditFeed();
    return detail;
}

void StatusOperations::overview(const std::function<void(const wire::Overview &)> &done) const
{
    m_services.gather([this, done](const metrics::ServerFigures &figures) {
        done(
            {std::chrono::milliseconds(store::milliseconds(m_services.clock.wallNow())),
             metricsOf(figures, m_services.mostSessions())});
    });
}

std::optional<WallTime> StatusOperations::sinceOf(const Call &call, const Done &done) const
{
    bool isNumber = call.text(u"days"_s).isEmpty();
    const int days = isNumber ? mostDays : call.text(u"days"_s).toInt(&isNumber);
    if (isNumber && days >= 1 && days <= mostDays)
        return m_services.clock.wallNow() - std::chrono::days(days);
    done(problemAnswer({ErrorCode::InvalidInput, u"days is a number from 1 to 30"_s}));
    return std::nullopt;
}

void StatusOperations::tellHistory(const Call &call, const Done &done)
{
    using Points = QList<wire::UsagePoint>;
    const auto since = sinceOf(call, done);
    if (!since)
        return;
    m_services.store.ask<Points>(
        this,
        [since = *since](store::Database &database) {
            return store::usageHistory(database, since, step);
        },
        [done](const Result<Points> &points) {
            if (!points)
                return done(problemAnswer(points.error()));
            done(answerOf(wire::UsageHistory {step, *points}));
        });
}

void StatusOperations::tellSeats(const Call &call, const Done &done)
{
    using Points = QList<wire::SeatPoint>;
    const auto since = sinceOf(call, done);
    if (!since)
        return;
    m_services.store.ask<Points>(
        this,
        [since = *since](store::Database &database) {
            return store::seatHistory(database, since, step);
        },
        [done](const Result<Points> &points) {
            if (!points)
                return done(problemAnswer(points.error()));
            done(answerOf(wire::SeatHistory {step, *points}));
        });
}

} // namespace ct::server::admin

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/administration.h"

#include "server/store/exports.h"
#include "shared/base/version.h"

#include <QSysInfo>
#include <QUrl>

using namespace Qt::StringLiterals;
using ct::server::credentials::Verdict;

namespace ct::server::app {

namespace {

constexpr int shownEntries = 50;
constexpr std::chrono::seconds tidyEvery {10};
constexpr std::chrono::hours month {24 * 30};
constexpr quint16 httpsDefault = 443;

using Stored = std::optional<credentials::StoredCredentials>;
using LastSample = std::optional<WallTime>;

Result<Stored> readStored(store::Database &database)
{
    const auto kept = store::keptCredentials(database);
    if (!kept)
        return kept.error();
    return *kept ? Stored({(*kept)->user, (*kept)->hash}) : Stored();
}

Result<LastSample> readLastSample(store::Database &database)
{
    const auto rows = database.select({u"usage_last"_s});
    if (!rows)
        return rows.error();
    const QVariant last = rows->constFirst().constFirst();
    if (last.isNull())
        return LastSample();
    return LastSample(WallTime(std::chrono::milliseconds(last.toLongLong())));
}

Result<QJsonObject> readHistory(store::Database &database, WallTime now)
{
    const auto activity = store::recentActivity(database, shownEntries);
    if (!activity)
        return activity.error();
    const auto statistics = store::statistics(database, now - month, now);
    if (!statistics)
        return statistics.error();
    return QJsonObject {{u"activity"_s, *activity}, {u"month"_s, *statistics}};
}

Result<QList<QByteArray>> readTables(store::Database &database)
{
    const auto sessions = store::sessionCsv(database);
    if (!sessions)
        return sessions.error();
    const auto downloads = store::downloadCsv(database);
    if (!downloads)
        return downloads.error();
    return QList<QByteArray> {*sessions, *downloads};
}

} // namespace

Administration::Administration(AdministrationServices services)
    : m_services(std::move(services)),
      m_started(m_services.clock.now()),
      m_usageLog(m_services.writer, m_services.logging, m_services.clock),
      m_sampler(
          m_services.clock,
          m_services.usageInterval,
          m_services.count,
          [this](const UsageSample &sample) { keep(sample); }),
      m_pageSessions(m_services.credentials, m_services.clock, m_services.random),
      m_gate(
          m_services.credentials,
          m_services.auth,
          m_services.clock,
          [this](const credentials::Gate::Event &event) { audit(event); }),
      m_inForce(m_services.credentials)
{ }

Stored Administration::stored()
{
    const auto answer = m_services.store.wait<Stored>(readStored);
    return answer ? *answer : Stored();
}

void Administration::start()
{
    m_selection = credentials::select(m_services.credentials, stored(), m_services.random);
    m_gate.useNow(m_selection);
    connect(&m_tidying, &QTimer::timeout, this, [this] { m_gate.throttle().tidy(); });
    m_tidying.start(tidyEvery);
    m_services.store.ask<LastSample>(this, readLastSample, [this](const Result<LastSample> &last) {
        m_sampler.begin(last ? *last : LastSample());
    });
}

QString Administration::dashboardAddress() const
{
    if (const QString url = m_services.serverUrl(); !url.isEmpty())
        return url + u"/dashboard"_s;
    const quint16 port = m_services.httpsPort();
    QString address = u"https://"_s + QSysInfo::machineHostName();
    if (port != 0 && port != httpsDefault)
        address += u':' + QString::number(port);
    return address + u"/dashboard"_s;
}

void Administration::announce()
{
    for (const QString &remark : std::as_const(m_selection.remarks))
        m_services.log.warn(remark);
    if (!m_selection.isGenerated)
        return;
    // The one place where a password is written down: nobody else knows it, and it is gone at the
    // next start.
    m_services.log.info(
        u"This Edge server's metrics dashboard can be accessed at %1"_s.arg(dashboardAddress()));
    m_services.log.info(u"with user: %1"_s.arg(m_selection.user));
    m_services.log.info(
        u"using a temporary password: %1"_s.arg(QString::fromLatin1(m_selection.password)));
    m_services.log.info(
        u"Use CT_DASHBOARD_USER and CT_DASHBOARD_PASSWORD to set explicit values for this deployment."_s);
    m_selection.password.clear();
}

void Administration::reload(
    const credentials::CredentialsConfig &credentials, const auth::AuthConfig &limits)
{
    m_gate.apply(limits);
    m_inForce = credentials;
    ++m_reloads;
    m_services.store.ask<Stored>(this, readStored, [this](const Result<Stored> &stored) {
        take(stored ? *stored : Stored(), [this] { settle(); });
    });
}

void Administration::take(const Stored &stored, std::function<void()> done)
{
    auto selection = credentials::select(m_inForce, stored, m_services.random);
    const bool isSame = selection.origin == m_selection.origin && selection.user == m_selection.user
        && selection.hash == m_selection.hash;
    // A password that was made here stays good until the next start.
    const bool isKept = selection.isGenerated && m_selection.isGenerated;
    if (isSame && (isKept || selection.password == m_selection.password))
        return done();
    m_gate.use(selection, [this, selection, done = std::move(done)] {
        m_selection = selection;
        m_pageSessions.closeAll();
        announce();
        m_services.log.info(u"The dashboard's credentials were read again (%1)"_s.arg(
            credentials::originText(selection.origin)));
        done();
    });
}

void Administration::settle()
{
    if (--m_reloads > 0)
        return;
    for (const auto &done : std::exchange(m_unsettled, {}))
        done();
}

void Administration::whenSettled(std::function<void()> done)
{
    if (m_reloads == 0)
        return done();
    m_unsettled.push_back(std::move(done));
}

void Administration::setCredentials(
    const credentials::Pair &pair,
    const store::CredentialsActor &actor,
    const std::function<void(const Result<credentials::Origin> &)> &done)
{
    if (const QString fault = credentials::storingFault(pair); !fault.isEmpty())
        return done(Error {ErrorCode::InvalidInput, fault});
    const auto work = [password = pair.password] {
        return credentials::hashPassword(password);
    };
    const auto hashed = [this, user = pair.user, actor, done](const QByteArray &hash) {
        if (hash.isEmpty())
            return done(Error {ErrorCode::Unavailable, u"There is no memory for the hash"_s});
        keep({user, hash}, actor, done);
    };
    if (!m_hashes.run(work, hashed))
        done(Error {ErrorCode::Unavailable, u"Too many wait already, try again later"_s});
}

void Administration::keep(
    const credentials::StoredCredentials &kept,
    const store::CredentialsActor &actor,
    const std::function<void(const Result<credentials::Origin> &)> &done)
{
    const store::Record record = store::credentialsRecord(
        {kept.user, kept.hash},
        {actor.name, actor.address, m_selection.user},
        m_services.clock.wallNow());
    m_services.store.keep(this, record, [this, stored = kept, done](const Status &written) {
        if (!written)
            return done(Error {
                ErrorCode::Unavailable,
                u"The database has not taken the credentials, see server.log"_s});
        take(stored, [this, stored, done] {
            done(credentials::select(m_inForce, stored, m_services.random).origin);
        });
    });
}

void Administration::audit(const credentials::Gate::Event &event)
{
    const bool isLocked = event.lock.count() > 0;
    const bool isAccepted = event.kind == Verdict::Kind::Accepted;
    const QString refusal = isLocked ? u"dashboard.locked"_s : u"dashboard.refused"_s;
    store::Record record;
    record.audit = store::AuditEntry {
        m_services.clock.wallNow(),
        isAccepted ? u"dashboard.login"_s : refusal,
        event.user,
        QString::fromLatin1(event.address),
        u"dashboard"_s,
        isLocked ? u"locked for %1 s"_s.arg(event.lock.count()) : QString()};
    m_services.store.append(std::move(record));
    if (isLocked)
        m_services.log.warn(u"Dashboard login locked for %1 s after failures from %2"_s.arg(
            QString::number(event.lock.count()), QString::fromLatin1(event.address)));
}

void Administration::keep(const UsageSample &sample)
{
    const LiveNumbers &numbers = sample.numbers;
    m_usageLog.write({sample.at, numbers.usersOnline, numbers.usersInSessions, sample.wasRunning});
    // Nobody knows how it was while the server was down; without a limit there is none.
    const int limit = m_services.seats.limit();
    const QVariant seats = sample.wasRunning ? m_services.seats.takeMost() : QVariant();
    const QVariant seatsLimit = sample.wasRunning && limit > 0 ? limit : QVariant();
    store::Record record;
    record.statements.append(
        {u"usage_append"_s,
         {store::milliseconds(sample.at),
          numbers.usersOnline,
          numbers.usersInSessions,
          numbers.sessions,
          sample.wasRunning ? 1 : 0,
          seats,
          seatsLimit}});
    m_services.store.append(std::move(record));
}

void Administration::tellNumbers(const std::function<void(const QJsonObject &)> &done) const
{
    m_services.count([this, done](const LiveNumbers &numbers) {
        const auto uptime
            = std::chrono::floor<std::chrono::seconds>(m_services.clock.now() - m_started);
        done(
            {{u"usersOnline"_s, numbers.usersOnline},
             {u"usersInSessions"_s, numbers.usersInSessions},
             {u"sessions"_s, numbers.sessions},
             {u"connections"_s, numbers.connections},
             {u"licence"_s, toJson(m_services.licence.summary())},
             {u"uptimeSeconds"_s, qint64 {uptime.count()}},
             {u"version"_s, QString::fromLatin1(productVersion)},
             {u"degraded"_s, m_services.degraded()}});
    });
}

application::DashboardServices Administration::dashboard()
{
    return {
        m_gate,
        m_pageSessions,
        m_services.random,
        m_services.clock,
        {m_services.serverUrl, m_services.httpsPort},
        m_services.logging.folder,
        [this](const auto &done) { tellNumbers(done); },
        [this](std::function<void(const Result<QJsonObject> &)> done) {
            m_services.store.ask<QJsonObject>(
                this,
                [now = m_services.clock.wallNow()](store::Database &database) {
                    return readHistory(database, now);
                },
                std::move(done));
        },
        [this](std::function<void(const Result<QList<QByteArray>> &)> done) {
            m_services.store.ask<QList<QByteArray>>(this, readTables, std::move(done));
        }};
}

} // namespace ct::server::app

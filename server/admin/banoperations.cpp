// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/banoperations.h"

#include "server/store/keptbans.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using session::Ban;
using session::BanList;

constexpr qint64 mostMinutes = 366LL * 24 * 60;
constexpr std::chrono::seconds loadAgain {10};
constexpr int idLength = 12;

std::chrono::milliseconds time(WallTime at)
{
    return std::chrono::milliseconds(store::milliseconds(at));
}

constexpr QLatin1StringView account {"account"};
constexpr QLatin1StringView address {"address"};

QString nameOf(Ban::By by)
{
    return by == Ban::By::Account ? account : address;
}

Ban banOf(const store::KeptBan &kept)
{
    Ban ban {kept.id};
    ban.by = kept.by == account ? Ban::By::Account : Ban::By::Address;
    ban.key = kept.key;
    ban.who = kept.who;
    ban.createdBy = kept.createdBy;
    ban.created = kept.created;
    ban.until = kept.until;
    return ban;
}

/// One that ends with its session is not kept.
store::Record recordOf(const Ban &ban, const store::AuditEntry &entry)
{
    if (ban.until)
        return store::banRecord(
            {ban.id, nameOf(ban.by), ban.key, ban.who, ban.createdBy, ban.created, *ban.until},
            entry);
    store::Record record;
    record.audit = entry;
    return record;
}

wire::Ban wireOf(const Ban &ban)
{
    wire::Ban told {
        ban.id,
        QString::fromLatin1(ban.session),
        nameOf(ban.by),
        ban.who,
        ban.createdBy,
        time(ban.created)};
    if (ban.until)
        told.untilMs = time(*ban.until);
    return told;
}

QString nameOf(const auth::User &user)
{
    return user.email.isEmpty() ? user.name : u"%1 <%2>"_s.arg(user.name, user.email);
}

QList<wire::FieldFault> faultsOf(const wire::NewBan &wanted)
{
    QList<wire::FieldFault> faults;
    if (wanted.by != account && wanted.by != address)
        faults.append({u"by"_s, u"It is account or address"_s});
    if (wanted.minutes && (*wanted.minutes < 1 || *wanted.minutes > mostMinutes))
        faults.append({u"minutes"_s, u"It is 1 to %1"_s.arg(mostMinutes)});
    return faults;
}

Answer tooMany()
{
    return problemAnswer({ErrorCode::Conflict, u"There are too many bans: lift some first"_s});
}

} // namespace

BanOperations::BanOperations(OperationTable &table, const Services &services) : m_services(services)
{
    load();
    table.bind("listBans", [this](const Call &, const Done &done) { list(done); });
    table.bind("banParticipant", [this](const Call &call, const Done &done) { ban(call, done); });
    table.bind("liftBan", [this](const Call &call, const Done &done) { lift(call, done); });
}

void BanOperations::load()
{
    using Bans = QList<store::KeptBan>;
    m_services.store.ask<Bans>(
        this,
        [now = m_services.clock.wallNow()](store::Database &database) {
            return store::keptBans(database, now);
        },
        [this](const Result<Bans> &kept) {
            if (!kept)
                return QTimer::singleShot(loadAgain, this, &BanOperations::load);
            for (const store::KeptBan &one : *kept)
                m_services.sessions.bans().add(banOf(one));
        });
}

QByteArray BanOperations::version() const
{
    return QByteArray::number(m_services.sessions.bans().changes());
}

void BanOperations::list(const Done &done) const
{
    wire::Bans bans;
    for (const Ban &one : m_services.sessions.bans().all(m_services.clock.wallNow()))
        bans.bans.append(wireOf(one));
    done(answerOf(bans));
}

void BanOperations::ban(const Call &call, const Done &done)
{
    const auto wanted = takeMessage<wire::NewBan>(call, done);
    if (!wanted)
        return;
    if (const auto faults = faultsOf(*wanted); !faults.isEmpty())
        return done(fieldProblem(faults));
    const auto found = [this, call, wanted = *wanted, done](
                           const Result<session::SessionFacts> &facts) {
        if (!facts)
            return done(problemAnswer(facts.error()));
        const QByteArray id = wanted.participant.toLatin1();
        const auto who = std::find_if(
            facts->participants.begin(), facts->participants.end(), [&id](const auto &one) {
                return one.id == id;
            });
        if (who == facts->participants.end())
            return done(problemAnswer({ErrorCode::NotFound, u"There is no such participant"_s}));
        if (who->isHost)
            return done(problemAnswer(
                {ErrorCode::Conflict, u"A session ends with its host: end the session instead"_s}));
        banParticipant(call, wanted, *who, done);
    };
    m_services.sessions.describeOne(call.arguments.constFirst().toLatin1(), this, found);
}

void BanOperations::banParticipant(
    const Call &call,
    const wire::NewBan &wanted,
    const session::ParticipantFacts &who,
    const Done &done)
{
    const WallTime now = m_services.clock.wallNow();
    if (m_services.sessions.bans().all(now).size() >= BanList::most)
        return done(tooMany());
    const QString session = call.arguments.constFirst();
    const bool isAccount = wanted.by == account;
    Ban made {QString::fromLatin1(randomId(m_services.random, idLength))};
    made.by = isAccount ? Ban::By::Account : Ban::By::Address;
    made.key = isAccount ? Ban::accountKey(who.user) : Ban::addressKey(who.address);
    made.who = isAccount ? nameOf(who.user) : made.key;
    made.createdBy = call.caller.name;
    made.created = now;
    if (wanted.minutes)
        made.until = now + std::chrono::minutes(*wanted.minutes);
    else
        made.session = session.toLatin1();
    const QString scope = wanted.minutes ? u"every session for %1 minutes"_s.arg(*wanted.minutes)
                                         : u"the session"_s;
    const store::AuditEntry entry = m_services.ledger.entry(
        call, u"admin.ban.make"_s, session, u"%1 %2, from %3"_s.arg(wanted.by, made.who, scope));
    m_services.ledger.before(this, recordOf(made, entry), done, [this, made, done] {
        if (!m_services.sessions.bans().add(made))
            return done(tooMany());
        m_services.sessions.enforceBans(u"Banned by an administrator (%1)"_s.arg(made.createdBy));
        done(answerOf(wireOf(made), 201));
    });
}

void BanOperations::lift(const Call &call, const Done &done)
{
    const QString id = call.arguments.constFirst();
    const auto bans = m_services.sessions.bans().all(m_services.clock.wallNow());
    const auto found
        = std::find_if(bans.begin(), bans.end(), [&id](const Ban &ban) { return ban.id == id; });
    if (found == bans.end())
        return done(problemAnswer({ErrorCode::NotFound, u"There is no such ban, or it is over"_s}));
    const store::AuditEntry entry = m_services.ledger.entry(
        call, u"admin.ban.lift"_s, QString::fromLatin1(found->session), found->who);
    m_services.ledger.before(this, store::banRemoval(id, entry), done, [this, id, done] {
        m_services.sessions.bans().remove(id);
        done(emptyAnswer());
    });
}

} // namespace ct::server::admin

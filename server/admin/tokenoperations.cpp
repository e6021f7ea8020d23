// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/tokenoperations.h"

#include "server/store/keptapitokens.h"
#include "shared/protocol/admin/tokens.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using credentials::ApiToken;
using credentials::ApiTokens;
using Kept = QList<store::KeptApiToken>;

constexpr qsizetype longestName = 80;
constexpr qint64 mostDays = 366;
constexpr std::chrono::seconds loadAgain {10};
constexpr std::chrono::minutes keepUsesEvery {5};

ApiToken tokenOf(const store::KeptApiToken &kept)
{
    return {
        kept.id,
        kept.name,
        kept.hash,
        kept.createdBy,
        kept.created,
        kept.expires,
        kept.isReadOnly,
        kept.used};
}

wire::Token wireOf(const ApiToken &token, WallTime now)
{
    wire::Token told {
        token.id,
        token.name,
        token.createdBy,
        std::chrono::milliseconds(store::milliseconds(token.created)),
        std::chrono::milliseconds(store::milliseconds(token.expires)),
        now >= token.expires,
        token.isReadOnly ? u"read"_s : u"full"_s};
    if (token.used)
        told.lastUsedMs = std::chrono::milliseconds(store::milliseconds(*token.used));
    return told;
}

bool isPrintable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.isPrint(); });
}

/// What is wrong with what is wanted, field by field.
QList<wire::FieldFault> faultsOf(const wire::NewToken &wanted)
{
    QList<wire::FieldFault> faults;
    const QString name = wanted.name.trimmed();
    if (name.isEmpty() || name.size() > longestName || !isPrintable(name))
        faults.append({u"name"_s, u"A name has 1 to %1 letters"_s.arg(longestName)});
    if (wanted.days < 1 || wanted.days > mostDays)
        faults.append({u"days"_s, u"A token is good for 1 to %1 days"_s.arg(mostDays)});
    if (wanted.scope && *wanted.scope != "full"_L1 && *wanted.scope != "read"_L1)
        faults.append({u"scope"_s, u"It is full or read"_s});
    return faults;
}

} // namespace

TokenOperations::TokenOperations(OperationTable &table, const Services &services)
    : m_services(services)
{
    load();
    connect(&m_uses, &QTimer::timeout, this, &TokenOperations::keepUses);
    m_uses.start(keepUsesEvery);
    table.bind("listTokens", [this](const Call &, const Done &done) { list(done); });
    table.bind("makeToken", [this](const Call &call, const Done &done) { make(call, done); });
    table.bind("revokeToken", [this](const Call &call, const Done &done) { revoke(call, done); });
}

TokenOperations::~TokenOperations()
{
    keepUses();
}

void TokenOperations::keepUses()
{
    for (const ApiToken &token : m_services.tokens.all()) {
        if (!token.used || m_usesKept.value(token.id) == *token.used)
            continue;
        m_usesKept.insert(token.id, *token.used);
        m_services.store.append(store::apiTokenUse(token.id, *token.used));
    }
}

void TokenOperations::load()
{
    m_services.store.ask<Kept>(this, store::keptApiTokens, [this](const Result<Kept> &kept) {
        if (!kept)
            return QTimer::singleShot(loadAgain, this, &TokenOperations::load);
        for (const store::KeptApiToken &token : *kept) {
            m_services.tokens.add(tokenOf(token));
            if (token.used)
                m_usesKept.insert(token.id, *token.used);
        }
    });
}

void TokenOperations::list(const Done &done) const
{
    wire::Tokens tokens;
    for (const ApiToken &token : m_services.tokens.all())
        tokens.tokens.append(wireOf(token, m_services.clock.wallNow()));
    done(answerOf(tokens));
}

void TokenOperations::make(const Call &call, const Done &done)
{
    const auto wanted = takeMessage<wire::NewToken>(call, done);
    if (!wanted)
        return;
    if (const auto faults = faultsOf(*wanted); !faults.isEmpty())
        return done(fieldProblem(faults));
    if (m_services.tokens.all().size() >= ApiTokens::most)
        return done(problemAnswer(
            {ErrorCode::Conflict, u"There are too many tokens: revoke some first"_s}));
    const QByteArray secret = ApiTokens::make(m_services.random);
    const WallTime now = m_services.clock.wallNow();
    const store::KeptApiToken kept {
        QString::fromLatin1(randomId(m_services.random, 12)),
        wanted->name.trimmed(),
        ApiTokens::hashOf(secret),
        call.caller.name,
        now,
        now + std::chrono::days(wanted->days),
        wanted->scope == "read"_L1};
    const store::AuditEntry entry = m_services.ledger.entry(
        call,
        u"admin.token.make"_s,
        kept.id,
        u"\"%1\" for %2 days"_s.arg(kept.name, QString::number(wanted->days))
            + (kept.isReadOnly ? u", for reading"_s : QString()));
    m_services.ledger.before(
        this, store::apiTokenRecord(kept, entry), done, [this, kept, secret, now, done] {
            m_services.tokens.add(tokenOf(kept));
            done(answerOf(
                wire::MadeToken {wireOf(tokenOf(kept), now), QString::fromLatin1(secret)}, 201));
        });
}

void TokenOperations::revoke(const Call &call, const Done &done)
{
    const QString id = call.arguments.constFirst();
    const auto token = m_services.tokens.byId(id);
    if (!token)
        return done(problemAnswer({ErrorCode::NotFound, u"There is no such token"_s}));
    const store::AuditEntry entry
        = m_services.ledger.entry(call, u"admin.token.revoke"_s, id, u"\"%1\""_s.arg(token->name));
    m_services.ledger.before(this, store::apiTokenRemoval(id, entry), done, [this, id, done] {
        m_services.tokens.remove(id);
        m_usesKept.remove(id);
        done(emptyAnswer());
    });
}

} // namespace ct::server::admin

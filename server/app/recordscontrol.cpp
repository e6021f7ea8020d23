// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/recordscontrol.h"

#include "shared/protocol/audit.h"
#include "shared/protocol/paths.h"

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

namespace paths = protocol::paths;
using application::ControlCommand;
using compat::Method;

/// Between which other records have their turn.
constexpr int checkedAtOnce = 10'000;
constexpr int mostEntries = 1'000;

/// Puts the number of a query into its place; false when it is none.
template<typename T>
bool takeNumber(const QUrlQuery &query, const QString &name, T &place)
{
    if (!query.hasQueryItem(name))
        return true;
    bool isNumber = false;
    const qint64 number = query.queryItemValue(name).toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > std::numeric_limits<T>::max())
        return false;
    place = static_cast<T>(number);
    return true;
}

Result<store::AuditFilter> filterOf(const QUrlQuery &query)
{
    const auto text = [&query](const QString &name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    store::AuditFilter filter {text(u"kind"_s), text(u"actor"_s), text(u"subject"_s)};
    const bool isGood = takeNumber(query, u"since"_s, filter.sinceMs)
        && takeNumber(query, u"until"_s, filter.untilMs)
        && takeNumber(query, u"before"_s, filter.before)
        && takeNumber(query, u"limit"_s, filter.most) && filter.most <= mostEntries;
    if (!isGood)
        return Error {
            ErrorCode::InvalidInput,
            u"since, until and before are whole numbers, limit is one up to %1"_s.arg(mostEntries)};
    return filter;
}

protocol::AuditItem itemOf(const store::KeptAuditEntry &kept)
{
    const store::AuditEntry &what = kept.what;
    return {
        kept.entry,
        std::chrono::milliseconds(store::milliseconds(what.at)),
        what.kind,
        what.actor,
        what.address,
        what.subject,
        what.detail};
}

} // namespace

RecordsControl::RecordsControl(store::Store &store, Administration &administration)
    : m_store(store),
      m_administration(administration)
{ }

QList<ControlCommand> RecordsControl::commands()
{
    using application::controlCommand;
    return {
        controlCommand(Method::Get, paths::controlAudit, this, &RecordsControl::showAudit),
        controlCommand(Method::Get, paths::controlAuditVerify, this, &RecordsControl::verifyAudit),
        controlCommand(
            Method::Post, paths::controlCredentials, this, &RecordsControl::setCredentials)};
}

void RecordsControl::showAudit(const Request &request, const Answer &answer)
{
    const auto filter = filterOf(request.query);
    if (!filter)
        return answer(filter.error());
    using Entries = QList<store::KeptAuditEntry>;
    m_store.ask<Entries>(
        this,
        [filter = *filter](store::Database &database) {
            return store::auditEntries(database, filter);
        },
        [answer](const Result<Entries> &entries) {
            if (!entries)
                return answer(entries.error());
            protocol::AuditPage page;
            for (const store::KeptAuditEntry &entry : *entries)
                page.entries.append(itemOf(entry));
            answer(toJson(page));
        });
}

void RecordsControl::verifyAudit(const Request & /*request*/, const Answer &answer)
{
    verifyFrom({}, answer);
}

void RecordsControl::verifyFrom(const store::AuditCheck &soFar, const Answer &answer)
{
    m_store.ask<store::AuditCheck>(
        this,
        [soFar](store::Database &database) {
            return store::checkAudit(database, soFar, checkedAtOnce);
        },
        [this, answer](const Result<store::AuditCheck> &check) {
            if (!check)
                return answer(check.error());
            if (!check->isComplete && check->fault.isEmpty())
                return verifyFrom(*check, answer);
            answer(toJson(
                protocol::AuditVerdict {check->fault.isEmpty(), check->checked, check->fault}));
        });
}

void RecordsControl::setCredentials(const Request &request, const Answer &answer)
{
    const auto change = protocol::fromJson<protocol::CredentialsChange>(request.body);
    if (!change)
        return answer(change.error());
    m_administration.setCredentials(
        {change->user, change->password.toUtf8()},
        {request.actor},
        [answer, user = change->user](const Result<credentials::Origin> &origin) {
            if (!origin)
                return answer(origin.error());
            answer(toJson(protocol::CredentialsAnswer {
                user, credentials::originText(*origin), *origin == credentials::Origin::Stored}));
        });
}

} // namespace ct::server::app

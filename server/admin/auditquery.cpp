// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/auditquery.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

/// Between which other records have their turn.
constexpr int checkedAtOnce = 10'000;

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

std::optional<protocol::PurgedAudit> purgedOf(const store::AuditAnchor &anchor)
{
    if (anchor.last == 0)
        return std::nullopt;
    return protocol::PurgedAudit {
        anchor.last, anchor.purged, std::chrono::milliseconds(anchor.purgedMs)};
}

/// What was found, and where all of it begins.
struct Found {
    QList<store::KeptAuditEntry> entries;
    store::AuditAnchor anchor;
};

Result<Found> find(store::Database &database, const store::AuditFilter &filter)
{
    auto entries = store::auditEntries(database, filter);
    if (!entries)
        return entries.error();
    const auto anchor = store::auditAnchor(database);
    if (!anchor)
        return anchor.error();
    return Found {*std::move(entries), *anchor};
}

void verifyFrom(
    store::Store &store, QObject *context, const store::AuditCheck &soFar, const VerdictDone &done)
{
    store.ask<store::AuditCheck>(
        context,
        [soFar](store::Database &database) {
            return store::checkAudit(database, soFar, checkedAtOnce);
        },
        [&store, context, done](const Result<store::AuditCheck> &check) {
            if (!check)
                return done(check.error());
            if (!check->isComplete && check->fault.isEmpty())
                return verifyFrom(store, context, *check, done);
            done(protocol::AuditVerdict {
                check->fault.isEmpty(), check->checked, check->fault, purgedOf(check->anchor)});
        });
}

} // namespace

Result<store::AuditFilter> auditFilterOf(const QUrlQuery &query)
{
    const auto text = [&query](const QString &name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    store::AuditFilter filter {text(u"kind"_s), text(u"actor"_s), text(u"subject"_s)};
    const bool isGood = takeNumber(query, u"since"_s, filter.sinceMs)
        && takeNumber(query, u"until"_s, filter.untilMs)
        && takeNumber(query, u"before"_s, filter.before)
        && takeNumber(query, u"limit"_s, filter.most) && filter.most <= mostAuditEntries;
    if (!isGood)
        return Error {
            ErrorCode::InvalidInput,
            u"since, until and before are whole numbers, limit is one up to %1"_s.arg(
                mostAuditEntries)};
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

void askAudit(
    store::Store &store, QObject *context, const store::AuditFilter &filter, const PageDone &done)
{
    store.ask<Found>(
        context,
        [filter](store::Database &database) { return find(database, filter); },
        [done, most = filter.most](const Result<Found> &found) {
            if (!found)
                return done(found.error());
            protocol::AuditPage page;
            page.purged = purgedOf(found->anchor);
            for (const store::KeptAuditEntry &entry : found->entries)
                page.entries.append(itemOf(entry));
            if (most > 0 && page.entries.size() == most)
                page.next = page.entries.constLast().entry;
            done(page);
        });
}

void verifyAudit(store::Store &store, QObject *context, const VerdictDone &done)
{
    verifyFrom(store, context, {}, done);
}

} // namespace ct::server::admin

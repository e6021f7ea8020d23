// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/auditoperations.h"

#include "server/admin/auditquery.h"
#include "server/store/csv.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

constexpr std::size_t mostVerifying = 32;

QByteArray linesOf(const protocol::AuditPage &page)
{
    QByteArray text;
    for (const protocol::AuditItem &item : page.entries)
        text += protocol::toBytes(toJson(item)) + '\n';
    return text;
}

QByteArray csvOf(const protocol::AuditPage &page)
{
    QByteArray text = "entry,at,kind,actor,address,subject,detail\r\n";
    for (const protocol::AuditItem &item : page.entries) {
        text += QByteArray::number(item.entry) + ','
            + store::csvTime(qint64 {item.at.count()}).toLatin1();
        for (const QString &field :
             {item.kind, item.actor, item.address, item.subject, item.detail})
            text += ',' + store::csvField(field);
        text += "\r\n";
    }
    return text;
}

/// Where the entries that follow are, by the same query.
QByteArray nextOf(const Call &call, qint64 next)
{
    QUrlQuery query = call.query;
    query.removeAllQueryItems(u"before"_s);
    query.addQueryItem(u"before"_s, QString::number(next));
    return "<?" + query.toString(QUrl::FullyEncoded).toLatin1() + R"(>; rel="next")";
}

Answer fileAnswer(const Call &call, const protocol::AuditPage &page, bool isCsv)
{
    const QByteArray name = isCsv ? "audit.csv" : "audit.ndjson";
    Answer answer {
        200,
        {{"Content-Type", isCsv ? "text/csv; charset=utf-8" : "application/x-ndjson"},
         {"Content-Disposition", "attachment; filename=\"" + name + '"'},
         {"X-Content-Type-Options", "nosniff"},
         {"Cache-Control", "no-store"}},
        isCsv ? csvOf(page) : linesOf(page)};
    if (page.next)
        answer.addHeader("Link", nextOf(call, *page.next));
    if (page.purged)
        answer.addHeader("X-Audit-Purged", protocol::toBytes(toJson(*page.purged)));
    return answer;
}

} // namespace

AuditOperations::AuditOperations(OperationTable &table, store::Store &store) : m_store(store)
{
    table.bind("listAudit", [this](const Call &call, const Done &done) { list(call, done); });
    table.bind(
        "exportAudit", [this](const Call &call, const Done &done) { exportPage(call, done); });
    table.bind("verifyAudit", [this](const Call &, const Done &done) { verify(done); });
}

void AuditOperations::list(const Call &call, const Done &done)
{
    const auto filter = auditFilterOf(call.query);
    if (!filter)
        return done(problemAnswer(filter.error()));
    askAudit(m_store, this, *filter, [done](const Result<protocol::AuditPage> &page) {
        done(page ? jsonAnswer(toJson(*page)) : problemAnswer(page.error()));
    });
}

void AuditOperations::exportPage(const Call &call, const Done &done)
{
    const QString format = call.text(u"format"_s);
    const bool isCsv = format == "csv"_L1;
    if (!isCsv && format != "ndjson"_L1)
        return done(problemAnswer({ErrorCode::InvalidInput, u"format is csv or ndjson"_s}));
    auto filter = auditFilterOf(call.query);
    if (!filter)
        return done(problemAnswer(filter.error()));
    store::AuditFilter wanted = *filter;
    if (!call.query.hasQueryItem(u"limit"_s))
        wanted.most = mostAuditEntries;
    askAudit(m_store, this, wanted, [call, isCsv, done](const Result<protocol::AuditPage> &page) {
        done(page ? fileAnswer(call, *page, isCsv) : problemAnswer(page.error()));
    });
}

/// It reads all of the audit, so it is done once at a time, for all who wait for it.
void AuditOperations::verify(const Done &done)
{
    if (m_verifying.size() >= mostVerifying)
        return done(problemAnswer(
            {ErrorCode::TooMany,
             u"Many wait for the audit to be verified already: come back later"_s}));
    m_verifying.push_back(done);
    if (m_verifying.size() > 1)
        return;
    verifyAudit(m_store, this, [this](const Result<protocol::AuditVerdict> &verdict) {
        const Answer answer
            = verdict ? jsonAnswer(toJson(*verdict)) : problemAnswer(verdict.error());
        for (const Done &waiting : std::exchange(m_verifying, {}))
            waiting(answer);
    });
}

} // namespace ct::server::admin

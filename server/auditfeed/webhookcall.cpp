// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/webhookcall.h"

#include "shared/protocol/audit.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace ct::server::auditfeed {

namespace {

constexpr qsizetype digitsOfHash = 16;

QByteArray lineOf(const store::ChainedAuditEntry &entry)
{
    const store::AuditEntry &what = entry.what;
    const protocol::ChainedAuditItem item {
        {entry.entry,
         std::chrono::milliseconds(store::milliseconds(what.at)),
         what.kind,
         what.actor,
         what.address,
         what.subject,
         what.detail},
        entry.origin.boot,
        entry.origin.sequence,
        QString::fromLatin1(entry.hash)};
    return protocol::toBytes(toJson(item)) + '\n';
}

} // namespace

Batch withinBytes(Batch batch, qint64 most)
{
    qint64 bytes = 0;
    const auto isOver = [&bytes, most](const store::ChainedAuditEntry &entry) {
        bytes += lineOf(entry).size();
        return bytes > most;
    };
    const auto end = std::find_if(batch.cbegin(), batch.cend(), isOver);
    const qsizetype count = std::distance(batch.cbegin(), end);
    batch.resize(std::min(batch.size(), std::max(count, qsizetype {1})));
    return batch;
}

WebhookCall webhookCall(const Batch &batch, WallTime now)
{
    Q_ASSERT(!batch.isEmpty());
    WebhookCall call;
    // Another server, or a database that was begun anew, has other hashes.
    call.id = "audit-" + QByteArray::number(batch.constFirst().entry) + '-'
        + QByteArray::number(batch.constLast().entry) + '-'
        + batch.constLast().hash.left(digitsOfHash);
    call.timestamp = QByteArray::number(qint64 {sinceEpoch(now).count()});
    for (const store::ChainedAuditEntry &entry : batch)
        call.body += lineOf(entry);
    return call;
}

QByteArray webhookSignature(const WebhookCall &call, const QByteArray &key)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    code.addData(QByteArray(call.id + '.' + call.timestamp + '.'));
    code.addData(call.body);
    return "v1," + code.result().toBase64();
}

} // namespace ct::server::auditfeed

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditdelivery.h"

#include <QByteArray>

/// Audit entries as a signed request, by the rules of Standard Webhooks. Thread: any.
namespace ct::server::auditfeed {

using Batch = QList<store::ChainedAuditEntry>;

struct WebhookCall {
    /// The same whenever these entries are sent again together, which within one run of the server
    /// they are; a later one may divide them otherwise: header webhook-id.
    QByteArray id;
    /// Seconds since 1970: header webhook-timestamp.
    QByteArray timestamp;
    /// A line of JSON for each entry.
    QByteArray body;
};

/// The first ones of the batch, one at least, whose body has no more than so many bytes.
Batch withinBytes(Batch batch, qint64 most);

WebhookCall webhookCall(const Batch &batch, WallTime now);

/// `v1,` and the HMAC-SHA256, in base64, of id, time and body with dots between: header
/// webhook-signature.
QByteArray webhookSignature(const WebhookCall &call, const QByteArray &key);

} // namespace ct::server::auditfeed

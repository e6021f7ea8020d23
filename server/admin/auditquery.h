// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/audittrail.h"
#include "server/store/store.h"
#include "shared/protocol/audit.h"

#include <QUrlQuery>

#include <functional>

/// The audit as it is asked for, by whichever door. Thread: main.
namespace ct::server::admin {

inline constexpr int mostAuditEntries = 1'000;

/// kind, actor, subject, since, until, before and limit of a query.
Result<store::AuditFilter> auditFilterOf(const QUrlQuery &query);

protocol::AuditItem itemOf(const store::KeptAuditEntry &kept);

using PageDone = std::function<void(const Result<protocol::AuditPage> &)>;
/// The newest that fit; `context` outlives what is asked, or there is no answer.
void askAudit(
    store::Store &store, QObject *context, const store::AuditFilter &filter, const PageDone &done);

using VerdictDone = std::function<void(const Result<protocol::AuditVerdict> &)>;
/// Checks the whole chain, a part at a time, so that records can be written in between.
void verifyAudit(store::Store &store, QObject *context, const VerdictDone &done);

} // namespace ct::server::admin

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditdelivery.h"

#include <QByteArray>

/// Audit entries as syslog messages. Thread: any.
namespace ct::server::auditfeed {

/// Who says it.
struct SyslogOrigin {
    QString host;
    QString process;
};

/// This machine and process.
SyslogOrigin localOrigin();

/// The shortest limit that syslogLine() can keep to.
inline constexpr qsizetype shortestSyslogLine = 2'048;

/// A message of RFC 5424, without a frame around it: facility "log audit", the kind as its id, the
/// entry's fields as structured data, and a sentence. What is longer than `most` bytes is cut, the
/// sentence first; the fields have limits of their own.
QByteArray syslogLine(
    const store::ChainedAuditEntry &entry, const SyslogOrigin &origin, qsizetype most);

/// The same in a stream, by RFC 6587's count of octets.
QByteArray syslogFrame(const QByteArray &line);

} // namespace ct::server::auditfeed

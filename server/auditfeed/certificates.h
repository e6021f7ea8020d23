// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QSslConfiguration>

namespace ct::server::auditfeed {

/// TLS for a receiver whose certificate has to be good: issued by somebody in that PEM file, or,
/// where there is none, by somebody whom the system trusts. Thread: any; reads files.
Result<QSslConfiguration> tlsTowards(const QString &caFile);

} // namespace ct::server::auditfeed

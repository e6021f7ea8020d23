// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/settingsfile.h"

#include <QByteArray>

namespace ct::server::config {

/// Reads `codetogether-ssl-settings.conf`, a piece of an nginx configuration: `listen`,
/// `ssl_certificate`, `ssl_certificate_key` and `ssl_protocols` become CT_HTTPS_PORT,
/// CT_TLS_CERTIFICATE, CT_TLS_KEY and CT_TLS_PROTOCOLS; of other directives it is said by name that
/// they do nothing. Thread: any.
FileSettings readTlsDirectives(const QString &path, const QByteArray &content);

} // namespace ct::server::config

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/settings.h"
#include "server/config/settingsfile.h"

#include <QByteArray>

namespace ct::server::config {

/// Reads `edge.ini` by QSettings, whose groups and keys are those of `settings`. QSettings takes
/// commas for lists, `;` for comments, backslashes for escapes and `@` for types; each is a fault
/// that names the line instead of a value misread. `path` holds `content`. Thread: any.
FileSettings readIniFile(
    const QString &path, const QByteArray &content, const QList<Setting> &settings);

/// The commented example that --print-default-config prints and that is shipped.
QString defaultIniText(const QList<Setting> &settings, const ServerConfig &defaults);

} // namespace ct::server::config

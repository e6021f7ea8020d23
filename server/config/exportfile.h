// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/settingsfile.h"

#include <QByteArray>

namespace ct::server::config {

/// Reads `codetogether.config`: lines `export NAME="value"` or `NAME=value`, which a shell would
/// take as well, and comments. Nothing is executed or expanded: `$`, backquotes and commands are
/// faults where they stand in a value of ours. The file may be a whole .bashrc, so variables of
/// others are nobody's business, and other lines are left out with one warning for all of them. A
/// name given twice has the later value, as in a shell. Thread: any.
FileSettings readExportFile(const QString &path, const QByteArray &content);

} // namespace ct::server::config

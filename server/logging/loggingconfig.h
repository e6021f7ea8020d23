// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ct::server::logging {

enum class Level { Debug, Info, Warn, Error, None };

struct LoggingConfig {
    /// CT_LOG_DIR
    QString folder;
    /// CT_ACCESS_LOG_DIR; empty: the same folder.
    QString accessFolder;
    /// LOG_LEVEL: none/error/warn/info/debug
    Level level = Level::Info;
    /// server.log's lines on standard output too.
    bool standardOutput = true;
    /// A file is rotated (.1 … .keep) at this size.
    qint64 rotateAt = 64LL * 1024 * 1024;
    int keep = 5;
    /// Lines waiting for the writer; more are dropped and counted.
    int queue = 65'536;
};

} // namespace ct::server::logging

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/logoutput.h"

#include <QByteArray>
#include <QString>

namespace ct::server::logging {

struct LoggingConfig;

/// One log file: appends, rotates by size, comes back after its folder was removed or full. Made
/// with mode 0640, its folder with 0750; a symbolic link or anything but a regular file is refused.
/// A line is never torn: what a full disk took of a batch is cut off again.
class LogFile final : public LogOutput
{
public:
    /// `config` says folder, size and number of the rotated ones. Opens nothing yet.
    LogFile(const LoggingConfig &config, const QString &name);
    ~LogFile() override;

    Status append(QByteArrayView lines) override;
    void reopen() override { close(); }

private:
    Status open();
    Status ensureOpen();
    Status write(QByteArrayView lines);
    void rotate();
    void close();
    Error failure(const QString &doing, int code) const;

    QString m_folder;
    QByteArray m_path;
    qint64 m_rotateAt;
    int m_keep;
    int m_descriptor = -1;
    qint64 m_size = 0;
};

} // namespace ct::server::logging

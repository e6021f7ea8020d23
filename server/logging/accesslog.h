// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/loggingconfig.h"
#include "server/logging/logwriter.h"
#include "shared/base/clock.h"

#include <QByteArray>

namespace ct::server::logging {

/// One answered request. Tokens in target and referer are redacted by the caller, who has escaped
/// both as nginx does.
struct AccessLine {
    QByteArray client;
    QByteArray user;
    /// "GET /path HTTP/1.1"; empty when none could be read.
    QByteArray request;
    int status = 0;
    /// Of the body.
    qint64 bytes = 0;
    QByteArray referer;
    QByteArray userAgent;
};

/// Something that went wrong with a connection; redacted, too.
struct ErrorLine {
    Level level = Level::Error;
    /// 0: no connection.
    quint64 connection = 0;
    QByteArray message;
    QByteArray client;
    /// The name or address asked for, with the port if the client gave it.
    QByteArray host;
    QByteArray request;
};

/// access.log in nginx's combined format and error.log in nginx's error format, so that the tools
/// made for those read them. Whatever was received is escaped as nginx does it. Thread: any.
class AccessLog
{
public:
    /// `writer` and `clock` outlive this.
    AccessLog(LogWriter &writer, const LoggingConfig &config, const Clock &clock);
    AccessLog(const AccessLog &) = delete;
    AccessLog &operator=(const AccessLog &) = delete;

    void access(const AccessLine &line);
    void error(const ErrorLine &line);

private:
    LogWriter &m_writer;
    const Clock &m_clock;
    LogWriter::Channel m_access;
    LogWriter::Channel m_error;
};

} // namespace ct::server::logging

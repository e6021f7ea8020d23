// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/logwriter.h"
#include "shared/base/clock.h"

#include <QByteArray>
#include <QString>

namespace ct::server::logging {

struct LoggingConfig;

/// One session event. Empty fields are left out of the line.
struct SessionLine {
    WallTime at {};
    /// "created", "joined", …: the program's own word.
    QByteArray event;
    QByteArray session;
    QByteArray participant;
    QByteArray role;
    QString user;
    QString email;
    QString provider;
    QString address;
    QString client;
    QString reason;
};

/// sessions.log: "2025-11-23T19:20:20.123Z event=joined session=… participant=… role=… user="…"
/// email="…" provider=… address=… client="…" reason="…"", names escaped. Thread: any.
class SessionLog
{
public:
    /// `writer` and `clock` outlive this; the clock is for the line that tells of dropped ones.
    SessionLog(LogWriter &writer, const LoggingConfig &config, const Clock &clock);
    SessionLog(const SessionLog &) = delete;
    SessionLog &operator=(const SessionLog &) = delete;

    void write(const SessionLine &line);

private:
    LogWriter &m_writer;
    LogWriter::Channel m_file;
};

} // namespace ct::server::logging

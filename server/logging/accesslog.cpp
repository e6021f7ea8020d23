// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/accesslog.h"

#include "server/logging/escaping.h"
#include "server/logging/logfile.h"
#include "server/logging/timestamp.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::logging {

namespace {

// Escaped; together they stay under 8 KiB.
constexpr qsizetype longestRequest = 4096;
constexpr qsizetype longestMessage = 2048;
constexpr qsizetype longestField = 768;
/// Those of DNS are shorter.
constexpr qsizetype longestHost = 320;

QByteArray levelName(Level level)
{
    switch (level) {
    case Level::Debug:
        return "debug"_ba;
    case Level::Info:
        return "info"_ba;
    case Level::Warn:
        return "warn"_ba;
    case Level::Error:
    case Level::None:
        break;
    }
    return "error"_ba;
}

QByteArray accessText(const AccessLine &line, WallTime now)
{
    return escapeAsNginx(line.client, longestField) + " - "
        + escapeAsNginx(line.user, longestField).replace(' ', "\\x20") + " [" + accessStamp(now)
        + "] \"" + keepAsNginx(line.request, longestRequest) + "\" "
        + QByteArray::number(line.status).rightJustified(3, '0') + ' '
        + QByteArray::number(line.bytes) + " \"" + keepAsNginx(line.referer, longestField) + "\" \""
        + escapeAsNginx(line.userAgent, longestField) + '"';
}

QByteArrayView withoutPort(QByteArrayView host)
{
    const qsizetype colon = host.lastIndexOf(':');
    // The colons of an IPv6 address stand in brackets.
    return colon < 0 || host.indexOf(']', colon) >= 0 ? host : host.first(colon);
}

QByteArray errorText(const ErrorLine &line, WallTime now)
{
    QByteArray text = errorStamp(now) + " [" + levelName(line.level) + "] "
        + QByteArray::number(::getpid()) + '#' + QByteArray::number(::gettid()) + ": ";
    if (line.connection > 0)
        text += '*' + QByteArray::number(line.connection) + ' ';
    text += escapeAsNginx(line.message, longestMessage);
    if (!line.client.isEmpty())
        text += ", client: " + escapeAsNginx(line.client, longestField);
    if (!line.host.isEmpty())
        text += ", server: " + escapeAsNginx(withoutPort(line.host), longestHost);
    if (!line.request.isEmpty())
        text += ", request: \"" + keepAsNginx(line.request, longestRequest) + '"';
    if (!line.host.isEmpty())
        text += ", host: \"" + escapeAsNginx(line.host, longestHost) + '"';
    return text;
}

QByteArray lostText(quint64 lost)
{
    return QByteArray::number(lost) + " lines dropped";
}

LoggingConfig inAccessFolder(LoggingConfig config)
{
    if (!config.accessFolder.isEmpty())
        config.folder = config.accessFolder;
    return config;
}

} // namespace

AccessLog::AccessLog(LogWriter &writer, const LoggingConfig &config, const Clock &clock)
    : m_writer(writer),
      m_clock(clock)
{
    const LoggingConfig files = inAccessFolder(config);
    // In each file's own format, so that its readers do not stumble.
    m_access
        = writer.add(std::make_unique<LogFile>(files, u"access.log"_s), [&clock](quint64 lost) {
              AccessLine line;
              line.userAgent = lostText(lost);
              return accessText(line, clock.wallNow());
          });
    m_error = writer.add(std::make_unique<LogFile>(files, u"error.log"_s), [&clock](quint64 lost) {
        ErrorLine line;
        line.message = lostText(lost);
        return errorText(line, clock.wallNow());
    });
}

void AccessLog::access(const AccessLine &line)
{
    m_writer.write(m_access, accessText(line, m_clock.wallNow()), LogWriter::Haste::MayGather);
}

void AccessLog::error(const ErrorLine &line)
{
    m_writer.write(m_error, errorText(line, m_clock.wallNow()));
}

} // namespace ct::server::logging

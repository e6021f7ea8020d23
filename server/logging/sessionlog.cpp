// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/sessionlog.h"

#include "server/logging/escaping.h"
#include "server/logging/logfile.h"
#include "server/logging/timestamp.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::logging {

namespace {

constexpr qsizetype longestWord = 128;
constexpr qsizetype longestText = 1024;

bool isPlain(char16_t letter)
{
    return letter > u' ' && letter < 0x7f && letter != u'"' && letter != u'\\' && letter != u'=';
}

/// Quoted only where it must be: ids and addresses are searched for as they are.
void appendWord(QByteArray &line, QByteArrayView name, const QString &word)
{
    if (word.isEmpty())
        return;
    line.append(' ').append(name).append('=');
    const bool isBare = word.size() <= longestWord
        && std::all_of(word.cbegin(), word.cend(), [](QChar c) { return isPlain(c.unicode()); });
    line.append(isBare ? word.toLatin1() : quoted(word, longestWord));
}

void appendText(QByteArray &line, QByteArrayView name, const QString &text)
{
    if (!text.isEmpty())
        line.append(' ').append(name).append('=').append(quoted(text, longestText));
}

QByteArray sessionText(const SessionLine &line)
{
    QByteArray text = isoStamp(line.at);
    appendWord(text, "event", QString::fromUtf8(line.event));
    appendWord(text, "session", QString::fromUtf8(line.session));
    appendWord(text, "participant", QString::fromUtf8(line.participant));
    appendWord(text, "role", QString::fromUtf8(line.role));
    appendText(text, "user", line.user);
    appendText(text, "email", line.email);
    appendWord(text, "provider", line.provider);
    appendWord(text, "address", line.address);
    appendText(text, "client", line.client);
    appendText(text, "reason", line.reason);
    return text;
}

} // namespace

SessionLog::SessionLog(LogWriter &writer, const LoggingConfig &config, const Clock &clock)
    : m_writer(writer)
{
    m_file
        = writer.add(std::make_unique<LogFile>(config, u"sessions.log"_s), [&clock](quint64 lost) {
              SessionLine line;
              line.at = clock.wallNow();
              line.event = "lost"_ba;
              line.reason = QString::number(lost) + u" lines dropped"_s;
              return sessionText(line);
          });
}

void SessionLog::write(const SessionLine &line)
{
    m_writer.write(m_file, sessionText(line));
}

} // namespace ct::server::logging

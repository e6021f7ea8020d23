// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/syslogline.h"

#include "server/logging/escaping.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::auditfeed {

namespace {

/// Facility 13, "log audit", times eight, and severity 5, "notice".
constexpr auto priority = "<109>1";
/// RFC 5612's number for whoever has none of their own.
constexpr auto structuredId = "audit@32473";
constexpr auto byteOrderMark = "\xEF\xBB\xBF";

/// Of the header's fields, by RFC 5424.
constexpr qsizetype longestHost = 255;
constexpr qsizetype longestProcess = 128;
constexpr qsizetype longestMessageId = 32;
/// Of what people have chosen, and of what they have not.
constexpr qsizetype longestName = 192;
constexpr qsizetype longestWord = 64;
/// What an escaped letter and an ellipsis may go over a limit.
constexpr qsizetype overshoot = 16;

/// A field of the header: printable ASCII without blanks, or "-".
QByteArray headerField(const QString &text, qsizetype most)
{
    QByteArray field;
    for (const QChar letter : text.left(most)) {
        const bool isGood = letter > u' ' && letter <= u'~';
        field.append(isGood ? letter.toLatin1() : '?');
    }
    return field.isEmpty() ? "-"_ba : field;
}

QByteArray timeText(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(store::milliseconds(at))
        .toUTC()
        .toString(Qt::ISODateWithMs)
        .toLatin1();
}

QByteArray parameter(const char *name, const QString &value, qsizetype most)
{
    QByteArray escaped;
    for (const char byte : logging::escapeControls(value, most)) {
        if (byte == '"' || byte == '\\' || byte == ']')
            escaped.append('\\');
        escaped.append(byte);
    }
    return ' ' + QByteArray(name) + "=\"" + escaped + '"';
}

QByteArray structuredData(const store::ChainedAuditEntry &entry)
{
    const store::AuditEntry &what = entry.what;
    return '[' + QByteArray(structuredId)
        + parameter("entry", QString::number(entry.entry), longestWord)
        + parameter("run", entry.origin.boot, longestWord)
        + parameter("sequence", QString::number(entry.origin.sequence), longestWord)
        + parameter("kind", what.kind, longestWord) + parameter("actor", what.actor, longestName)
        + parameter("address", what.address, longestWord)
        + parameter("subject", what.subject, longestName)
        + parameter("hash", QString::fromLatin1(entry.hash), longestWord) + ']';
}

QString sentenceOf(const store::AuditEntry &what)
{
    QString sentence = what.kind;
    if (!what.actor.isEmpty())
        sentence += u" by "_s + what.actor;
    if (!what.address.isEmpty())
        sentence += u" from "_s + what.address;
    if (!what.subject.isEmpty())
        sentence += u", "_s + what.subject;
    if (!what.detail.isEmpty())
        sentence += u": "_s + what.detail;
    return sentence;
}

bool isAscii(const QByteArray &text)
{
    return std::all_of(
        text.begin(), text.end(), [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

} // namespace

SyslogOrigin localOrigin()
{
    return {QSysInfo::machineHostName(), QString::number(QCoreApplication::applicationPid())};
}

QByteArray syslogLine(
    const store::ChainedAuditEntry &entry, const SyslogOrigin &origin, qsizetype most)
{
    const QByteArray head = QByteArray(priority) + ' ' + timeText(entry.what.at) + ' '
        + headerField(origin.host, longestHost) + " codetogether-edge "
        + headerField(origin.process, longestProcess) + ' '
        + headerField(entry.what.kind, longestMessageId) + ' ' + structuredData(entry) + ' ';
    const qsizetype room = std::max(most, shortestSyslogLine) - head.size() - overshoot;
    const QByteArray sentence = logging::escapeControls(sentenceOf(entry.what), room);
    // The mark says that it is UTF-8; plain ASCII needs none.
    return head + (isAscii(sentence) ? QByteArray() : QByteArray(byteOrderMark)) + sentence;
}

QByteArray syslogFrame(const QByteArray &line)
{
    return QByteArray::number(line.size()) + ' ' + line;
}

} // namespace ct::server::auditfeed

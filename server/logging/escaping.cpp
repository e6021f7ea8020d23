// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/escaping.h"

#include <QChar>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::logging {

namespace {

/// Cc, Cf (directions, invisible ones), Zl, Zp, and half surrogates, which are no text.
bool isHarmful(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QByteArray hex(char32_t value, int digits)
{
    return QByteArray::number(static_cast<uint>(value), 16).rightJustified(digits, '0');
}

QByteArray escaped(char32_t point)
{
    switch (point) {
    case U'\n':
        return R"(\n)"_ba;
    case U'\r':
        return R"(\r)"_ba;
    case U'\t':
        return R"(\t)"_ba;
    default:
        break;
    }
    if (point < 0x80)
        return R"(\x)"_ba + hex(point, 2);
    return (point > 0xffff ? R"(\U)"_ba : R"(\u)"_ba) + hex(point, point > 0xffff ? 8 : 4);
}

void appendPoint(QByteArray &out, char32_t point, bool isQuoted)
{
    if (isQuoted && (point == U'"' || point == U'\\'))
        out.append('\\').append(static_cast<char>(point));
    else if (isHarmful(point))
        out.append(escaped(point));
    else if (point < 0x80)
        out.append(static_cast<char>(point));
    else
        out.append(QStringView(QChar::fromUcs4(point)).toUtf8());
}

bool isPairAt(QStringView text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
}

QByteArray escape(QStringView text, qsizetype limit, bool isQuoted)
{
    QByteArray out;
    out.reserve(qMin(text.size(), limit) + 8);
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (out.size() >= limit)
            return out.append("…");
        char32_t point = text[at].unicode();
        if (isPairAt(text, at)) {
            point = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        appendPoint(out, point, isQuoted);
    }
    return out;
}

QByteArray asNginx(QByteArrayView text, qsizetype limit, bool isEscaped)
{
    if (text.isEmpty())
        return "-"_ba;
    QByteArray out;
    out.reserve(qMin(text.size(), limit));
    // What needs no escape is nearly all, and is taken in one piece.
    const auto isPlain = [isEscaped](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value >= 0x20 && value < 0x7f && byte != '"' && (byte != '\\' || isEscaped);
    };
    for (auto at = text.begin(); at != text.end();) {
        if (out.size() >= limit)
            return out.append("...");
        const auto end = at + qMin<qsizetype>(text.end() - at, limit - out.size());
        const auto plainEnd = std::find_if_not(at, end, isPlain);
        out.append(at, plainEnd - at);
        at = plainEnd;
        if (at != end)
            out.append("\\x").append(hex(static_cast<unsigned char>(*at++), 2).toUpper());
    }
    return out;
}

} // namespace

QByteArray escapeControls(QStringView text, qsizetype limit)
{
    return escape(text, limit, false);
}

QByteArray quoted(QStringView text, qsizetype limit)
{
    return '"' + escape(text, limit, true) + '"';
}

QByteArray escapeAsNginx(QByteArrayView text, qsizetype limit)
{
    return asNginx(text, limit, false);
}

QByteArray keepAsNginx(QByteArrayView text, qsizetype limit)
{
    return asNginx(text, limit, true);
}

} // namespace ct::server::logging

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/fieldsyntax.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::http {

namespace {

constexpr QByteArrayView tokenMarks = "!#$%&'*+-.^_`|~";

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isControl(char c)
{
    const auto value = static_cast<unsigned char>(c);
    return (value < 0x20 && c != '\t') || value == 0x7f;
}

} // namespace

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetterOrDigit(c) || tokenMarks.contains(c);
    });
}

bool isFieldValue(QByteArrayView value)
{
    // A function by its name would be called for every character.
    return std::none_of(value.begin(), value.end(), [](char c) { return isControl(c); });
}

QList<QByteArrayView> listMembers(QByteArrayView value)
{
    QList<QByteArrayView> members;
    while (true) {
        const qsizetype comma = value.indexOf(',');
        members.append((comma < 0 ? value : value.first(comma)).trimmed());
        if (comma < 0)
            return members;
        value = value.sliced(comma + 1);
    }
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

std::optional<QByteArray> lineFault(QByteArrayView line)
{
    if (!line.endsWith('\r'))
        return "A line does not end in CRLF"_ba;
    if (!isFieldValue(line.chopped(1)))
        return "There is a control character in the head"_ba;
    return std::nullopt;
}

std::optional<QByteArray> fieldLineFault(QByteArrayView line)
{
    if (line.startsWith(' ') || line.startsWith('\t'))
        return "A header field is folded over lines"_ba;
    return lineFault(line);
}

std::optional<QByteArray> fieldBlockFault(QByteArrayView block)
{
    while (!block.isEmpty()) {
        const qsizetype end = block.indexOf('\n');
        auto fault = fieldLineFault(end < 0 ? block : block.first(end));
        if (fault || end < 0)
            return fault;
        block = block.sliced(end + 1);
    }
    return std::nullopt;
}

void appendField(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    const bool isSafe = isToken(name) && isFieldValue(value);
    Q_ASSERT(isSafe);
    if (isSafe)
        out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace ct::server::http

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/target.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::http {

namespace {

// RFC 3986: what a path segment may hold besides letters, digits and escapes.
constexpr QByteArrayView unreservedMarks = "-._~";
constexpr QByteArrayView segmentMarks = "-._~!$&'()*+,;=:@";

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The byte that the escape at `text`'s beginning stands for; -1 when it is none.
int escapedByte(QByteArrayView text)
{
    if (text.size() < 3 || text[0] != '%')
        return -1;
    const int high = hexDigit(text[1]);
    const int low = hexDigit(text[2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool isPrintable(char c)
{
    return c > 0x20 && c < 0x7f;
}

Error invalid(const QString &why)
{
    return {ErrorCode::InvalidInput, why};
}

/// Builds a normalised path byte by byte.
class PathWriter
{
public:
    explicit PathWriter(qsizetype size) { m_path.reserve(size); }

    /// False when the segment that ends here is a dot segment.
    bool endSegment() const
    {
        const QByteArrayView segment = QByteArrayView(m_path).sliced(m_segment);
        return segment != "." && segment != "..";
    }
    void slash()
    {
        if (!m_path.endsWith('/'))
            m_path.append('/');
        m_segment = m_path.size();
    }
    void plain(char c) { m_path.append(c); }
    void escaped(int byte)
    {
        static constexpr QByteArrayView digits = "0123456789ABCDEF";
        m_path.append('%').append(digits[byte / 16]).append(digits[byte % 16]);
    }
    QByteArray take() { return std::move(m_path); }

private:
    QByteArray m_path;
    qsizetype m_segment = 0;
};

/// Takes the escape at `text`'s beginning; false when it is broken or dangerous.
bool takeEscape(QByteArrayView text, PathWriter &writer)
{
    const int byte = escapedByte(text);
    if (byte < 0x20 || byte == 0x7f || byte == '/' || byte == '\\')
        return false;
    const char c = static_cast<char>(byte);
    if (isLetterOrDigit(c) || unreservedMarks.contains(c))
        writer.plain(c);
    else
        writer.escaped(byte);
    return true;
}

} // namespace

Result<Target> parseTarget(QByteArrayView target)
{
    if (!target.startsWith('/'))
        return invalid(u"The target is not a path"_s);
    if (!std::all_of(target.begin(), target.end(), isPrintable) || target.contains('#'))
        return invalid(u"The target holds a character that must be escaped"_s);
    const qsizetype mark = target.indexOf('?');
    auto path = normalisePath(mark < 0 ? target : target.first(mark));
    if (!path)
        return path.error();
    return Target {
        *std::move(path), mark < 0 ? QByteArray() : target.sliced(mark + 1).toByteArray()};
}

Result<QByteArray> normalisePath(QByteArrayView path)
{
    PathWriter writer(path.size());
    for (qsizetype at = 0; at < path.size(); ++at) {
        const char c = path[at];
        if (c == '/') {
            if (!writer.endSegment())
                return invalid(u"The path has a dot segment"_s);
            writer.slash();
        } else if (c == '%') {
            if (!takeEscape(path.sliced(at), writer))
                return invalid(u"The path has an escape that is broken or not allowed"_s);
            at += 2;
        } else if (isLetterOrDigit(c) || segmentMarks.contains(c)) {
            writer.plain(c);
        } else {
            return invalid(u"The path holds a character that is not allowed"_s);
        }
    }
    if (!writer.endSegment())
        return invalid(u"The path has a dot segment"_s);
    return writer.take();
}

QByteArray stripPrefix(QByteArrayView path, QByteArrayView prefix)
{
    while (prefix.endsWith('/'))
        prefix.chop(1);
    if (prefix.isEmpty() || !path.startsWith(prefix))
        return path.toByteArray();
    const QByteArrayView rest = path.sliced(prefix.size());
    if (rest.isEmpty())
        return "/"_ba;
    return (rest.startsWith('/') ? rest : path).toByteArray();
}

QByteArray percentDecoded(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int byte = escapedByte(text.sliced(at));
        out.append(byte < 0 ? text[at] : static_cast<char>(byte));
        at += byte < 0 ? 0 : 2;
    }
    return out;
}

std::optional<QByteArray> queryValue(QByteArrayView query, QByteArrayView name)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView parameter = end < 0 ? query : query.first(end);
        const qsizetype sign = parameter.indexOf('=');
        const QByteArrayView key = sign < 0 ? parameter : parameter.first(sign);
        if (key == name || (key.contains('%') && percentDecoded(key) == name))
            return sign < 0 ? QByteArray() : percentDecoded(parameter.sliced(sign + 1));
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return std::nullopt;
}

} // namespace ct::server::http

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/redaction.h"

#include "server/http/target.h"

#include <algorithm>
#include <array>

namespace ct::server::http {

namespace {

constexpr qsizetype longest = 2048;
constexpr QByteArrayView ellipsis = "...";
constexpr QByteArrayView hidden = "***";
constexpr std::array<QByteArrayView, 5> openParameters {
    "EIO", "transport", "t", "useCookie", "b64"};

/// Escapes and bounds what is appended.
class LogText
{
public:
    void append(QByteArrayView bytes)
    {
        for (const char byte : bytes) {
            if (m_isFull)
                return;
            appendByte(byte);
        }
    }
    QByteArray take() { return std::move(m_text); }

private:
    void appendByte(char byte)
    {
        static constexpr QByteArrayView digits = "0123456789ABCDEF";
        const auto value = static_cast<unsigned char>(byte);
        const bool isPlain = value >= 0x20 && value < 0x7f && byte != '"' && byte != '\\';
        if (m_text.size() + (isPlain ? 1 : 4) > longest - ellipsis.size()) {
            m_isFull = true;
            m_text.append(ellipsis);
        } else if (isPlain) {
            m_text.append(byte);
        } else {
            m_text.append("\\x").append(digits[value / 16]).append(digits[value % 16]);
        }
    }

    QByteArray m_text;
    bool m_isFull = false;
};

/// Knows the segments that come before a token: api, login or session, poll. Reads them as the
/// router does, without empty segments and decoded, in whatever case.
class TokenFinder
{
public:
    /// True when this segment is, or is behind, a token.
    bool isSecret(QByteArrayView segment)
    {
        if (m_isBehind || segment.isEmpty())
            return m_isBehind && !segment.isEmpty();
        const QByteArray word = percentDecoded(segment).toLower();
        // Such a segment may hold the others.
        if (word.contains('/'))
            return true;
        m_isBehind
            = word == "poll" && (m_last == "login" || m_last == "session") && m_secondLast == "api";
        m_secondLast = std::exchange(m_last, word);
        return false;
    }

private:
    QByteArray m_last;
    QByteArray m_secondLast;
    bool m_isBehind = false;
};

/// Calls `take(part)` for each part of `text` between separators, and appends those between them.
template<typename Take>
void forEachPart(QByteArrayView text, char separator, LogText &out, Take take)
{
    while (true) {
        const qsizetype end = text.indexOf(separator);
        take(end < 0 ? text : text.first(end));
        if (end < 0)
            return;
        out.append(text.sliced(end, 1));
        text = text.sliced(end + 1);
    }
}

void appendPath(QByteArrayView path, LogText &out)
{
    TokenFinder finder;
    forEachPart(path, '/', out, [&](QByteArrayView segment) {
        out.append(finder.isSecret(segment) ? hidden : segment);
    });
}

void appendQuery(QByteArrayView query, LogText &out)
{
    forEachPart(query, '&', out, [&out](QByteArrayView parameter) {
        const qsizetype sign = parameter.indexOf('=');
        const QByteArrayView name = sign < 0 ? parameter : parameter.first(sign);
        const bool isOpen
            = std::find(openParameters.begin(), openParameters.end(), name) != openParameters.end();
        if (isOpen || parameter.isEmpty())
            return out.append(parameter);
        // Without a sign it may be a value that stands alone.
        if (sign >= 0)
            out.append(parameter.first(sign + 1));
        out.append(hidden);
    });
}

/// Path, query and fragment.
void appendReference(QByteArrayView text, LogText &out)
{
    const qsizetype fragment = text.indexOf('#');
    const QByteArrayView body = fragment < 0 ? text : text.first(fragment);
    const qsizetype query = body.indexOf('?');
    appendPath(query < 0 ? body : body.first(query), out);
    if (query >= 0) {
        out.append("?");
        appendQuery(body.sliced(query + 1), out);
    }
    if (fragment >= 0) {
        out.append("#");
        out.append(hidden);
    }
}

/// Appends "scheme://host", if there is one, and gives what is behind it.
QByteArrayView appendOrigin(QByteArrayView url, LogText &out)
{
    const qsizetype scheme = url.indexOf("://");
    const auto mark = std::find_if(
        url.begin(), url.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    // The first slash must be the scheme's: "/a://b" is a path.
    if (scheme < 0 || mark - url.begin() != scheme + 1)
        return url;
    const QByteArrayView rest = url.sliced(scheme + 3);
    const auto end = std::find_if(
        rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArrayView authority = rest.first(end - rest.begin());
    const qsizetype user = authority.lastIndexOf('@');
    out.append(url.first(scheme + 3));
    if (user >= 0)
        out.append(hidden);
    out.append(user < 0 ? authority : authority.sliced(user));
    return rest.sliced(authority.size());
}

} // namespace

QByteArray loggableTarget(QByteArrayView target)
{
    return loggableReferer(target);
}

QByteArray loggableReferer(QByteArrayView value)
{
    LogText out;
    const QByteArrayView seen = value.first(std::min(value.size(), longest));
    appendReference(appendOrigin(seen, out), out);
    if (seen.size() < value.size())
        out.append(ellipsis);
    return out.take();
}

QByteArray escapeForLog(QByteArrayView bytes)
{
    LogText out;
    out.append(bytes);
    return out.take();
}

} // namespace ct::server::http

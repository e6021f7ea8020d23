// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/headrules.h"

#include "server/http/fieldsyntax.h"
#include "server/http/target.h"

#include <algorithm>
#include <array>

namespace ct::server::http {

namespace {

constexpr std::array<QByteArrayView, 7> methods {
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
constexpr qsizetype longestHost = 260;
constexpr QByteArrayView hostMarks = "-._";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isHostCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || hostMarks.contains(c);
}

bool isAddressCharacter(char c)
{
    return isHexDigit(c) || c == ':' || c == '.';
}

bool consistsOf(QByteArrayView text, bool (*allowed)(char))
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), allowed);
}

bool isNumber(QByteArrayView text)
{
    return consistsOf(text, isDigit);
}

bool isPort(QByteArrayView text)
{
    return isNumber(text) && text.size() <= 5 && text.toInt() <= 65535;
}

/// What stands behind the host: nothing, or a colon and a port.
bool isPortPart(QByteArrayView rest)
{
    return rest.isEmpty() || (rest.startsWith(':') && isPort(rest.sliced(1)));
}

/// "[address]" with or without a port.
bool isBracketedHost(QByteArrayView value)
{
    const qsizetype end = value.indexOf(']');
    return end > 0 && consistsOf(value.sliced(1, end - 1), isAddressCharacter)
        && isPortPart(value.sliced(end + 1));
}

/// A host name or IPv4 address, or an IPv6 address in brackets, with or without a port. The npm
/// client's polling leaves the brackets out in Node.
bool isHost(QByteArrayView value)
{
    if (value.size() > longestHost)
        return false;
    if (value.startsWith('['))
        return isBracketedHost(value);
    if (value.count(':') > 1)
        return consistsOf(value, isAddressCharacter);
    const qsizetype colon = value.indexOf(':');
    const qsizetype end = colon < 0 ? value.size() : colon;
    return consistsOf(value.first(end), isHostCharacter) && isPortPart(value.sliced(end));
}

QList<QByteArrayView> valuesOf(const RequestHead &head, QByteArrayView name)
{
    QList<QByteArrayView> values;
    for (const Field &field : head.fields) {
        if (field.name == name)
            values.append(field.value);
    }
    return values;
}

std::optional<int> readVersion(QByteArrayView text)
{
    if (text == "HTTP/1.1")
        return 11;
    if (text == "HTTP/1.0")
        return 10;
    return std::nullopt;
}

/// Looks like a version of HTTP, the ones spoken here aside.
bool isOtherVersion(QByteArrayView text)
{
    if (!text.startsWith("HTTP/") || text.size() == 5)
        return false;
    const QByteArrayView number = text.sliced(5);
    return std::all_of(number.begin(), number.end(), [](char c) { return isDigit(c) || c == '.'; });
}

std::optional<Refusal> checkHost(const RequestHead &head)
{
    const auto values = valuesOf(head, "host");
    if (values.size() > 1)
        return Refusal {400, "There is more than one Host field"};
    if (values.isEmpty())
        return head.version == 10 ? std::nullopt
                                  : std::optional(Refusal {400, "There is no Host field"});
    if (!isHost(values.first()))
        return Refusal {400, "The Host field is not valid"};
    return std::nullopt;
}

std::optional<Refusal> readTransferEncoding(RequestHead &head)
{
    const auto values = valuesOf(head, "transfer-encoding");
    if (values.isEmpty())
        return std::nullopt;
    if (head.version == 10)
        return Refusal {400, "HTTP/1.0 has no Transfer-Encoding"};
    if (values.size() > 1 || !equalsIgnoringCase(values.first(), "chunked"))
        return Refusal {400, "The only Transfer-Encoding understood is a single chunked"};
    if (!valuesOf(head, "content-length").isEmpty())
        return Refusal {400, "There are both Content-Length and Transfer-Encoding"};
    head.chunked = true;
    return std::nullopt;
}

std::optional<Refusal> readContentLength(RequestHead &head)
{
    const auto values = valuesOf(head, "content-length");
    if (values.isEmpty())
        return std::nullopt;
    bool isInRange = false;
    head.contentLength = values.first().toULongLong(&isInRange);
    if (values.size() > 1 || !isNumber(values.first()) || !isInRange)
        return Refusal {400, "The Content-Length is not one number"};
    return std::nullopt;
}

std::optional<Refusal> readExpect(RequestHead &head)
{
    const auto values = valuesOf(head, "expect");
    const bool isContinue = std::all_of(values.begin(), values.end(), [](QByteArrayView v) {
        return equalsIgnoringCase(v, "100-continue");
    });
    if (!isContinue)
        return Refusal {417, "The only expectation understood is 100-continue"};
    // RFC 9110 10.1.1: in HTTP/1.0 it means nothing.
    head.expectContinue = !values.isEmpty() && head.version == 11;
    return std::nullopt;
}

void readConnection(RequestHead &head)
{
    const QByteArray list = head.headerList("connection");
    const auto options = listMembers(list);
    const auto says = [&options](QByteArrayView name) {
        return std::any_of(options.begin(), options.end(), [name](QByteArrayView o) {
            return equalsIgnoringCase(o, name);
        });
    };
    head.keepAlive = !says("close") && (head.version == 11 || says("keep-alive"));
}

} // namespace

std::optional<Refusal> readRequestLine(
    QByteArrayView line, const HeadLimits &limits, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0 || !isToken(line.first(first)))
        return Refusal {400, "The request line is malformed"};
    const QByteArrayView target = line.sliced(first + 1, second - first - 1);
    const QByteArrayView version = line.sliced(second + 1);
    const auto number = readVersion(version);
    if (!number)
        return isOtherVersion(version) ? Refusal {505, "Only HTTP/1.1 and HTTP/1.0 are spoken here"}
                                       : Refusal {400, "The request line is malformed"};
    if (target.size() > limits.target)
        return Refusal {414, "The target is too long"};
    if (std::find(methods.begin(), methods.end(), line.first(first)) == methods.end())
        return Refusal {501, "This method is not known here"};
    auto parts = parseTarget(target);
    if (!parts)
        return Refusal {400, parts.error().message.toUtf8()};
    head.method = line.first(first).toByteArray();
    head.target = target.toByteArray();
    head.path = parts->path;
    head.query = parts->query;
    head.version = *number;
    return std::nullopt;
}

std::optional<Refusal> applyFraming(RequestHead &head)
{
    for (const auto &rule :
         {checkHost(head), readTransferEncoding(head), readContentLength(head), readExpect(head)}) {
        if (rule)
            return rule;
    }
    readConnection(head);
    return std::nullopt;
}

} // namespace ct::server::http

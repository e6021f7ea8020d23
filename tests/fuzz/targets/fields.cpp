// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The value of one header field: cookies, origins, forwarded addresses, byte ranges.
#include "server/front/byterange.h"
#include "server/front/logintoken.h"
#include "server/http/cors.h"
#include "server/http/fieldsyntax.h"
#include "server/net/clientaddress.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/targets.h"

namespace ct::fuzz {

namespace {

using server::http::RequestHead;

RequestHead headWith(QByteArrayView name, const QByteArray &value)
{
    RequestHead head;
    head.method = "OPTIONS";
    head.fields = {{"host", "edge.example:1080"}, {name.toByteArray(), value}};
    return head;
}

QByteArray tokenIn(const QByteArray &cookies)
{
    const RequestHead head = headWith("cookie", cookies);
    check(server::front::loginToken(head, false).isEmpty(), "cookies count where they may");
    return server::front::loginToken(head, true);
}

void readCookies(const QByteArray &value)
{
    const QByteArray token = tokenIn(value);
    check(!token.contains(';') && value.contains(token), "a token is one of the cookies");
    const QByteArray named = "oct-jwt=" + token;
    check(token.isEmpty() || value.contains(named), "a token has its name");
    if (value.contains("oct-jwt="))
        return;
    check(token.isEmpty(), "there is no token without its name");
    const QByteArray behind = value + "; oct-jwt=T0ken";
    check(tokenIn(behind) == "T0ken", "a token is found behind others");
    check(tokenIn("oct-jwt=T0ken;" + value) == "T0ken", "a token is found before others");
    RequestHead both = headWith("cookie", behind);
    both.fields.append(server::http::Field {"x-oct-jwt", "H3ader"});
    check(server::front::loginToken(both, true) == "H3ader", "a header goes before a cookie");
}

void decideOrigin(const QByteArray &value)
{
    using namespace server::http;
    static const CorsPolicy open({});
    static const CorsPolicy closed({"https://pad.example", "http://[::1]:3000"});
    const RequestHead head = headWith("origin", value);
    for (const Field &field : open.decide(head, true).fields)
        check(field.name != "access-control-allow-credentials", "any origin gets no cookies");
    const CorsDecision decision = closed.decide(head, true);
    for (const Field &field : decision.fields) {
        check(isToken(field.name) && isFieldValue(field.value), "an answer's field is a field");
        if (field.name != "access-control-allow-origin")
            continue;
        const QByteArray asked = field.value.toLower();
        const bool isListed
            = asked.startsWith("https://pad.example") || asked.startsWith("http://[::1]:3000");
        check(isListed && decision.isAllowed, "only a listed origin is named");
        check(asked.size() <= 40 || asked.endsWith('/'), "and nothing that begins like one");
    }
    RequestHead asking = headWith("access-control-request-method", value);
    asking.fields.append(Field {"access-control-request-headers", value});
    const Response preflight = open.preflight(asking, "GET, POST", 204);
    for (const Field &field : preflight.fields)
        check(isFieldValue(field.value), "a preflight's field can't end its line");
}

void readForwarded(const QByteArray &value)
{
    using namespace server::net;
    const QHostAddress peer(QStringLiteral("127.0.0.1"));
    const QHostAddress stranger(QStringLiteral("192.0.2.1"));
    const QList<Subnet> trusted {{QHostAddress(QStringLiteral("127.0.0.0")), 8}};
    const ForwardedHeaders headers {{value, value}, value, {value}};
    const QHostAddress client = realClient(peer, headers, trusted);
    check(!client.isNull(), "there is always a client");
    check(client.scopeId().isEmpty(), "an address has no scope");
    check(realClient(stranger, headers, trusted) == stranger, "a stranger is who it is");
    const ForwardedHeaders real {{}, value, {value}};
    check(
        !realClient(peer, real, trusted).isNull(), "there is always a client, by the other field");
    const Scheme scheme = forwardedScheme(stranger, headers, trusted, Scheme::Https);
    check(scheme == Scheme::Https, "a stranger tells no scheme");
}

void readRange(const QByteArray &value)
{
    using namespace server::front;
    for (const qint64 size : {qint64 {0}, qint64 {1}, qint64 {1000}, qint64 {1} << 40}) {
        const RangeChoice choice = chooseRange(value, size);
        if (choice.kind == RangeChoice::Kind::Unsatisfiable)
            continue;
        check(choice.range.first >= 0 && choice.range.length >= 0, "a range has a place");
        check(choice.range.first <= size - choice.range.length, "a range is within the file");
        const bool isPart = choice.kind == RangeChoice::Kind::Part;
        check(!isPart || choice.range.length > 0, "a part is something");
        check(isPart || choice.range.length == size, "the whole is all of it");
    }
}

} // namespace

void fields(QByteArrayView input)
{
    // The parser lets no other values pass.
    if (!server::http::isFieldValue(input))
        return;
    const QByteArray value = input.trimmed().toByteArray();
    readCookies(value);
    decideOrigin(value);
    readForwarded(value);
    readRange(value);
}

} // namespace ct::fuzz

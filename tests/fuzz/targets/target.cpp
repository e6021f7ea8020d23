// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A request target: path and query, and what a log may show of it.
#include "server/http/target.h"

#include "server/http/redaction.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/targets.h"

#include <QByteArrayList>

#include <algorithm>

namespace ct::fuzz {

namespace {

using namespace server::http;

constexpr QByteArrayView secret = "S3cretS3cret";
constexpr qsizetype longestLogText = 2048;

bool isPrintable(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

void checkLogText(QByteArrayView text)
{
    check(text.size() <= longestLogText, "a log text is bounded");
    check(isPrintable(text), "a log text is printable");
    check(!text.contains(secret), "a log text holds no secret");
}

void checkRedaction(QByteArrayView input)
{
    if (input.contains(secret))
        return;
    const QByteArray text = input.toByteArray();
    const QByteArray hidden = secret.toByteArray();
    checkLogText(loggableTarget(input));
    checkLogText(loggableReferer(input));
    checkLogText(escapeForLog(input));
    const QByteArray path = text.split('?').constFirst().split('#').constFirst();
    for (const QByteArray &target :
         {QByteArray("/api/login/poll/" + hidden + text),
          QByteArray("/api//Session/p%6fll//" + path + hidden),
          QByteArray("/login.html?token=" + hidden + text),
          QByteArray("/socket.io/?" + text + "&x-oct-jwt=" + hidden)}) {
        checkLogText(loggableTarget(target));
        checkLogText(loggableReferer(QByteArray("https://host" + target)));
    }
    checkLogText(loggableReferer(QByteArray("https://ann:" + hidden + "@host/" + text)));
}

void checkPath(const QByteArray &path)
{
    check(path.startsWith('/') && !path.contains("//"), "a path is normalised");
    check(isPrintable(path) && !path.contains('\\'), "a path holds nothing odd");
    const auto again = normalisePath(path);
    check(again && *again == path, "a normalised path stays as it is");
    const QByteArray decoded = percentDecoded(path);
    check(decoded.count('/') == path.count('/'), "no slash is hidden in a path");
    check(!decoded.contains("/../") && !decoded.endsWith("/.."), "no step up is hidden in a path");
    check(!decoded.contains('\0'), "no zero is hidden in a path");
    check(stripPrefix(path, "/oct").startsWith('/'), "a path without its prefix is a path");
}

void checkQuery(const QByteArray &query)
{
    for (const QByteArray &parameter : query.split('&')) {
        const qsizetype sign = parameter.indexOf('=');
        const QByteArray name = percentDecoded(sign < 0 ? parameter : parameter.left(sign));
        const auto value = queryValue(query, name);
        check(query.isEmpty() || parameter.isEmpty() || value, "every parameter is found");
        check(!value || value->size() <= query.size(), "decoding adds nothing");
    }
}

} // namespace

void target(QByteArrayView input)
{
    checkRedaction(input);
    if (const auto path = normalisePath(input); path && input.startsWith('/'))
        checkPath(*path);
    const auto parsed = parseTarget(input);
    if (!parsed)
        return;
    checkPath(parsed->path);
    checkQuery(parsed->query);
    check(parsed->path.size() + parsed->query.size() <= input.size(), "nothing is added");
}

} // namespace ct::fuzz

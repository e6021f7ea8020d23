// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An HTTP request's head. Bytes behind it are the next request's, and not looked at.
#include "server/http/fieldsyntax.h"
#include "server/http/requestparser.h"
#include "server/http/requestwriter.h"
#include "server/http/target.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/targets.h"

namespace ct::fuzz {

namespace {

using namespace server::http;

/// Small ones are reached by small inputs.
constexpr HeadLimits smallLimits {.head = 512, .fields = 8, .target = 128};
constexpr HeadLimits hugeLimits {.head = 1 << 24, .fields = 1 << 16, .target = 1 << 20};

struct Read {
    ParseState state = ParseState::NeedMore;
    int status = 0;
    qsizetype size = 0;
    RequestHead head;
};

Read readHead(QByteArrayView input, const HeadLimits &limits, Cut cut)
{
    RequestParser parser(limits);
    PieceLengths lengths(input, cut);
    Read read;
    qsizetype seen = 0;
    for (qsizetype piece = lengths.next(); piece > 0; piece = lengths.next()) {
        seen += piece;
        read.state = parser.parseHead(input.first(seen));
        if (read.state != ParseState::NeedMore)
            break;
    }
    read.size = parser.headSize();
    if (read.state == ParseState::HeadDone)
        read.head = parser.head();
    if (read.state == ParseState::Refused)
        read.status = parser.refusal().status;
    return read;
}

QByteArray textOf(const RequestHead &head)
{
    QByteArray text = head.method + ' ' + head.target + ' ' + head.path + ' ' + head.query + ' '
        + QByteArray::number(head.version) + '\n';
    for (const Field &field : head.fields)
        text += field.name + ": " + field.value + '\n';
    for (const bool flag : {head.keepAlive, head.expectContinue, head.chunked})
        text += flag ? '1' : '0';
    return text + QByteArray::number(head.contentLength);
}

void checkSame(const Read &one, const Read &other)
{
    check(one.state == other.state, "pieces make no difference to the outcome");
    check(one.status == other.status, "pieces make no difference to the refusal");
    check(one.size == other.size, "pieces make no difference to the size");
    check(textOf(one.head) == textOf(other.head), "pieces make no difference to the head");
}

void checkHead(const Read &read, const HeadLimits &limits)
{
    const RequestHead &head = read.head;
    check(read.size <= limits.head, "the head is within its limit");
    check(head.fields.size() <= limits.fields, "the fields are within their limit");
    check(head.target.size() <= limits.target, "the target is within its limit");
    check(head.path.startsWith('/') && !head.path.contains("//"), "the path is normalised");
    const auto again = normalisePath(head.path);
    check(again && *again == head.path, "a normalised path stays as it is");
    check(!(head.chunked && head.contentLength > 0), "there is one length");
    for (const Field &field : head.fields) {
        check(isToken(field.name) && field.name == field.name.toLower(), "names are tokens");
        check(isFieldValue(field.value), "no value can end its line");
        check(field.value.trimmed() == field.value, "values are trimmed");
    }
}

QByteArray written(const RequestHead &head)
{
    QByteArray text
        = head.method + ' ' + head.target + (head.version == 11 ? " HTTP/1.1" : " HTTP/1.0");
    for (const Field &field : head.fields)
        text += "\r\n" + field.name + ": " + field.value;
    return text + "\r\n\r\n";
}

/// What the application is sent holds one request, and the same one.
void checkPassedOn(const RequestHead &head)
{
    const QByteArray target = head.query.isEmpty() ? head.path : head.path + '?' + head.query;
    const QByteArray passed = writeRequest(head.method, target, head.fields, {});
    const Read again = readHead(passed, hugeLimits, Cut::Whole);
    check(again.state == ParseState::HeadDone, "what is passed on can be read");
    check(again.size == passed.size(), "what is passed on is one request");
    check(again.head.path == head.path, "what is passed on has the same path");
    check(again.head.query == head.query, "what is passed on has the same query");
    check(again.head.contentLength == 0 && !again.head.chunked, "what is passed on has no body");
}

} // namespace

void head(QByteArrayView input)
{
    for (const HeadLimits &limits : {HeadLimits {}, smallLimits}) {
        const Read whole = readHead(input, limits, Cut::Whole);
        checkSame(whole, readHead(input, limits, Cut::Chosen));
        checkSame(whole, readHead(input, limits, Cut::Bytes));
        if (whole.state != ParseState::HeadDone)
            continue;
        checkHead(whole, limits);
        const Read again = readHead(written(whole.head), hugeLimits, Cut::Whole);
        check(textOf(again.head) == textOf(whole.head), "a head written again reads the same");
        checkPassedOn(whole.head);
    }
}

} // namespace ct::fuzz

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/answers.h"

#include "shared/protocol/json.h"

#include <QCryptographicHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

using protocol::admin::Problem;

constexpr qsizetype tagLength = 22;

Answer bodyAnswer(int status, const QByteArray &type, const QByteArray &body)
{
    return {
        status,
        {{"Content-Type", type},
         {"Cache-Control", "no-store"},
         {"X-Content-Type-Options", "nosniff"}},
        body};
}

QPair<QString, QString> nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return {u"invalid"_s, u"This is not what is expected here"_s};
    case ErrorCode::NotFound:
        return {u"not-found"_s, u"There is no such thing"_s};
    case ErrorCode::Conflict:
        return {u"conflict"_s, u"This can't be done at present"_s};
    case ErrorCode::Unauthorized:
        return {u"unauthorized"_s, u"A sign-in is needed"_s};
    case ErrorCode::Forbidden:
        return {u"forbidden"_s, u"This is not allowed"_s};
    case ErrorCode::TooLarge:
        return {u"too-large"_s, u"This is too long"_s};
    case ErrorCode::TooMany:
        return {u"too-many"_s, u"There are too many already"_s};
    case ErrorCode::Unavailable:
        return {u"unavailable"_s, u"The server can't do this now"_s};
    case ErrorCode::Timeout:
        return {u"timeout"_s, u"This takes too long"_s};
    case ErrorCode::Corrupt:
    case ErrorCode::Internal:
        break;
    }
    return {u"internal"_s, u"The server has failed"_s};
}

} // namespace

Answer jsonAnswer(const QJsonObject &object, int status)
{
    return bodyAnswer(status, "application/json", protocol::toBytes(object));
}

Answer emptyAnswer(int status)
{
    return {status, {{"Cache-Control", "no-store"}}, {}};
}

QByteArray entityTag(const QJsonObject &object)
{
    const QByteArray hash
        = QCryptographicHash::hash(protocol::toBytes(object), QCryptographicHash::Sha256);
    return '"' + hash.toBase64(QByteArray::Base64UrlEncoding).left(tagLength) + '"';
}

Answer taggedAnswer(const QJsonObject &object, const QJsonObject &version)
{
    Answer answer = jsonAnswer(object);
    answer.addHeader("ETag", entityTag(version));
    return answer;
}

Answer taggedAnswer(const QJsonObject &object)
{
    return taggedAnswer(object, object);
}

std::optional<Answer> preconditionFault(const Call &call, const QJsonObject &object)
{
    if (call.ifMatch.isEmpty())
        return problemAnswer(
            428,
            u"precondition-required"_s,
            u"If-Match is needed"_s,
            u"Send the ETag of what you have seen as If-Match"_s);
    const QByteArray tag = entityTag(object);
    for (const QByteArray &one : call.ifMatch.split(',')) {
        if (one.trimmed() == tag || one.trimmed() == "*")
            return std::nullopt;
    }
    Answer answer = problemAnswer(
        412,
        u"precondition-failed"_s,
        u"This has been changed meanwhile"_s,
        u"Look at what it is now, and decide again"_s);
    answer.addHeader("ETag", tag);
    return answer;
}

Answer problemAnswer(const Problem &problem)
{
    Answer answer = bodyAnswer(
        static_cast<int>(problem.status),
        protocol::admin::problemType.toByteArray(),
        protocol::toBytes(protocol::FieldWriter::objectOf(problem)));
    if (problem.retryAfterSeconds)
        answer.addHeader(
            "Retry-After", QByteArray::number(qint64 {problem.retryAfterSeconds->count()}));
    return answer;
}

Answer problemAnswer(int status, const QString &name, const QString &title, const QString &detail)
{
    return problemAnswer(Problem {u"urn:codetogether:problem:"_s + name, title, status, detail});
}

Answer problemAnswer(const Error &error)
{
    const auto [name, title] = nameOf(error.code);
    return problemAnswer(statusOf(error.code), name, title, error.message);
}

Answer changingAnswer()
{
    return problemAnswer(
        {ErrorCode::Conflict, u"Another change is under way: look at what it is then"_s});
}

Answer fieldProblem(const QList<protocol::admin::FieldFault> &faults)
{
    return problemAnswer(
        {.type = u"urn:codetogether:problem:invalid-fields"_s,
         .title = u"Some fields can't be taken as they are"_s,
         .status = 422,
         .detail = faults.isEmpty() ? QString() : faults.constFirst().detail,
         .errors = faults});
}

} // namespace ct::server::admin

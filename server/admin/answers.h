// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/request.h"
#include "shared/protocol/admin/problem.h"
#include "shared/protocol/status.h"

#include <optional>

/// What the admin API answers, never to be cached. Thread: any.
namespace ct::server::admin {

Answer jsonAnswer(const QJsonObject &object, int status = 200);
template<typename Message>
Answer answerOf(const Message &message, int status = 200)
{
    return jsonAnswer(protocol::FieldWriter::objectOf(message), status);
}
Answer emptyAnswer(int status = 204);

/// The tag of a representation, with its quotes.
QByteArray entityTag(const QJsonObject &object);
/// The same with its tag, for what can be changed.
Answer taggedAnswer(const QJsonObject &object);
/// The same where only `version`, a part of it, can be changed.
Answer taggedAnswer(const QJsonObject &object, const QJsonObject &version);
/// What keeps a change from being made of something that is now `object`: nothing, 428 when the
/// caller does not say which version it knows, 412 when it is another one.
std::optional<Answer> preconditionFault(const Call &call, const QJsonObject &object);

Answer problemAnswer(const protocol::admin::Problem &problem);
/// `name` is the last part of the problem's type.
Answer problemAnswer(
    int status, const QString &name, const QString &title, const QString &detail = {});
Answer problemAnswer(const Error &error);
/// What the second of two changes at once is told: it has seen what is about to be no more.
Answer changingAnswer();
/// What is wrong with a message, field by field.
Answer fieldProblem(const QList<protocol::admin::FieldFault> &faults);

/// A message out of a body; the answer when it is none.
template<typename Message>
std::optional<Message> takeMessage(const Call &call, const Done &done)
{
    Result<Message> message = protocol::FieldReader::messageOf<Message>(call.body);
    if (message)
        return *std::move(message);
    done(problemAnswer(message.error()));
    return std::nullopt;
}

using protocol::statusOf;

} // namespace ct::server::admin

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/controltool/client.h"
#include "server/controltool/options.h"
#include "shared/protocol/json.h"

#include <functional>

/// What commands are made of.
namespace ct::server::controltool {

/// A call on its way.
struct Call {
    const Options &options;
    const QProcessEnvironment &environment;
};

struct Command {
    /// Its words: "license show".
    QString words;
    QString help;
    std::function<Outcome(const Call &)> run;
    /// Instead of run: for a command with further words behind its own.
    std::function<Outcome(const Call &, const QStringList &further)> runOn {};
    /// How people are told of those, one name each: "FOLDER".
    QStringList needs {};
    /// The flags that it has beyond those of all, without their dashes.
    QStringList flags {};
};

Outcome failed(const Error &error);
Result<ControlClient> clientOf(const Call &call);
/// The answer as it came, with --json; else `text`.
Outcome shown(const Call &call, const QJsonObject &object, const QString &text);

/// The same with an answer that is read first.
template<typename T>
Outcome shown(const Call &call, const QJsonObject &object, QString (*text)(const T &))
{
    const Result<T> answer = protocol::fromJson<T>(object);
    if (!answer)
        return failed(
            {ErrorCode::Internal, u"The server's answer is none: " + answer.error().message});
    return shown(call, object, text(*answer));
}

/// A command that calls one operation and shows its answer.
template<typename T>
std::function<Outcome(const Call &)> asking(QByteArrayView operation, QString (*text)(const T &))
{
    return [operation, text](const Call &call) {
        const auto client = clientOf(call);
        if (!client)
            return failed(client.error());
        const auto answer = client->ask({operation});
        return answer ? shown(call, *answer, text) : failed(answer.error());
    };
}

} // namespace ct::server::controltool

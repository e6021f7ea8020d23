// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/call.h"

#include "server/config/sysexits.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

namespace exitcode = config::exitcode;

int exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return exitcode::config;
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
        return exitcode::noPermission;
    case ErrorCode::Corrupt:
        return exitcode::dataError;
    case ErrorCode::NotFound:
    case ErrorCode::Unavailable:
    case ErrorCode::Conflict:
        return exitcode::unavailable;
    default:
        return exitcode::software;
    }
}

} // namespace

Outcome failed(const Error &error)
{
    return fail(exitCodeOf(error), error.message);
}

Result<ControlClient> clientOf(const Call &call)
{
    const auto folder = stateFolder(call.options, call.environment);
    if (!folder)
        return folder.error();
    return ControlClient::find(*folder);
}

Outcome shown(const Call &call, const QJsonObject &object, const QString &text)
{
    if (call.options.isJson)
        return {0, QString::fromUtf8(QJsonDocument(object).toJson())};
    return {0, text};
}

} // namespace ct::server::controltool

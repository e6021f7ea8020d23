// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/compat/httpserver.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QLatin1StringView>

#include <functional>

namespace ct::server::application {

/// What whoever runs the server asks of it, by whichever door.
struct ControlRequest {
    QUrlQuery query;
    QJsonObject body;
    /// Who asks, for the audit.
    QString actor;
};

/// Something that can be asked. `answer` is called once, now or later, on the application's thread.
struct ControlCommand {
    using Answer = std::function<void(const Result<QJsonObject> &)>;

    compat::Method method = compat::Method::Get;
    QLatin1StringView path;
    std::function<void(const ControlRequest &request, const Answer &answer)> run;
};

/// A command that is a member of `owner`, which outlives it.
template<typename Owner>
ControlCommand controlCommand(
    compat::Method method,
    QLatin1StringView path,
    Owner *owner,
    void (Owner::*run)(const ControlRequest &request, const ControlCommand::Answer &answer))
{
    return {
        method,
        path,
        [owner, run](const ControlRequest &request, const ControlCommand::Answer &answer) {
            (owner->*run)(request, answer);
        }};
}

/// The commands for whoever has `token`, which those have who can read its file. The front serves
/// their paths on the private port only.
void addControlRoutes(
    compat::HttpServer &server, const QList<ControlCommand> &commands, const QByteArray &token);

} // namespace ct::server::application

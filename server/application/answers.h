// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/compat/httpserver.h"
#include "shared/protocol/status.h"

#include <QJsonObject>

namespace ct::server::application {

/// The clients' JSON, never cached.
void answerJson(
    compat::Reply &reply, int status, const QJsonObject &body, compat::Reply::Headers headers = {});
void answerText(
    compat::Reply &reply, int status, const QByteArray &text, compat::Reply::Headers headers = {});
/// An answer without a body.
void answerEmpty(compat::Reply &reply, int status);
/// `{"code","params":[],"message"}` with the status.
void answerError(
    compat::Reply &reply,
    int status,
    const QString &code,
    const QString &message,
    compat::Reply::Headers headers = {});
using protocol::statusOf;

} // namespace ct::server::application

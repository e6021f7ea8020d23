// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace ct::server::controltool {

/// A running server's control API, found by what the server has left in its state folder. Thread:
/// main; a call waits for its answer.
class ControlClient
{
public:
    /// Fails when no server runs there (NotFound), or its token can't be read (Forbidden).
    static Result<ControlClient> find(const QString &stateFolder);

    Result<QJsonObject> get(QLatin1StringView path, const QUrlQuery &query = {}) const
    {
        return call("GET", path, query, {});
    }
    Result<QJsonObject> post(QLatin1StringView path, const QJsonObject &body = {}) const
    {
        return call("POST", path, {}, body);
    }
    /// Until its process has ended.
    void waitForEnd() const;

private:
    Result<QJsonObject> call(
        const QByteArray &method,
        const QString &path,
        const QUrlQuery &query,
        const QJsonObject &body) const;

    quint16 m_port = 0;
    qint64 m_pid = 0;
    QByteArray m_token;
};

} // namespace ct::server::controltool

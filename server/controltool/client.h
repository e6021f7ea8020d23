// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace ct::server::controltool {

/// A running server's admin API as its operator has it, found by what the server has left in its
/// state folder. Thread: main; a call waits for its answer.
class ControlClient
{
public:
    /// Fails when no server runs there (NotFound), or its token can't be read (Forbidden).
    static Result<ControlClient> find(const QString &stateFolder);

    /// Calls an operation whose path has no places to fill; whatever is there now it replaces.
    Result<QJsonObject> ask(
        QByteArrayView operation, const QUrlQuery &query = {}, const QJsonObject &body = {}) const;
    /// Until its process has ended.
    void waitForEnd() const;

private:
    quint16 m_port = 0;
    qint64 m_pid = 0;
    QByteArray m_token;
};

} // namespace ct::server::controltool

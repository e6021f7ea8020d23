// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrlQuery>

namespace ct::server::controltool {

/// What is asked.
struct Question {
    QByteArrayView operation;
    /// What fills the places of its path.
    QStringList places {};
    QUrlQuery query {};
    QJsonObject body {};
};

/// A running server's admin API as its operator has it, found by what the server has left in its
/// state folder. Thread: main; a call waits for its answer.
class ControlClient
{
public:
    /// Fails when no server runs there (NotFound), or its token can't be read (Forbidden).
    static Result<ControlClient> find(const QString &stateFolder);

    /// Calls an operation; whatever is there now it replaces. Where it is done without a word the
    /// answer is empty.
    Result<QJsonObject> ask(const Question &question) const;
    /// Until its process has ended.
    void waitForEnd() const;

private:
    quint16 m_port = 0;
    qint64 m_pid = 0;
    QByteArray m_token;
};

} // namespace ct::server::controltool

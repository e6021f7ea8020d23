// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/acceptor.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QLockFile>
#include <QStringList>

#include <memory>

namespace ct::server::app {

/// The folder that keeps what outlives a run: keys, certificate, and the file that tells which
/// ports were taken. Held by one server at a time. Thread: main.
class StateFolder
{
public:
    /// Makes the folder (0700) when it is missing. Fails with a sentence that names CT_STATE_DIR
    /// when it can't be used or another server has it.
    static Result<std::unique_ptr<StateFolder>> open(const QString &path);
    ~StateFolder();
    StateFolder(const StateFolder &) = delete;
    StateFolder &operator=(const StateFolder &) = delete;

    QString file(const QString &name) const { return m_path + u'/' + name; }
    /// A folder within, made (0700) when it is missing.
    Result<QString> folder(const QString &name) const;
    /// A new token in `control-token` (0600); gone again when the server stops.
    Result<QByteArray> makeControlToken(RandomSource &random);
    /// `ports.json`, whole or not at all; gone again when the server stops.
    Status writePorts(const front::Ports &ports);

private:
    explicit StateFolder(const QString &path);

    const QString m_path;
    QLockFile m_lock;
    /// What goes with this run.
    QStringList m_passing;
};

} // namespace ct::server::app

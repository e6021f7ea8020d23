// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/loggingconfig.h"

#include <QFile>
#include <QTemporaryDir>

namespace ct::test {

/// A folder of its own for a test's logs, without a copy on the standard output.
class LogFolder
{
public:
    LogFolder()
    {
        config.folder = m_top.filePath(QStringLiteral("log"));
        config.standardOutput = false;
    }

    QString path(const QString &name) const { return config.folder + u'/' + name; }
    QString top() const { return m_top.path(); }

    QByteArray text(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    server::logging::LoggingConfig config;

private:
    QTemporaryDir m_top;
};

} // namespace ct::test

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/operationtable.h"
#include "shared/base/offloop.h"

namespace ct::server::admin {

/// What lies in files: the logs. Thread: main.
class FileOperations
{
public:
    FileOperations(OperationTable &table, QString logFolder);
    FileOperations(const FileOperations &) = delete;
    FileOperations &operator=(const FileOperations &) = delete;

private:
    void listLogs(const Done &done);
    void readLog(const Call &call, const Done &done);
    void sendLog(const Call &call, const Done &done);
    QString pathOf(const QString &log) const;

    const QString m_logFolder;
    OffLoop m_offLoop;
};

} // namespace ct::server::admin

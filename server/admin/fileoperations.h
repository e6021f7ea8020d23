// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/operationtable.h"
#include "server/clients/catalog.h"
#include "server/metrics/serverfigures.h"
#include "shared/base/offloop.h"

#include <memory>

namespace ct::server::admin {

/// What lies in files: the logs and the packages for IDEs. Thread: main.
class FileOperations
{
public:
    /// All of it outlives them.
    struct Services {
        QString logFolder;
        /// Null when there is no clients area.
        std::function<std::shared_ptr<const clients::Catalog>()> catalog;
        std::function<void(const std::function<void(const metrics::ServerFigures &)> &)> gather;
    };

    FileOperations(OperationTable &table, Services services);
    FileOperations(const FileOperations &) = delete;
    FileOperations &operator=(const FileOperations &) = delete;

private:
    void listLogs(const Done &done);
    void readLog(const Call &call, const Done &done);
    void sendLog(const Call &call, const Done &done);
    void listPackages(const Done &done) const;
    QString pathOf(const QString &log) const;

    const Services m_services;
    OffLoop m_offLoop;
};

} // namespace ct::server::admin

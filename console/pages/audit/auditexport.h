// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/adminclient.h"

#include <QObject>
#include <QSaveFile>

namespace ct::console::pages {

/// Writes the audit to a file, part by part, the newest entries first. What is not finished leaves
/// no file behind. Thread: main.
class AuditExport : public QObject
{
    Q_OBJECT

public:
    enum class Format { Csv, Lines };

    /// `client` must outlive the export; `query` is the filter.
    AuditExport(
        api::AdminClient &client, const QUrlQuery &query, const QString &path, Format format);

    void start();

Q_SIGNALS:
    void progressed(qint64 entries);
    void finished(qint64 entries);
    void failed(const ct::console::api::Failure &failure);
    /// The file; its own words on it.
    void notWritten(const QString &why);

private:
    void askPart();
    void takePart(const QByteArray &part);

    api::AdminClient &m_client;
    QUrlQuery m_query;
    QSaveFile m_file;
    Format m_format;
    qint64 m_entries = 0;
    qint64 m_before = 0;
};

/// How many records a part has, and the number of its last one; 0 when it can't be read.
struct AuditPart {
    qint64 records = 0;
    qint64 lastEntry = 0;
};
AuditPart readCsvPart(const QByteArray &part);
AuditPart readLinesPart(const QByteArray &part);

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/audit/auditexport.h"

#include "shared/protocol/audit.h"

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

constexpr int entriesInPart = 1000;

} // namespace

AuditPart readCsvPart(const QByteArray &part)
{
    AuditPart read;
    bool isQuoted = false;
    qsizetype start = 0;
    qsizetype lastStart = 0;
    for (qsizetype at = 0; at < part.size(); ++at) {
        if (part.at(at) == '"')
            isQuoted = !isQuoted;
        if (part.at(at) != '\n' || isQuoted)
            continue;
        ++read.records;
        lastStart = start;
        start = at + 1;
    }
    // The first one is the header.
    read.records = std::max<qint64>(read.records - 1, 0);
    if (read.records > 0)
        read.lastEntry = part.sliced(lastStart).split(',').constFirst().toLongLong();
    return read;
}

AuditPart readLinesPart(const QByteArray &part)
{
    AuditPart read;
    read.records = part.count('\n');
    if (read.records == 0)
        return read;
    const QByteArray last = part.chopped(1).sliced(part.chopped(1).lastIndexOf('\n') + 1);
    const auto object = protocol::objectFromBytes(last);
    if (object)
        read.lastEntry = object->value("entry"_L1).toInteger();
    return read;
}

AuditExport::AuditExport(
    api::AdminClient &client, const QUrlQuery &query, const QString &path, Format format)
    : m_client(client),
      m_query(query),
      m_file(path),
      m_format(format)
{ }

void AuditExport::start()
{
    if (m_file.open(QIODevice::WriteOnly))
        askPart();
    else
        Q_EMIT notWritten(m_file.errorString());
}

void AuditExport::askPart()
{
    api::Request request {"exportAudit"};
    request.query = m_query;
    request.query.addQueryItem(u"format"_s, m_format == Format::Csv ? u"csv"_s : u"ndjson"_s);
    request.query.addQueryItem(u"limit"_s, QString::number(entriesInPart));
    if (m_before > 0)
        request.query.addQueryItem(u"before"_s, QString::number(m_before));
    m_client.ask<QByteArray>(request, this, [this](const api::Outcome<QByteArray> &part) {
        if (part)
            takePart(*part);
        else
            Q_EMIT failed(part.failure());
    });
}

void AuditExport::takePart(const QByteArray &part)
{
    const bool isCsv = m_format == Format::Csv;
    const AuditPart read = isCsv ? readCsvPart(part) : readLinesPart(part);
    const bool hasHeaderAgain = isCsv && m_before > 0;
    const QByteArray text = hasHeaderAgain ? part.sliced(part.indexOf('\n') + 1) : part;
    if (m_file.write(text) != text.size())
        return void(Q_EMIT notWritten(m_file.errorString()));
    m_entries += read.records;
    Q_EMIT progressed(m_entries);
    if (read.records >= entriesInPart && read.lastEntry > 0) {
        m_before = read.lastEntry;
        askPart();
    } else if (m_file.commit()) {
        Q_EMIT finished(m_entries);
    } else {
        Q_EMIT notWritten(m_file.errorString());
    }
}

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/totalsfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

constexpr std::chrono::seconds saveEvery {1};

quint64 numberOf(const QJsonValue &value)
{
    return static_cast<quint64>(std::max<qint64>(0, value.toInteger()));
}

Totals parse(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const QJsonObject downloads = object.value("downloads"_L1).toObject();
    Totals totals;
    totals.sessionsHosted = numberOf(object.value("sessionsHosted"_L1));
    for (std::size_t at = 0; at < metrics::ideNames.size(); ++at)
        totals.downloads.byIde[at]
            = numberOf(downloads.value(QLatin1StringView(metrics::ideNames[at])));
    return totals;
}

QByteArray textOf(const Totals &totals)
{
    QJsonObject downloads;
    for (std::size_t at = 0; at < metrics::ideNames.size(); ++at)
        downloads.insert(
            QLatin1StringView(metrics::ideNames[at]),
            static_cast<qint64>(totals.downloads.byIde[at]));
    const QJsonObject object {
        {u"sessionsHosted"_s, static_cast<qint64>(totals.sessionsHosted)},
        {u"downloads"_s, downloads},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

bool write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

} // namespace

TotalsFile::TotalsFile(const QString &path) : m_path(path)
{
    m_writer.setMaxThreadCount(1);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        m_before = parse(file.readAll());
    m_saved = textOf(m_before);
    connect(&m_timer, &QTimer::timeout, this, &TotalsFile::save);
}

TotalsFile::~TotalsFile()
{
    m_writer.waitForDone();
}

void TotalsFile::keep(Source source, std::function<void(const QString &sentence)> failed)
{
    m_source = std::move(source);
    m_failed = std::move(failed);
    m_timer.start(saveEvery);
}

void TotalsFile::save()
{
    const QByteArray text = textOf(m_source());
    if (text == m_saved)
        return;
    m_saved = text;
    m_writer.start([this, text, path = m_path] {
        const bool isWritten = write(path, text);
        QMetaObject::invokeMethod(
            this,
            [this, isWritten] {
                if (!isWritten && !std::exchange(m_hasFailed, true))
                    m_failed(u"The totals can't be written to %1"_s.arg(m_path));
                m_hasFailed = !isWritten;
            },
            Qt::QueuedConnection);
    });
}

void TotalsFile::finish()
{
    m_timer.stop();
    if (m_source)
        save();
    m_writer.waitForDone();
}

} // namespace ct::server::app

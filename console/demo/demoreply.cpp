// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demoreply.h"

#include <QTimer>

#include <algorithm>

namespace ct::console::demo {

namespace {

/// As a server nearby takes.
constexpr std::chrono::milliseconds delay {15};

} // namespace

DemoReply::DemoReply(
    QNetworkAccessManager::Operation operation,
    const QNetworkRequest &request,
    DemoAnswer answer,
    QObject *parent)
    : QNetworkReply(parent),
      m_answer(std::move(answer))
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    QTimer::singleShot(delay, this, &DemoReply::arrive);
}

void DemoReply::arrive()
{
    if (isFinished())
        return;
    m_hasArrived = true;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
    if (!m_answer.type.isEmpty())
        setRawHeader("Content-Type", m_answer.type);
    if (!m_answer.etag.isEmpty())
        setRawHeader("ETag", m_answer.etag);
    // As Qt's own replies do for statuses that say no.
    if (m_answer.status >= 400)
        setError(QNetworkReply::UnknownContentError, {});
    setFinished(true);
    if (!m_answer.body.isEmpty())
        Q_EMIT readyRead();
    Q_EMIT finished();
}

void DemoReply::abort()
{
    if (isFinished())
        return;
    setError(QNetworkReply::OperationCanceledError, {});
    setFinished(true);
    Q_EMIT finished();
}

qint64 DemoReply::bytesAvailable() const
{
    return m_hasArrived ? m_answer.body.size() - m_read : 0;
}

qint64 DemoReply::readData(char *data, qint64 size)
{
    const qsizetype taken = std::min<qsizetype>(size, bytesAvailable());
    if (taken <= 0)
        return m_hasArrived ? -1 : 0;
    std::copy_n(m_answer.body.constData() + m_read, taken, data);
    m_read += taken;
    return taken;
}

} // namespace ct::console::demo

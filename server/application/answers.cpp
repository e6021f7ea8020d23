// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/answers.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

void answer(
    compat::Reply &reply,
    int status,
    const QByteArray &type,
    const QByteArray &body,
    compat::Reply::Headers headers)
{
    headers.append(qMakePair(QByteArray("Content-Type"), type));
    headers.append(qMakePair(QByteArray("Cache-Control"), QByteArray("no-store")));
    headers.append(qMakePair(QByteArray("X-Content-Type-Options"), QByteArray("nosniff")));
    reply.send(status, headers, body);
}

} // namespace

void answerJson(
    compat::Reply &reply, int status, const QJsonObject &body, compat::Reply::Headers headers)
{
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    answer(reply, status, "application/json; charset=utf-8", text, std::move(headers));
}

void answerText(
    compat::Reply &reply, int status, const QByteArray &text, compat::Reply::Headers headers)
{
    answer(reply, status, "text/plain; charset=utf-8", text, std::move(headers));
}

void answerEmpty(compat::Reply &reply, int status)
{
    reply.send(status, {{"Cache-Control", "no-store"}}, {});
}

void answerError(
    compat::Reply &reply,
    int status,
    const QString &code,
    const QString &message,
    compat::Reply::Headers headers)
{
    answerJson(
        reply,
        status,
        {{u"code"_s, code}, {u"params"_s, QJsonArray()}, {u"message"_s, message}},
        std::move(headers));
}

} // namespace ct::server::application

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/client.h"

#include "server/controltool/notedports.h"
#include "shared/protocol/admin/operations.h"
#include "shared/protocol/admin/problem.h"
#include "shared/protocol/paths.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

namespace admin = protocol::admin;

/// A server that is busy with its own start or end answers late.
constexpr int patience = 60'000;
constexpr std::chrono::milliseconds lookEvery {50};
constexpr int notFound = 404;

bool isAlive(qint64 pid)
{
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

/// Whatever else stands there is not sent to whoever listens.
bool isToken(const QByteArray &text)
{
    return text.size() == protocol::files::controlTokenLength
        && std::all_of(text.begin(), text.end(), [](char letter) {
               return std::isalnum(static_cast<unsigned char>(letter)) != 0;
           });
}

QByteArray pathOf(const admin::Operation &operation, const QStringList &places)
{
    QByteArray path;
    qsizetype next = 0;
    for (const QByteArray &segment : operation.path.toByteArray().sliced(1).split('/')) {
        const bool isPlace = segment.startsWith('{');
        path += '/' + (isPlace ? QUrl::toPercentEncoding(places.value(next++)) : segment);
    }
    return path;
}

/// The details repeat what their title says: of what is not there, and of fields that are named
/// below.
QString sentenceOf(const admin::Problem &problem)
{
    if (problem.status == notFound && !problem.detail.isEmpty())
        return problem.detail;
    QString sentence = problem.title;
    if (!problem.detail.isEmpty() && problem.errors.isEmpty())
        sentence += u". "_s + problem.detail;
    for (const admin::FieldFault &fault : problem.errors)
        sentence += u"; %1: %2"_s.arg(fault.field, fault.detail);
    return sentence;
}

Error causeOf(const QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return {ErrorCode::Unavailable, u"The server does not answer: "_s + reply.errorString()};
    const auto object = protocol::objectFromBytes(body);
    const auto problem = object ? protocol::FieldReader::messageOf<admin::Problem>(*object)
                                : Result<admin::Problem>(object.error());
    const QString sentence
        = problem ? sentenceOf(*problem) : u"The server answers with %1"_s.arg(status);
    switch (status) {
    case 400:
    case 422:
        return {ErrorCode::InvalidInput, sentence};
    case 401:
    case 403:
        return {ErrorCode::Forbidden, sentence};
    case notFound:
        return {ErrorCode::NotFound, sentence};
    case 409:
        return {ErrorCode::Conflict, sentence};
    case 503:
        return {ErrorCode::Unavailable, sentence};
    default:
        return {ErrorCode::Internal, sentence};
    }
}

} // namespace

Result<ControlClient> ControlClient::find(const QString &stateFolder)
{
    const Error notRunning {
        ErrorCode::NotFound, u"No server is running with its state in %1"_s.arg(stateFolder)};
    const auto ports = notedPorts(stateFolder);
    if (!ports)
        return ports.error().code == ErrorCode::Forbidden ? ports.error() : notRunning;
    if (!isAlive(ports->pid))
        return notRunning;
    const QString tokenFile = stateFolder + u'/' + protocol::files::controlToken;
    const auto token = contentOfNote(tokenFile);
    if (!token)
        return token.error();
    if (!isToken(token->trimmed()))
        return Error {ErrorCode::Forbidden, u"%1 holds no server's token"_s.arg(tokenFile)};
    ControlClient client;
    client.m_port = ports->privatePort;
    client.m_pid = ports->pid;
    client.m_token = token->trimmed();
    return client;
}

Result<QJsonObject> ControlClient::ask(const Question &question) const
{
    const admin::Operation &wanted = admin::operation(question.operation);
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(m_port)
        + admin::base.toByteArray() + pathOf(wanted, question.places);
    QUrl url = QUrl::fromEncoded(address);
    if (!question.query.isEmpty())
        url.setQuery(question.query);
    QNetworkRequest request(url);
    request.setTransferTimeout(patience);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setRawHeader("If-Match", "*");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QByteArray sent
        = question.body.isEmpty() ? QByteArray() : protocol::toBytes(question.body);
    const QByteArrayView verb = admin::verbNames.at(static_cast<std::size_t>(wanted.verb));
    const std::unique_ptr<QNetworkReply> reply(
        manager.sendCustomRequest(request, verb.toByteArray(), sent));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    const QByteArray answer = reply->readAll();
    if (reply->error() != QNetworkReply::NoError)
        return causeOf(*reply, answer);
    if (answer.isEmpty())
        return QJsonObject();
    return protocol::objectFromBytes(answer);
}

void ControlClient::waitForEnd() const
{
    while (isAlive(m_pid))
        std::this_thread::sleep_for(lookEvery);
}

} // namespace ct::server::controltool

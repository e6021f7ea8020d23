// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/backendconnection.h"

#include "server/http/requestwriter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

BackendConnection::BackendConnection(int descriptor)
{
    m_socket.setSocketDescriptor(descriptor);
    connect(&m_socket, &QTcpSocket::readyRead, this, &BackendConnection::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, &BackendConnection::broken);
}

BackendConnection::~BackendConnection()
{
    // The socket says so when it goes, and whoever waits may be going itself.
    m_socket.disconnect(this);
}

void BackendConnection::send(
    const BackendRequest &request, Instant due, BackendPool::Answered answered)
{
    m_answered = std::move(answered);
    m_due = due;
    m_parser.reset();
    m_socket.write(
        http::writeRequest(request.method, request.target, request.fields, request.body));
}

void BackendConnection::read()
{
    const QByteArray bytes = m_socket.readAll();
    if (!m_answered) {
        // Nothing was asked: this end no longer knows where the next answer begins.
        m_isBroken = true;
        return;
    }
    switch (m_parser.feed(bytes)) {
    case http::ResponseParser::State::NeedMore:
        return;
    case http::ResponseParser::State::Done:
        return answer(m_parser.takeResponse());
    case http::ResponseParser::State::Failed:
        m_isBroken = true;
        return answer(Error {ErrorCode::Internal, u"The application's answer could not be read"_s});
    }
}

void BackendConnection::broken()
{
    m_isBroken = true;
    if (m_answered)
        answer(Error {
            ErrorCode::Unavailable, u"The application closed its connection without an answer"_s});
}

void BackendConnection::giveUp()
{
    m_isBroken = true;
    answer(Error {ErrorCode::Unavailable, u"The application did not answer in time"_s});
}

void BackendConnection::answer(Result<http::Response> response)
{
    std::exchange(m_answered, {})(std::move(response));
}

} // namespace ct::server::front

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/eventstream.h"

#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::api {

namespace {

namespace wire = protocol::admin;

/// A part of a snapshot is far shorter.
constexpr quint64 longestMessage = 4ULL * 1024 * 1024;
constexpr auto patience = 15s;
constexpr auto pause = 1s;

} // namespace

EventStream::EventStream(AdminClient &client, const DelayMaker &makeDelay)
    : m_client(client),
      m_delay(makeDelay()),
      m_polling(client, makeDelay())
{
    connect(&m_polling, &EventSource::happened, this, &EventSource::happened);
    connect(&m_polling, &EventSource::failed, this, &EventSource::failed);
}

EventStream::~EventStream()
{
    dropSocket();
}

void EventStream::start()
{
    stop();
    m_isWanted = true;
    open();
}

void EventStream::stop()
{
    m_isWanted = false;
    m_wasOpen = false;
    m_call.cancel();
    m_delay->stop();
    m_polling.stop();
    dropSocket();
}

void EventStream::open()
{
    QUrlQuery query;
    if (m_after)
        query.addQueryItem(u"after"_s, QString::number(*m_after));
    const QNetworkRequest request = m_client.eventRequest(query);
    // Nobody is to be asked for such a name (RFC 6761): it is that of a server which is not on any
    // network.
    if (request.url().host().endsWith(".invalid"_L1))
        return m_polling.start();
    renewSocket();
    m_delay->start(patience, [this] { m_socket->abort(); });
    m_socket->open(request);
}

void EventStream::renewSocket()
{
    dropSocket();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(longestMessage);
    m_socket->setMaxAllowedIncomingFrameSize(longestMessage);
    m_socket->setSslConfiguration(m_client.trust().configuration());
    connect(m_socket, &QWebSocket::textMessageReceived, this, &EventStream::take);
    connect(m_socket, &QWebSocket::stateChanged, this, &EventStream::followState);
    connect(m_socket, &QWebSocket::sslErrors, this, &EventStream::judge);
}

void EventStream::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void EventStream::judge(const QList<QSslError> &errors)
{
    // With errors left standing Qt ends the handshake by itself.
    if (!m_client.trust().doubt(m_socket->sslConfiguration(), errors))
        m_socket->ignoreSslErrors(errors);
}

void EventStream::followState(QAbstractSocket::SocketState state)
{
    if (!m_isWanted)
        return;
    if (state == QAbstractSocket::ConnectedState) {
        m_wasOpen = true;
        m_delay->stop();
    } else if (state == QAbstractSocket::UnconnectedState) {
        lose();
    }
}

void EventStream::lose()
{
    m_delay->stop();
    if (static_cast<int>(m_socket->closeCode()) == wire::closedSignedOut) {
        askForSignIn();
    } else if (std::exchange(m_wasOpen, false)) {
        m_delay->start(pause, [this] { open(); });
    } else {
        m_after.reset();
        m_polling.start();
    }
}

// Whatever meets the ended sign-in waits for the next one; then the stream goes on.
void EventStream::askForSignIn()
{
    m_call = m_client.ask<Nothing>({"getHealth"}, this, [this](const auto &outcome) {
        if (outcome)
            open();
        else
            Q_EMIT failed(outcome.failure());
    });
}

void EventStream::take(const QString &text)
{
    const auto object = protocol::objectFromBytes(text.toUtf8());
    const auto event = object ? protocol::FieldReader::messageOf<wire::Event>(*object)
                              : Result<wire::Event>(object.error());
    if (!event) {
        m_after.reset();
        m_socket->abort();
        Q_EMIT failed({FailureKind::NotOurServer, event.error().message});
        return;
    }
    const bool isAmidSnapshot
        = event->type == wire::eventtypes::snapshot && !event->last.value_or(false);
    if (isAmidSnapshot)
        m_after.reset();
    else
        m_after = event->sequence;
    Q_EMIT happened(*event);
}

} // namespace ct::console::api

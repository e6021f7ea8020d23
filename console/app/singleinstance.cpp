// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/singleinstance.h"

#include "shared/protocol/fields.h"

#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::app {

namespace {

constexpr int patience = 1000;
constexpr qint64 longestWish = 8192;
const QByteArray taken = "taken\n";

struct WishMessage {
    QString address;
    QString page;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("address", self.address);
        fields("page", self.page);
    }
};

} // namespace

SingleInstance::SingleInstance(QString socket) : m_socket(std::move(socket))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

QString SingleInstance::usualSocket()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QString() : folder + u"/codetogether-console.socket"_s;
}

bool SingleInstance::handOver(const Wish &wish) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (m_socket.isEmpty() || !socket.waitForConnected(patience))
        return false;
    const QJsonObject message
        = protocol::FieldWriter::objectOf(WishMessage {wish.address, wish.page});
    socket.write(protocol::toBytes(message) + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(patience))
            return false;
    }
    return socket.readLine() == taken;
}

void SingleInstance::listen()
{
    if (m_socket.isEmpty() || m_server.listen(m_socket))
        return;
    // What a program that crashed has left: nobody has answered handOver() there.
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
}

void SingleInstance::serve()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        read(*socket);
    }
}

void SingleInstance::read(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() > longestWish)
            socket.abort();
        return;
    }
    const auto object = protocol::objectFromBytes(socket.readLine(longestWish));
    const auto message = object ? protocol::FieldReader::messageOf<WishMessage>(*object)
                                : Result<WishMessage>(object.error());
    if (!message) {
        socket.abort();
        return;
    }
    socket.write(taken);
    socket.disconnectFromServer();
    Q_EMIT wished({message->address, message->page});
}

} // namespace ct::console::app

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/servermessages.h"

#include "server/relay/messagewriter.h"

namespace ct::server::relay {

namespace {

/// The first three fields of every message, and the metadata without which clients ignore it.
void writeBeginning(MessageWriter &writer, qsizetype fields, MessageKind kind)
{
    writer.map(fields);
    writer.string("version").string(protocolVersion);
    writer.string("kind").string(kindName(kind));
    writer.string("metadata").map(2);
    writer.string("encryption").map(1).string("keys").array(0);
    writer.string("compression").map(1).string("algorithm").string("none");
}

/// `content` with a method and one parameter, which the caller writes.
void writeCall(MessageWriter &writer, QByteArrayView method)
{
    writer.string("content").map(2);
    writer.string("method").string(method);
    writer.string("params").array(1);
}

void writePeer(MessageWriter &writer, const PeerDescription &peer)
{
    writer.map(peer.email.isEmpty() ? 4 : 5);
    writer.string("id").string(peer.id);
    writer.string("host").boolean(peer.host);
    writer.string("name").string(peer.name.toUtf8());
    if (!peer.email.isEmpty())
        writer.string("email").string(peer.email.toUtf8());
    writer.string("metadata").map(2);
    writer.string("encryption").map(1).string("publicKey").string(peer.publicKey);
    writer.string("compression").map(1).string("supported").array(peer.compression.size());
    for (const QByteArray &algorithm : peer.compression)
        writer.string(algorithm);
}

void writeUser(MessageWriter &writer, const JoiningUser &user)
{
    writer.map(user.email.isEmpty() ? 3 : 4);
    writer.string("id").string(user.id.toUtf8());
    writer.string("name").string(user.name.toUtf8());
    if (!user.email.isEmpty())
        writer.string("email").string(user.email.toUtf8());
    writer.string("authProvider").string(user.authProvider.toUtf8());
}

Outgoing finished(MessageWriter &writer)
{
    return Outgoing(writer.written());
}

Outgoing peerBroadcast(QByteArrayView method, const PeerDescription &participant)
{
    MessageWriter writer;
    writeBeginning(writer, 5, MessageKind::Broadcast);
    writer.string("origin").string(participant.id);
    writeCall(writer, method);
    writePeer(writer, participant);
    return finished(writer);
}

} // namespace

Outgoing peerInfo(const PeerDescription &self)
{
    MessageWriter writer;
    writeBeginning(writer, 6, MessageKind::Notification);
    writer.string("target").string(self.id);
    writer.string("origin").string("");
    writeCall(writer, "peer/info");
    writePeer(writer, self);
    return finished(writer);
}

Outgoing joinRequest(QByteArrayView requestId, QByteArrayView hostId, const JoiningUser &user)
{
    MessageWriter writer;
    writeBeginning(writer, 7, MessageKind::Request);
    writer.string("id").string(requestId);
    writer.string("origin").string("");
    writer.string("target").string(hostId);
    writeCall(writer, "peer/join");
    writeUser(writer, user);
    return finished(writer);
}

Outgoing roomJoined(const PeerDescription &participant)
{
    return peerBroadcast("room/joined", participant);
}

Outgoing roomLeft(const PeerDescription &participant)
{
    return peerBroadcast("room/left", participant);
}

Outgoing roomClosed(QByteArrayView hostId)
{
    MessageWriter writer;
    writeBeginning(writer, 5, MessageKind::Broadcast);
    writer.string("origin").string(hostId);
    writer.string("content").map(2);
    writer.string("method").string("room/closed");
    writer.string("params").undefined();
    return finished(writer);
}

Outgoing responseError(QByteArrayView rawId, const QString &message)
{
    MessageWriter writer;
    writeBeginning(writer, 5, MessageKind::ResponseError);
    writer.string("id").raw(rawId);
    writer.string("content").map(1).string("message").string(message.toUtf8());
    return finished(writer);
}

QByteArray encodeId(QByteArrayView id)
{
    return MessageWriter().string(id).written();
}

} // namespace ct::server::relay

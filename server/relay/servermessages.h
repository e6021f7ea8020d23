// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/relay/outgoing.h"

#include <QStringList>

namespace ct::server::relay {

/// A participant as others are told of it: `{id, host, name, email?,
/// metadata:{encryption:{publicKey}, compression:{supported}}}`. `email` is left out when empty.
struct PeerDescription {
    QByteArray id;
    bool host = false;
    QString name;
    QString email;
    QByteArray publicKey;
    QList<QByteArray> compression;
};

/// A user who asks to join, as the host is told: `{id, name, email?, authProvider}`, nothing else.
struct JoiningUser {
    QString id;
    QString name;
    QString email;
    QString authProvider;
};

// Unencrypted messages of the server itself, in the clients' own encoding conventions (map16 for
// every map, minimal strings and arrays, `undefined` as d4 00 00, keys [] and algorithm "none").

/// Notification `peer/info`, origin "", target the receiver's id.
Outgoing peerInfo(const PeerDescription &self);
/// Request `peer/join` to the host, origin "", with our own string id.
Outgoing joinRequest(QByteArrayView requestId, QByteArrayView hostId, const JoiningUser &user);
/// Broadcasts; origin is the participant's (or host's) id.
Outgoing roomJoined(const PeerDescription &participant);
Outgoing roomLeft(const PeerDescription &participant);
Outgoing roomClosed(QByteArrayView hostId);
/// `response-error` to a request; `id` is raw, as the request had it.
Outgoing responseError(QByteArrayView rawId, const QString &message);

/// Our own request id as a raw MessagePack string.
QByteArray encodeId(QByteArrayView id);
/// The text of a raw id if it is a string; empty otherwise.
QByteArrayView decodeId(QByteArrayView raw);

/// The workspace that a host's answer to `peer/join` grants: accepted with it, or rejected
/// (`undefined`, nil, missing, or a response-error).
struct JoinAnswer {
    bool accepted = false;
    QString workspaceName;
    QStringList workspaceFolders;
};
/// Reads the content of a host's (unencrypted) answer. Fails when it is malformed or over 64 KiB or
/// 4,096 folders.
Result<JoinAnswer> parseJoinAnswer(const Envelope &answer);

/// `content.method` of an unencrypted notification to the server (`room/leave`), or a failure.
Result<QByteArray> parseServerMethod(const Envelope &notification);

} // namespace ct::server::relay

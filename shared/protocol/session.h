// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/info.h"

#include <QByteArray>
#include <QStringList>

namespace ct::protocol {

/// POST /api/session/create
struct RoomCreated {
    QByteArray roomId {};
    QByteArray roomToken {};
};

/// POST /api/session/join/:room
struct JoinStarted {
    QByteArray pollToken {};
    QByteArray roomId {};
};

/// POST /api/session/poll/:token while there is no answer, and when it is a no.
struct JoinPolled {
    InfoMessage info {};
    bool failure = false;
};

struct Workspace {
    QString name {};
    QStringList folders {};
};

/// A participant as others are told of it.
struct Peer {
    QByteArray id {};
    bool host = false;
    QString name {};
    /// Empty when there is none; then the wire has no such field.
    QString email {};
    QByteArray publicKey {};
    QStringList compression {};
};

/// POST /api/session/poll/:token once the host has said yes.
struct JoinAnswer {
    QByteArray roomId {};
    QByteArray roomToken {};
    Workspace workspace {};
    Peer host {};
};

QJsonObject toJson(const RoomCreated &created);
QJsonObject toJson(const JoinStarted &started);
QJsonObject toJson(const JoinPolled &polled);
QJsonObject toJson(const Workspace &workspace);
QJsonObject toJson(const Peer &peer);
QJsonObject toJson(const JoinAnswer &answer);

template<>
Result<RoomCreated> fromJson<RoomCreated>(const QJsonObject &object);
template<>
Result<JoinStarted> fromJson<JoinStarted>(const QJsonObject &object);
template<>
Result<JoinPolled> fromJson<JoinPolled>(const QJsonObject &object);
template<>
Result<Workspace> fromJson<Workspace>(const QJsonObject &object);
template<>
Result<Peer> fromJson<Peer>(const QJsonObject &object);
template<>
Result<JoinAnswer> fromJson<JoinAnswer>(const QJsonObject &object);

} // namespace ct::protocol

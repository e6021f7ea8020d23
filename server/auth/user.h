// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace ct::server::auth {

/// Who logged in, as the login method vouches for it.
struct User {
    QString id;
    QString name;
    /// Empty when there is none.
    QString email;
    QString authProvider;
};

/// What a login token says.
struct LoginClaims {
    User user;
    QByteArray tokenId;
    qint64 expires = 0;
};

/// What a room token says. It is good for one participant of one instance of one room.
struct RoomClaims {
    QByteArray room;
    /// Random at every creation: a token of an earlier room under the same id is dead.
    QByteArray instance;
    /// The participant's id.
    QByteArray participant;
    User user;
    bool host = false;
    QByteArray tokenId;
    qint64 expires = 0;
};

} // namespace ct::server::auth

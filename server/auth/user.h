// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace ct::server::auth {

/// Who logged in, as the login method vouches for it.
struct User {
    QString id;
    QString name;
    /// Empty when there is none.
    QString email;
    QString authProvider;
    // What has to stay in force for its tokens to count:
    /// The digest of the API key that it logged in with; empty: of none.
    QByteArray apiKey {};
    /// The id of the key that signed the token it came with.
    QByteArray signer {};
};

/// The `authProvider` of those whose word nobody has checked.
inline constexpr QLatin1StringView unverified {"Unverified"};

/// Who a user is, across logins, as far as the login method can tell. An unverified login has a new
/// id each time, so there it is the e-mail address, else the name.
inline QString identityOf(const User &user)
{
    const bool isStable = user.authProvider != unverified && !user.id.isEmpty();
    const QString &said = user.email.isEmpty() ? user.name : user.email;
    return user.authProvider + QChar(u'\n') + (isStable ? user.id : said.toCaseFolded());
}

/// What a login token says.
struct LoginClaims {
    User user;
    QByteArray tokenId;
    qint64 expires = 0;
    /// When the user logged in; renewals keep it. Seconds since 1970.
    qint64 since = 0;
};

/// Whose tokens and seats a logout ends.
struct Logout {
    /// Its token's id; empty: all logins of the user.
    QByteArray login;
    QString user;
    /// An API key or a signing key that was withdrawn, as users name them. It stands for itself:
    /// login and user don't count.
    QByteArray key {};

    bool covers(const QByteArray &ofLogin, const User &ofUser) const
    {
        if (!key.isEmpty())
            return ofUser.apiKey == key || ofUser.signer == key;
        return login.isEmpty() ? ofUser.id == user : ofLogin == login;
    }
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
    /// The id of the login token that it was issued to, with which it ends.
    QByteArray login;
    QByteArray tokenId;
    qint64 expires = 0;
};

} // namespace ct::server::auth

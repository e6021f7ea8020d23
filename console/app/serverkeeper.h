// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/connectionlist.h"
#include "console/profiles/profilefile.h"
#include "console/profiles/profilestore.h"
#include "console/profiles/secretstore.h"

#include <QSet>

namespace ct::console::app {

/// Ties the connections to what is kept of them: profiles in the settings, secrets in the
/// keychain. Thread: main.
class ServerKeeper : public QObject
{
    Q_OBJECT

public:
    /// All of it must outlive the keeper.
    ServerKeeper(
        api::ConnectionList &connections,
        profiles::ProfileStore &profiles,
        profiles::SecretStore &secrets);

    /// Adds a connection for each profile; none is opened.
    void load();
    /// A new server, or the one that is at this address already. A fault is a sentence for people.
    Result<api::Connection *> add(const QString &name, const QUrl &url, const QString &user);
    /// Name and user.
    Status change(api::Connection &connection, const QString &name, const QString &user);
    /// With the secret that is remembered for it, if any.
    void open(api::Connection &connection);
    /// Sign-ins that ended while nobody was here are made anew where the password is remembered.
    void welcomeBack();
    enum class Remember { No, Yes };
    void signIn(api::Connection &connection, const api::Secret &secret, Remember remember);
    /// What exported() of another computer has made. A fault is a sentence for people.
    Result<profiles::ImportCount> import(const QByteArray &document);
    /// All servers, without secrets.
    QByteArray exported() const;
    /// Together with its secrets.
    void remove(api::Connection &connection);

Q_SIGNALS:
    /// Something people should know.
    void told(const QString &sentence);

private:
    void keep(const api::Connection &connection);
    void keepSecret(const QString &id, const api::Secret &secret);
    void forgetSecrets(const api::Connection &connection);
    void renewSecret(api::Connection &connection, const api::Secret &secret);
    void follow(api::Connection &connection);

    api::ConnectionList &m_connections;
    profiles::ProfileStore &m_profiles;
    profiles::SecretStore &m_secrets;
    /// Whose next sign-in is to be remembered, by their ids.
    QSet<QString> m_toRemember;
};

} // namespace ct::console::app

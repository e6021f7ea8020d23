// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/serverkeeper.h"

namespace ct::console::app {

namespace {

using profiles::SecretKind;

profiles::Profile keptForm(const api::ServerProfile &profile)
{
    return {profile.id, profile.shownName(), profile.url, profile.user, profile.trustedSha256};
}

api::ServerProfile liveForm(const profiles::Profile &profile)
{
    return {profile.id, profile.name, profile.url, profile.user, profile.certificateSha256};
}

} // namespace

ServerKeeper::ServerKeeper(
    api::ConnectionList &connections,
    profiles::ProfileStore &profiles,
    profiles::SecretStore &secrets)
    : m_connections(connections),
      m_profiles(profiles),
      m_secrets(secrets)
{
    connect(&m_connections, &api::ConnectionList::added, this, &ServerKeeper::follow);
    connect(&m_connections, &api::ConnectionList::profileChanged, this, &ServerKeeper::keep);
}

void ServerKeeper::load()
{
    for (const profiles::Profile &profile : m_profiles.profiles())
        m_connections.add(liveForm(profile));
}

Result<api::Connection *> ServerKeeper::add(
    const QString &name, const QUrl &url, const QString &user)
{
    if (api::Connection *known = m_connections.find(url))
        return known;
    api::ServerProfile profile;
    profile.name = name.trimmed();
    profile.url = url;
    profile.user = user.trimmed();
    const auto kept = m_profiles.keep(keptForm(profile));
    if (!kept)
        return kept.error();
    return &m_connections.add(liveForm(*kept));
}

Status ServerKeeper::change(api::Connection &connection, const QString &name, const QString &user)
{
    api::ServerProfile wanted = connection.profile();
    wanted.name = name.trimmed();
    wanted.user = user.trimmed();
    if (Status good = profiles::checkProfile(keptForm(wanted)); !good)
        return good;
    connection.rename(wanted.name, wanted.user);
    return {};
}

void ServerKeeper::follow(api::Connection &connection)
{
    connect(
        &connection,
        &api::Connection::secretAccepted,
        this,
        [this, &connection](const api::Secret &secret) {
            if (m_toRemember.remove(connection.profile().id))
                keepSecret(connection.profile().id, secret);
            else
                renewSecret(connection, secret);
        });
}

void ServerKeeper::keep(const api::Connection &connection)
{
    if (const auto kept = m_profiles.keep(keptForm(connection.profile())); !kept)
        Q_EMIT told(kept.error().message);
}

void ServerKeeper::open(api::Connection &connection)
{
    const QString id = connection.profile().id;
    m_secrets.read(
        {id, SecretKind::Token}, &connection, [this, &connection, id](const auto &token) {
            if (token) {
                connection.setSecret(api::Secret {{}, {}, token->toUtf8()});
                connection.open();
                return;
            }
            m_secrets.read(
                {id, SecretKind::Password}, &connection, [&connection](const auto &password) {
                    if (password)
                        connection.setSecret(api::Secret {connection.profile().user, *password});
                    connection.open();
                });
        });
}

void ServerKeeper::welcomeBack()
{
    const auto isWaiting = [](const api::Connection &connection) {
        return connection.state() == api::ConnectionState::SignInNeeded
            && connection.failure().kind == api::FailureKind::SignInUnused;
    };
    for (int i = 0; i < m_connections.size(); ++i) {
        api::Connection &connection = m_connections.at(i);
        if (!isWaiting(connection))
            continue;
        m_secrets.read(
            {connection.profile().id, SecretKind::Password},
            &connection,
            [&connection, isWaiting](const auto &password) {
                if (password && isWaiting(connection))
                    connection.signIn({connection.profile().user, *password, {}});
            });
    }
}

void ServerKeeper::signIn(api::Connection &connection, const api::Secret &secret, Remember remember)
{
    if (remember == Remember::Yes)
        m_toRemember.insert(connection.profile().id);
    else
        forgetSecrets(connection);
    connection.signIn(secret);
}

void ServerKeeper::forgetSecrets(const api::Connection &connection)
{
    const QString id = connection.profile().id;
    m_toRemember.remove(id);
    m_secrets.forget({id, SecretKind::Password});
    m_secrets.forget({id, SecretKind::Token});
}

// A page has changed the password: what is remembered has to go along, or it is wrong from now on.
void ServerKeeper::renewSecret(api::Connection &connection, const api::Secret &secret)
{
    const QString id = connection.profile().id;
    if (secret.password.isEmpty())
        return;
    m_secrets.read({id, SecretKind::Password}, &connection, [this, id, secret](const auto &former) {
        if (former && *former != secret.password)
            keepSecret(id, secret);
    });
}

Result<profiles::ImportCount> ServerKeeper::import(const QByteArray &document)
{
    const auto imported = profiles::importedProfiles(document);
    if (!imported)
        return imported.error();
    auto count = profiles::addImported(m_profiles, *imported);
    for (const profiles::Profile &profile : m_profiles.profiles()) {
        if (!m_connections.find(profile.url))
            m_connections.add(liveForm(profile));
    }
    return count;
}

QByteArray ServerKeeper::exported() const
{
    return profiles::exportedProfiles(m_profiles.profiles());
}

void ServerKeeper::keepSecret(const QString &id, const api::Secret &secret)
{
    const bool isToken = !secret.token.isEmpty();
    m_secrets.forget({id, isToken ? SecretKind::Password : SecretKind::Token});
    m_secrets.keep(
        {id, isToken ? SecretKind::Token : SecretKind::Password},
        isToken ? QString::fromUtf8(secret.token) : secret.password,
        this,
        [this](profiles::Remembered where) {
            if (where == profiles::Remembered::UntilTheEnd) {
                Q_EMIT told(tr("Not remembered on this computer: there is no unlocked keychain. "
                               "It is kept until this program ends."));
            }
        });
}

void ServerKeeper::remove(api::Connection &connection)
{
    forgetSecrets(connection);
    if (const Status removed = m_profiles.remove(connection.profile().id); !removed)
        Q_EMIT told(removed.error().message);
    m_connections.remove(connection);
}

} // namespace ct::console::app

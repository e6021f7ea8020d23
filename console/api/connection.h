// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/adminclient.h"
#include "console/api/delay.h"
#include "console/api/live.h"
#include "shared/base/clock.h"
#include "shared/protocol/admin/status.h"

namespace ct::console::api {

enum class ConnectionState {
    /// Nobody wants it.
    Offline,
    Connecting,
    /// certificate() is to be looked at: trust(), remember() or close() go on.
    CertificateDoubted,
    /// It is another one than that which was remembered.
    CertificateChanged,
    /// There is no admin API at that address.
    NoAdminApi,
    ServerTooOld,
    ServerTooNew,
    /// signIn() goes on; failure() says why the last one did not do.
    SignInNeeded,
    SigningIn,
    Online,
    /// failure() says why; the next try is at nextTry().
    Reconnecting,
};

/// For how long nobody has used this program.
using UnusedTime = std::function<std::chrono::milliseconds()>;

/// The connection to one server: keeps it up, signs in, and says in which state it is. All that
/// shows something of the server goes by client(). Thread: main.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// What all connections share; all of it must outlive them.
    struct Surroundings {
        const Clock &clock;
        const DelayMaker &makeDelay;
        const NetworkMaker &makeNetwork;
        const UnusedTime &unusedTime;
    };

    Connection(ServerProfile profile, const Surroundings &surroundings);

    const ServerProfile &profile() const { return m_profile; }
    /// Name and user; another address is another connection.
    void rename(const QString &name, const QString &user);
    AdminClient &client() { return m_client; }
    Live &live() { return m_live; }
    ConnectionState state() const { return m_state; }
    bool isOnline() const { return m_state == ConnectionState::Online; }
    const Failure &failure() const { return m_failure; }
    const Certificate &certificate() const { return m_certificate; }
    /// Of the server, once it has told.
    const protocol::admin::Version &version() const { return m_version; }
    Instant nextTry() const { return m_nextTry; }

    /// Begins, or tries again at once. With a secret that was kept nobody is asked for one.
    void open();
    void setSecret(std::optional<Secret> secret) { m_secret = std::move(secret); }
    /// Signs out as well. What is on its way ends with a failure.
    void close();
    /// `secret` is used again when the sign-in has ended, until close() or until it ends because
    /// nobody is there.
    void signIn(const Secret &secret);
    /// The one that somebody has looked at: meanwhile another may have come.
    void trustOnce(const QByteArray &sha256);
    void trustForGood(const QByteArray &sha256);
    /// The computer has slept, or another network is there: looks at once.
    void wake();

Q_SIGNALS:
    void stateChanged();
    /// The user or the remembered certificate is another one: worth keeping.
    void profileChanged();
    /// What was given to signIn() is right: worth keeping, if somebody wants that.
    void secretAccepted(const ct::console::api::Secret &secret);

private:
    void enter(ConnectionState state, const Failure &failure = {});
    void askVersion();
    void takeVersion(const Outcome<protocol::admin::Version> &version);
    void authenticate();
    void checkSignIn();
    void takeSignIn(const Secret &secret, const std::optional<Failure> &failure);
    void lose(const Failure &failure);
    void fail(const Failure &failure);
    void goOnline();
    void watch();
    void doubt(const Certificate &certificate);
    void needSignIn();
    bool isUnusedFor(std::chrono::seconds time) const;

    ServerProfile m_profile;
    const Clock &m_clock;
    const UnusedTime &m_unusedTime;
    std::unique_ptr<Delay> m_delay;
    AdminClient m_client;
    Live m_live;
    std::optional<Secret> m_secret;
    ConnectionState m_state = ConnectionState::Offline;
    Failure m_failure;
    Certificate m_certificate;
    protocol::admin::Version m_version;
    Instant m_nextTry;
    int m_tries = 0;
    /// After it the server ends a sign-in that nobody uses.
    std::chrono::seconds m_idle {std::chrono::minutes(30)};
    Call m_call;
};

} // namespace ct::console::api

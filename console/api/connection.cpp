// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/connection.h"

#include "console/api/eventstream.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::api {

namespace {

/// Of the admin API, as its Version tells it.
constexpr int knownApi = 1;
constexpr auto longestPause = 30s;
constexpr auto timeBetweenLooks = 15s;
/// What is asked for within it after somebody's last doing is theirs.
constexpr auto attention = 1min;
const QString ourProduct = u"codetogether-edge"_s;

} // namespace

Connection::Connection(ServerProfile profile, const Surroundings &surroundings)
    : m_profile(std::move(profile)),
      m_clock(surroundings.clock),
      m_unusedTime(surroundings.unusedTime),
      m_delay(surroundings.makeDelay()),
      m_client(
          m_profile.url,
          CertificateTrust(m_profile.url, m_profile.trustedSha256),
          surroundings.makeNetwork()),
      m_live(std::make_unique<EventStream>(m_client, surroundings.makeDelay))
{
    m_client.setIsAttended([this] { return !isUnusedFor(attention); });
    connect(&m_client, &AdminClient::certificateDoubted, this, &Connection::doubt);
    connect(&m_client, &AdminClient::signInNeeded, this, &Connection::needSignIn);
    connect(&m_client, &AdminClient::unreachable, this, [this](const Failure &failure) {
        // What the look at the version meets comes to fail().
        if (isOnline() && !m_call.isRunning())
            lose(failure);
    });
}

void Connection::rename(const QString &name, const QString &user)
{
    m_profile.name = name;
    m_profile.user = user;
    Q_EMIT profileChanged();
}

void Connection::open()
{
    m_tries = 0;
    enter(ConnectionState::Connecting);
    askVersion();
}

void Connection::close()
{
    m_call.cancel();
    m_delay->stop();
    m_secret.reset();
    m_client.signOut();
    enter(ConnectionState::Offline);
}

void Connection::enter(ConnectionState state, const Failure &failure)
{
    m_state = state;
    m_failure = failure;
    m_live.setOnline(isOnline());
    Q_EMIT stateChanged();
}

void Connection::askVersion()
{
    m_delay->stop();
    m_call.cancel();
    m_call = m_client.ask<protocol::admin::Version>(
        {"getVersion"}, this, [this](const auto &version) { takeVersion(version); });
}

void Connection::takeVersion(const Outcome<protocol::admin::Version> &version)
{
    if (!version) {
        fail(version.failure());
        return;
    }
    m_version = *version;
    bool isNumber = false;
    const int api = m_version.api.toInt(&isNumber);
    if (m_version.product != ourProduct || !isNumber)
        enter(ConnectionState::NoAdminApi);
    else if (api != knownApi)
        enter(api < knownApi ? ConnectionState::ServerTooOld : ConnectionState::ServerTooNew);
    else if (m_state != ConnectionState::Online)
        authenticate();
    else
        watch();
}

void Connection::fail(const Failure &failure)
{
    switch (failure.kind) {
    case FailureKind::CertificateDoubted:
        return; // doubt() has said so.
    case FailureKind::NotFound:
    case FailureKind::NotOurServer:
    case FailureKind::TooLong:
        enter(ConnectionState::NoAdminApi, failure);
        return;
    default:
        lose(failure);
    }
}

void Connection::lose(const Failure &failure)
{
    m_call.cancel();
    const auto pause
        = std::min<std::chrono::seconds>(1s * (1 << std::min(m_tries, 10)), longestPause);
    ++m_tries;
    m_nextTry = m_clock.now() + pause;
    m_delay->start(pause, [this] { askVersion(); });
    enter(ConnectionState::Reconnecting, failure);
}

void Connection::authenticate()
{
    if (m_client.isSignedIn())
        checkSignIn();
    else if (m_secret)
        signIn(*m_secret);
    else
        enter(ConnectionState::SignInNeeded);
}

void Connection::checkSignIn()
{
    Request request {"getHealth"};
    request.waitsForSignIn = false;
    m_call = m_client.ask<Nothing>(request, this, [this](const Outcome<Nothing> &outcome) {
        if (outcome)
            goOnline();
        else if (outcome.failure().kind == FailureKind::SignInNeeded)
            needSignIn();
        else
            fail(outcome.failure());
    });
}

void Connection::needSignIn()
{
    if (m_state == ConnectionState::SigningIn || m_state == ConnectionState::SignInNeeded)
        return;
    if (isUnusedFor(m_idle)) {
        // Whoever comes by next need not be whoever has signed in.
        m_secret.reset();
        enter(ConnectionState::SignInNeeded, {FailureKind::SignInUnused, {}});
    } else if (m_secret && m_secret->token.isEmpty()) {
        signIn(*m_secret);
    } else {
        enter(ConnectionState::SignInNeeded);
    }
}

bool Connection::isUnusedFor(std::chrono::seconds time) const
{
    return m_unusedTime && m_unusedTime() >= time;
}

void Connection::signIn(const Secret &secret)
{
    m_call.cancel();
    m_delay->stop();
    enter(ConnectionState::SigningIn);
    if (!secret.token.isEmpty()) {
        m_client.useToken(secret.token);
        Request request {"getHealth"};
        request.waitsForSignIn = false;
        m_call = m_client.ask<Nothing>(request, this, [this, secret](const auto &outcome) {
            takeSignIn(secret, outcome ? std::nullopt : std::optional(outcome.failure()));
        });
        return;
    }
    m_call
        = m_client.signIn(secret.user, secret.password, this, [this, secret](const auto &outcome) {
              if (outcome)
                  m_idle = outcome->idleSeconds;
              takeSignIn(secret, outcome ? std::nullopt : std::optional(outcome.failure()));
          });
}

void Connection::takeSignIn(const Secret &secret, const std::optional<Failure> &failure)
{
    if (!failure) {
        m_secret = secret;
        if (secret.token.isEmpty() && m_profile.user != secret.user) {
            m_profile.user = secret.user;
            Q_EMIT profileChanged();
        }
        Q_EMIT secretAccepted(secret);
        goOnline();
    } else if (failure->isUnreachable() || failure->kind == FailureKind::CertificateDoubted) {
        fail(*failure);
    } else {
        m_secret.reset();
        enter(ConnectionState::SignInNeeded, *failure);
    }
}

void Connection::goOnline()
{
    m_tries = 0;
    enter(ConnectionState::Online);
    watch();
}

void Connection::watch()
{
    m_delay->start(timeBetweenLooks, [this] { askVersion(); });
}

void Connection::doubt(const Certificate &certificate)
{
    m_delay->stop();
    m_certificate = certificate;
    enter(
        certificate.remembered.isEmpty() ? ConnectionState::CertificateDoubted
                                         : ConnectionState::CertificateChanged);
}

void Connection::trustOnce(const QByteArray &sha256)
{
    m_client.trustOnce(sha256);
    open();
}

void Connection::trustForGood(const QByteArray &sha256)
{
    m_profile.trustedSha256 = sha256;
    m_client.remember(sha256);
    Q_EMIT profileChanged();
    open();
}

void Connection::wake()
{
    if (m_state == ConnectionState::Reconnecting)
        open();
    else if (isOnline())
        askVersion();
}

} // namespace ct::console::api

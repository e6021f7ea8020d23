// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/words/connectiontexts.h"

#include "console/pages/words/failuretexts.h"

namespace ct::console::pages {

using api::ConnectionState;

namespace {

constexpr int tooManyTries = 429;

} // namespace

QString ConnectionTexts::word(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Offline:
        return tr("Not connected");
    case ConnectionState::Connecting:
        return tr("Connecting");
    case ConnectionState::CertificateDoubted:
        return tr("Unknown certificate");
    case ConnectionState::CertificateChanged:
        return tr("Certificate changed");
    case ConnectionState::NoAdminApi:
        return tr("No admin API");
    case ConnectionState::ServerTooOld:
        return tr("Server too old");
    case ConnectionState::ServerTooNew:
        return tr("Server too new");
    case ConnectionState::SignInNeeded:
        return tr("Sign-in needed");
    case ConnectionState::SigningIn:
        return tr("Signing in");
    case ConnectionState::Online:
        return tr("Connected");
    case ConnectionState::Reconnecting:
        break;
    }
    return tr("Reconnecting");
}

QString ConnectionTexts::sentence(const api::Connection &connection)
{
    const QString host = connection.profile().url.authority();
    switch (connection.state()) {
    case ConnectionState::Offline:
        return tr("Not connected to %1.").arg(host);
    case ConnectionState::Connecting:
        return tr("Connecting to %1…").arg(host);
    case ConnectionState::CertificateDoubted:
        return tr("No known authority vouches for the certificate of %1. Look at it before you go "
                  "on.")
            .arg(host);
    case ConnectionState::CertificateChanged:
        return tr("Stopped: %1 shows another certificate than the one you told this computer to "
                  "remember. Somebody may be reading along, or the server got a new certificate.")
            .arg(host);
    case ConnectionState::NoAdminApi:
        return tr("%1 answers, but not as a CodeTogether edge server with an admin API does. Check "
                  "port and path.")
            .arg(host);
    case ConnectionState::ServerTooOld:
        return tr("The server %1 is older than this console understands. Update the server.")
            .arg(host);
    case ConnectionState::ServerTooNew:
        return tr("The server %1 is newer than this console understands. Update the console.")
            .arg(host);
    case ConnectionState::SignInNeeded:
        return tr("Sign in to %1.").arg(host);
    case ConnectionState::SigningIn:
        return tr("Signing in to %1…").arg(host);
    case ConnectionState::Online:
        return tr("Connected to %1.").arg(host);
    case ConnectionState::Reconnecting:
        break;
    }
    return FailureTexts::sentence(connection.failure().kind);
}

QString ConnectionTexts::signInFault(const api::Connection &connection)
{
    const api::Failure &failure = connection.failure();
    if (failure.kind == api::FailureKind::Other && failure.status == 0)
        return {};
    if (failure.kind == api::FailureKind::SignInNeeded)
        return tr("User and password, or the token, are not right. Try again.");
    const auto wait = failure.problem ? failure.problem->retryAfterSeconds : std::nullopt;
    if (failure.status == tooManyTries && wait)
        return tr(
            "There were too many tries. Try again in %n second(s).",
            nullptr,
            static_cast<int>(wait->count()));
    return FailureTexts::sentence(failure.kind);
}

QString ConnectionTexts::nextTry(const api::Connection &connection, Instant now)
{
    if (connection.state() != ConnectionState::Reconnecting)
        return {};
    const auto left = std::chrono::ceil<std::chrono::seconds>(connection.nextTry() - now);
    if (left.count() <= 0)
        return tr("Trying again…");
    return tr("Next try in %n second(s).", nullptr, static_cast<int>(left.count()));
}

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/words/failuretexts.h"

namespace ct::console::pages {

QString FailureTexts::sentence(api::FailureKind kind)
{
    switch (kind) {
    case api::FailureKind::HostNotFound:
        return tr("There is no computer of that name. Check the address.");
    case api::FailureKind::Refused:
        return tr("Nothing listens at that address and port. Is the server running?");
    case api::FailureKind::TimedOut:
        return tr("The server did not answer in time. Check the address and the network between.");
    case api::FailureKind::Closed:
        return tr("The connection was closed without an answer. Does the port expect https:// or "
                  "http://?");
    case api::FailureKind::NoTls:
        return tr("No secure connection could be made. If this port has no TLS, write http:// "
                  "before the address.");
    case api::FailureKind::NotOurServer:
        return tr("Something answers there, but not as an Open Collaboration server does. Check "
                  "port and path.");
    case api::FailureKind::Busy:
        return tr("The server is too busy to answer. Try again in a moment.");
    case api::FailureKind::CertificateDoubted:
        return tr("The server's certificate has to be looked at first.");
    case api::FailureKind::InTheClear:
        return tr(
            "Passwords are sent to another computer over https:// only. Write https:// before "
            "the address.");
    case api::FailureKind::TooLong:
        return tr("The server's answer is too long to be shown.");
    case api::FailureKind::SignInNeeded:
        return tr("You are not signed in, or no longer. Sign in again.");
    case api::FailureKind::SignInUnused:
        return tr("Your sign-in has ended because nobody was here for a while. Sign in again: what "
                  "you have typed is still there.");
    case api::FailureKind::Forbidden:
        return tr("The server does not allow this.");
    case api::FailureKind::NotFound:
        return tr("The server does not know it, or no longer.");
    case api::FailureKind::Conflict:
        return tr("This can't be done as things stand.");
    case api::FailureKind::Outdated:
        return tr("Somebody else has changed this meanwhile. Compare before you save.");
    case api::FailureKind::Invalid:
        return tr("The server did not take what was entered.");
    case api::FailureKind::Other:
        break;
    }
    return tr("Something went wrong on the way to the server, or there.");
}

QString FailureTexts::whole(const api::Failure &failure)
{
    const QString words = sentence(failure.kind);
    return failure.detail.isEmpty() ? words : words + u'\n' + failure.detail;
}

QString FailureTexts::badAddress()
{
    return tr("This is no server address. It looks like https://edge.example.org or "
              "http://localhost:1080, "
              "without user and password.");
}

} // namespace ct::console::pages

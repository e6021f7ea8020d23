// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/server/failuretexts.h"

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
    case api::FailureKind::Other:
        break;
    }
    return tr("The server could not be reached.");
}

QString FailureTexts::badAddress()
{
    return tr("This is no server address. It looks like https://edge.example.org or "
              "http://localhost:1080, "
              "without user and password.");
}

} // namespace ct::console::pages

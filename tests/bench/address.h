// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <netinet/in.h>
#include <optional>
#include <string>

namespace ct::bench {

/// A server's URL, taken apart. IPv4, since the loopback network gives as many client addresses as
/// wanted there.
struct Address {
    bool isTls = false;
    std::string host;
    std::uint16_t port = 0;
    /// Without a slash at its end; empty for none. The clients use it as Socket.IO namespace, too.
    std::string path;
    sockaddr_in resolved {};

    bool isLoopback() const;
};

/// Nothing when it is not an http or https URL of a host that resolves.
std::optional<Address> parseUrl(const std::string &url);

/// The client address with that number: another one of 127.0.0.0/8 for each `index` when the server
/// is on it, else none (0.0.0.0), which leaves the choice to the system.
in_addr clientAddress(const Address &server, std::size_t index);

} // namespace ct::bench

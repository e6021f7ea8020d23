// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/address.h"

#include <charconv>
#include <netdb.h>

namespace ct::bench {
namespace {

bool takePort(std::string &authority, std::uint16_t &port)
{
    const std::size_t colon = authority.rfind(':');
    if (colon == std::string::npos)
        return true;
    const char *end = authority.data() + authority.size();
    const auto read = std::from_chars(authority.data() + colon + 1, end, port);
    const bool isGood = read.ec == std::errc() && read.ptr == end;
    authority.resize(colon);
    return isGood;
}

bool resolve(Address &address)
{
    addrinfo wanted {};
    wanted.ai_family = AF_INET;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &wanted, &found)
        != 0)
        return false;
    address.resolved = *reinterpret_cast<const sockaddr_in *>(found->ai_addr);
    freeaddrinfo(found);
    return true;
}

} // namespace

bool Address::isLoopback() const
{
    return ntohl(resolved.sin_addr.s_addr) >> 24U == 127;
}

std::optional<Address> parseUrl(const std::string &url)
{
    Address address;
    std::size_t start = 0;
    if (url.rfind("http://", 0) == 0) {
        start = 7;
        address.port = 80;
    } else if (url.rfind("https://", 0) == 0) {
        start = 8;
        address.port = 443;
        address.isTls = true;
    } else {
        return std::nullopt;
    }
    const std::size_t slash = std::min(url.find('/', start), url.size());
    address.host = url.substr(start, slash - start);
    address.path = url.substr(slash);
    if (!address.path.empty() && address.path.back() == '/')
        address.path.pop_back();
    if (!takePort(address.host, address.port) || !resolve(address))
        return std::nullopt;
    return address;
}

in_addr clientAddress(const Address &server, std::size_t index)
{
    in_addr address {};
    if (server.isLoopback()) {
        const auto number = static_cast<std::uint32_t>(index % 16'000'000);
        // The last byte runs from 1 to 250, so that no network or broadcast address comes up.
        const std::uint32_t host
            = (127U << 24U) + (1U << 16U) + (number / 250 << 8U) + number % 250 + 1;
        address.s_addr = htonl(host);
    }
    return address;
}

} // namespace ct::bench

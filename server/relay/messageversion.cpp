// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/envelope.h"

#include <algorithm>
#include <charconv>

namespace ct::server::relay {

namespace {

struct Version {
    int major = 0;
    int minor = 0;
    int patch = 0;
};

/// Takes a number without leading zeros from the front of `text`.
bool takeNumber(QByteArrayView &text, int &number)
{
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    const auto length = static_cast<qsizetype>(end - text.begin());
    const bool isNumber = error == std::errc() && text.front() != '-';
    if (!isNumber || (length > 1 && text.front() == '0'))
        return false;
    text = text.sliced(length);
    return true;
}

bool takeDot(QByteArrayView &text)
{
    if (!text.startsWith('.'))
        return false;
    text = text.sliced(1);
    return true;
}

/// Whether `text` is nothing, or a semver's pre-release and build parts as far as that matters
/// here.
bool isSuffix(QByteArrayView text)
{
    if (text.isEmpty())
        return true;
    const auto isAllowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || c == '.' || c == '-' || c == '+';
    };
    return text.size() > 1 && (text.front() == '-' || text.front() == '+')
        && std::all_of(text.begin(), text.end(), isAllowed);
}

std::optional<Version> parseVersion(QByteArrayView text)
{
    Version version;
    const bool isVersion = takeNumber(text, version.major) && takeDot(text)
        && takeNumber(text, version.minor) && takeDot(text) && takeNumber(text, version.patch);
    if (!isVersion || !isSuffix(text))
        return std::nullopt;
    return version;
}

} // namespace

bool isCompatibleVersion(QByteArrayView version)
{
    if (version == protocolVersion)
        return true;
    // node-semver's longest; nobody's version, but it need not be walked through either.
    constexpr qsizetype longest = 256;
    if (version.size() > longest)
        return false;
    const auto theirs = parseVersion(version);
    const auto ours = parseVersion(protocolVersion);
    return theirs && theirs->major == ours->major
        && (ours->major != 0 || theirs->minor == ours->minor);
}

} // namespace ct::server::relay

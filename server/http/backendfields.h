// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace ct::server::http::backend {

// Fields that the front alone adds to a request for the application; a client's own fields of these
// names never get through, since only a list of known fields is passed on.

/// The real client's address.
inline constexpr QByteArrayView clientAddress = "x-ct-client";
/// The client as per-address limits count it: an IPv4 address, or the /64 of an IPv6 one.
inline constexpr QByteArrayView clientKey = "x-ct-client-key";
/// `1` when the client's connection is secure, `0` when not.
inline constexpr QByteArrayView clientSecure = "x-ct-secure";
/// `1` when the request came in by the private port.
inline constexpr QByteArrayView privateDoor = "x-ct-private";
/// `1` when the client asks for a WebSocket.
inline constexpr QByteArrayView upgrade = "x-ct-upgrade";
/// The digest (hexadecimal) of a body that was written to the file for which the application has
/// given the last segment of the path as an id, instead of being passed on.
inline constexpr QByteArrayView uploadDigest = "x-ct-upload-sha256";
/// How many bytes that body had.
inline constexpr QByteArrayView uploadSize = "x-ct-upload-size";
/// Why there is no such file: `full`, `failed`, `too-long`.
inline constexpr QByteArrayView uploadFault = "x-ct-upload-fault";

/// In the application's answer to one that asks for a WebSocket: it gets it, and this is what the
/// application calls it.
inline constexpr QByteArrayView watch = "x-ct-watch";
/// In the application's answer: an id, by which the front tells the application whether the answer
/// has been written to the client.
inline constexpr QByteArrayView receipt = "x-ct-receipt";
/// In the application's answer: the front sends this file as the body.
inline constexpr QByteArrayView sendFile = "x-accel-redirect";

} // namespace ct::server::http::backend

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

/// Every path, header and cookie name of the wire, each spelled here only. Paths are without the
/// path prefix. Those of the application are text, as routes take them; what the front compares
/// with raw requests is bytes.
namespace ct::protocol {

namespace paths {

inline constexpr QLatin1StringView meta {"/api/meta"};
inline constexpr QLatin1StringView loginInitial {"/api/login/initial"};
/// Followed by the poll token.
inline constexpr QLatin1StringView loginPoll {"/api/login/poll/"};
inline constexpr QLatin1StringView loginValidate {"/api/login/validate"};
/// Our own: the caller's login for another lifetime, answered as a poll is.
inline constexpr QLatin1StringView loginRefresh {"/api/login/refresh"};
/// Followed by the login method's route name.
inline constexpr QLatin1StringView login {"/api/login/"};
inline constexpr QLatin1StringView logout {"/api/logout"};
/// Everything below needs a login token.
inline constexpr QLatin1StringView session {"/api/session/"};
inline constexpr QLatin1StringView sessionCreate {"/api/session/create"};
/// Followed by the room's id.
inline constexpr QLatin1StringView sessionJoin {"/api/session/join/"};
/// Followed by the join's poll token.
inline constexpr QLatin1StringView sessionPoll {"/api/session/poll/"};
/// Our own login page; `?token=` and the poll token follow.
inline constexpr QLatin1StringView loginPage {"/login.html"};
inline constexpr QLatin1StringView health {"/ct-health"};
inline constexpr QLatin1StringView healthLive {"/ct-health/live"};
inline constexpr QLatin1StringView healthReady {"/ct-health/ready"};
inline constexpr QLatin1StringView metrics {"/metrics"};

inline constexpr QByteArrayView socketIo {"/socket.io/"};
inline constexpr QByteArrayView webSocket {"/websocket"};

/// Query parameters.
inline constexpr QLatin1StringView tokenParameter {"token"};
inline constexpr QLatin1StringView useCookieParameter {"useCookie"};
/// Of logout: `true` ends all logins of the user.
inline constexpr QLatin1StringView everywhereParameter {"everywhere"};

} // namespace paths

namespace headers {

inline constexpr QByteArrayView jwt {"x-oct-jwt"};
inline constexpr QByteArrayView publicKey {"x-oct-public-key"};
inline constexpr QByteArrayView client {"x-oct-client"};
inline constexpr QByteArrayView compression {"x-oct-compression"};

/// Of the admin API: what a page has to know to change something.
inline constexpr QByteArrayView csrfToken {"x-csrf-token"};
/// `1`: a program asks by itself, with nobody there. That is no use of the sign-in.
inline constexpr QByteArrayView unattended {"x-unattended"};

/// The cookie that may stand in for the login token's header.
inline constexpr QByteArrayView jwtCookie {"oct-jwt"};

} // namespace headers

/// Files of the state folder that other programs read.
namespace files {

/// Held by the server that uses the folder.
inline constexpr QLatin1StringView lock {"lock"};
/// Which ports the server has taken, and its process.
inline constexpr QLatin1StringView ports {"ports.json"};
/// Who can read it may do all that the admin API can, by the private port: `Authorization: Bearer`.
inline constexpr QLatin1StringView controlToken {"control-token"};
/// Letters and digits, some 256 bits.
inline constexpr int controlTokenLength = 43;

} // namespace files

} // namespace ct::protocol

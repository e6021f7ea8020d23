// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// The cookies of those who look after the server. Thread: any.
namespace ct::server::credentials::cookies {

// The prefix has browsers insist on Secure, Path=/ and this very host.
/// A page session; dashboard and admin API have the same.
inline constexpr QByteArrayView session {"__Host-ct-dashboard"};
inline constexpr QByteArrayView form {"__Host-ct-form"};

/// A Set-Cookie field; without a value the cookie goes.
QByteArray set(QByteArrayView name, const QByteArray &value);

} // namespace ct::server::credentials::cookies

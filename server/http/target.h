// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace ct::server::http {

/// A request target in origin form, taken apart.
struct Target {
    /// Normalised, see normalisePath().
    QByteArray path;
    /// Raw, without the `?`.
    QByteArray query;
};

/// InvalidInput when it isn't in origin form, has a fragment, or its path can't be normalised.
Result<Target> parseTarget(QByteArrayView target);

/// Only unreserved characters are percent-decoded, other escapes keep their form with upper case
/// digits; `//` becomes `/`. InvalidInput for whatever a next reader might take for another path:
/// dot segments (escaped or not), escaped slashes, backslashes and control characters, broken
/// escapes, characters that a path can't hold.
Result<QByteArray> normalisePath(QByteArrayView path);

/// A normalised path without `prefix` ("/oct"), or as it is when it isn't below it.
QByteArray stripPrefix(QByteArrayView path, QByteArrayView prefix);

/// Broken escapes stay as they are; `+` is a plus.
QByteArray percentDecoded(QByteArrayView text);

/// The decoded value of the first parameter of that name; empty when it has no `=`.
std::optional<QByteArray> queryValue(QByteArrayView query, QByteArrayView name);

} // namespace ct::server::http

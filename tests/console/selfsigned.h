// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>

namespace ct::test {

/// A fresh self-signed certificate for "localhost" by the openssl program; null when that fails.
QSslConfiguration selfSigned();

} // namespace ct::test

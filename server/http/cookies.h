// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace ct::server::http {

/// The value of the first cookie of that name in a Cookie field (RFC 6265, 4.2.1), as it was sent;
/// empty when there is none. Thread: any.
QByteArray cookieValue(QByteArrayView cookies, QByteArrayView name);

} // namespace ct::server::http

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/compat/httpserver.h"

namespace ct::server::application {

/// The fields of a page or a part of one: it may load nothing from elsewhere and be framed by
/// nobody. Pages are never kept, scripts and styles for an hour.
compat::Reply::Headers pageHeaders(const QByteArray &type);

/// A file of resources/, which is always there.
QByteArray pageResource(const QString &name);

/// Letters that mean something in HTML, written out.
QByteArray htmlEscaped(const QString &text);

} // namespace ct::server::application

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/message.h"

namespace ct::server::http {

/// A request to the application. `target` is a normalised path with its query; `fields` hold no
/// framing, which is written here; without a Host among them there is "localhost". Thread: any.
QByteArray writeRequest(
    QByteArrayView method, QByteArrayView target, const QList<Field> &fields, QByteArrayView body);

} // namespace ct::server::http

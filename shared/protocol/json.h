// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace ct::protocol {

/// What one message says. Specialised beside each struct of this room: unknown fields are ignored,
/// a missing or mistyped one is InvalidInput and named in the error.
template<typename T>
Result<T> fromJson(const QJsonObject &object);

/// One message on the wire, without white space.
QByteArray toBytes(const QJsonObject &object);
/// The object that a body holds; InvalidInput for anything else.
Result<QJsonObject> objectFromBytes(const QByteArray &bytes);

} // namespace ct::protocol

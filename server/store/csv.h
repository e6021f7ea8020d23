// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

/// Tables for spreadsheets. Thread: any.
namespace ct::server::store {

/// In quotes. Spreadsheets take some beginnings for formulas; whoever chose such a text gets a
/// quote before it.
QByteArray csvField(const QString &text);
/// Milliseconds since 1970 as UTC in ISO 8601; empty for none.
QString csvTime(const QVariant &milliseconds);

} // namespace ct::server::store

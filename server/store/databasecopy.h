// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QString>

namespace ct::server::store {

/// Writes the database of `from` as it is at one moment to the new file `to` (0600), whether a
/// server writes to it meanwhile or not. NotFound when there is none. Thread: any; blocks.
Status copyDatabase(const QString &from, const QString &to);

} // namespace ct::server::store

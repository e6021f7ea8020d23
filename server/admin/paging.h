// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/request.h"

/// Lists in pages. Thread: any.
namespace ct::server::admin {

/// The query's `limit`, from 1 to `most`, which it is without one.
Result<int> pageSize(const Call &call, int most);
/// A whole number of the query that is not negative; `otherwise` without one.
Result<qint64> numberOf(const Call &call, const QString &name, qint64 otherwise);

} // namespace ct::server::admin

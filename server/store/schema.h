// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

namespace ct::server::store {

/// The number of the newest migration that this program knows.
int newestSchema();

/// Brings an open database to the newest schema, each step a transaction of its own, so that a
/// step broken off begins anew at the next start. Conflict, with the file named and nothing
/// touched, when a newer program has written it.
Status migrate(Database &database, WallTime now);

} // namespace ct::server::store

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/credentials/credentialsconfig.h"
#include "shared/base/result.h"

namespace ct::server::controltool {

/// Puts hashed credentials into the database of a server that does not run, with an audit entry.
/// Conflict when one does. Blocks.
Status storeWithoutServer(const QString &stateFolder, const credentials::Pair &pair);

} // namespace ct::server::controltool

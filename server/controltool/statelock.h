// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QLockFile>

#include <memory>

namespace ct::server::controltool {

/// Keeps servers from starting with that state as long as the lock lives. Conflict when one runs,
/// NotFound when there is no such folder, Forbidden when it can't be written to.
Result<std::unique_ptr<QLockFile>> lockState(const QString &stateFolder);

} // namespace ct::server::controltool

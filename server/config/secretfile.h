// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QString>

namespace ct::server::config {

/// What a secret's file holds, without the blanks around it. The error says what is wrong with the
/// file and repeats nothing of it. Thread: any; blocks on the file.
Result<QString> readSecret(const QString &path);

} // namespace ct::server::config

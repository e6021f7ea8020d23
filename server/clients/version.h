// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ct::server::clients {

/// Short, and fit for file names and addresses.
bool isVersion(const QString &text);

/// Whether `one` comes after `other`: 0.10 after 0.9, 1.0 after 1.0-beta.
bool isNewer(const QString &one, const QString &other);

} // namespace ct::server::clients

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QString>

namespace ct::server::store {

/// One thing that somebody may have to answer for later. Rows are only ever added; each holds the
/// hash of the one before. Never with a secret.
struct AuditEntry {
    WallTime at {};
    /// The program's own word: "session.joined", "login.locked".
    QString kind;
    /// Who did it; empty: the server itself.
    QString actor {};
    QString address {};
    /// What it was done to: a session, an account.
    QString subject {};
    QString detail {};
};

} // namespace ct::server::store

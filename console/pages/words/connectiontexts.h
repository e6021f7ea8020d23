// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/connection.h"

#include <QCoreApplication>

namespace ct::console::pages {

/// How a connection stands and what to do about it, in the reader's language.
class ConnectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTexts)

public:
    /// One or two words, for lists and the status bar.
    static QString word(api::ConnectionState state);
    static QString sentence(const api::Connection &connection);
    /// Why one has to sign in (again), or could not; empty: nothing is wrong.
    static QString signInFault(const api::Connection &connection);
    /// Until the next try, as of `now`; empty when none is due.
    static QString nextTry(const api::Connection &connection, Instant now);
};

} // namespace ct::console::pages

// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// POST /session
struct SignIn {
    QString user;
    QString password;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("user", self.user);
        fields("password", self.password);
    }
};

/// What a sign-in is; the cookie comes along with it.
struct SignedIn {
    QString user;
    /// To be sent as headers::csrfToken with whatever changes something.
    QString csrfToken;
    /// It ends when it was not used for so long, and in any case after the second time.
    std::chrono::seconds idleSeconds {0};
    std::chrono::seconds longestSeconds {0};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("user", self.user);
        fields("csrfToken", self.csrfToken);
        fields("idleSeconds", self.idleSeconds);
        fields("longestSeconds", self.longestSeconds);
    }
};

} // namespace ct::protocol::admin

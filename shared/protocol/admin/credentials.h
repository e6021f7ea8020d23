// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// GET /credentials: what opens dashboard and admin API.
struct CredentialsState {
    QString user;
    /// dashboard-variables, logs-variables, stored, generated
    QString source;
    /// Variables have them: they can be changed there only.
    bool managedByEnvironment = false;
    /// Grows with every change of this run.
    qint64 revision = 0;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("user", self.user);
        fields("source", self.source);
        fields("managedByEnvironment", self.managedByEnvironment);
        fields("revision", self.revision);
    }
};

/// PUT /credentials
struct NewCredentials {
    QString user;
    QString password;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("user", self.user);
        fields("password", self.password);
    }
};

} // namespace ct::protocol::admin

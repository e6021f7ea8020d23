// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// An address from which nobody gets in for a while, because of wrong tries.
struct Lockout {
    QString id;
    /// dashboard (the admin API with it), login
    QString door;
    /// As limits count addresses: an IPv4 address, or the /64 of an IPv6 one.
    QString address;
    qint64 failures = 0;
    /// Since 1970.
    std::chrono::milliseconds untilMs {0};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("id", self.id);
        fields("door", self.door);
        fields("address", self.address);
        fields("failures", self.failures);
        fields("untilMs", self.untilMs);
    }
};

/// GET /lockouts
struct Lockouts {
    /// The one that lasts longest first.
    QList<Lockout> lockouts;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("lockouts", self.lockouts);
    }
};

} // namespace ct::protocol::admin

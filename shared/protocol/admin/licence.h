// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// The texts of a licence, as they were issued.
struct LicenceTexts {
    QString licensee;
    QString maxConnections;
    QString expiration;
    QString locator;
    QString signature;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("licensee", self.licensee);
        fields("maxConnections", self.maxConnections);
        fields("expiration", self.expiration);
        fields("locator", self.locator);
        fields("signature", self.signature);
    }
};

/// One thing that has to be so for a licence to be good.
struct LicenceCheckResult {
    /// complete, connections, expiration, issuer, signature
    QString name;
    bool passed = false;
    /// What is wrong; empty when it is passed.
    QString fault;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("name", self.name);
        fields("passed", self.passed);
        fields("fault", self.fault);
    }
};

/// A licence and what it is worth: GET /licence, and PUT /licence and POST /licence/preview with
/// LicenceTexts.
struct LicenceDetail {
    /// none, valid, expiring, expired, invalid
    QString state;
    LicenceTexts texts;
    /// Empty without a licence.
    QList<LicenceCheckResult> checks;
    /// Days after today; negative when it has expired.
    std::optional<qint64> daysLeft {};
    bool clockSetBack = false;
    /// Hosts and guests at once that it gives; 0: no limit.
    qint64 limit = 0;
    qint64 seatsUsed = 0;
    /// The settings have it: it can be changed there only.
    bool managedByEnvironment = false;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("state", self.state);
        fields("texts", self.texts);
        fields("checks", self.checks);
        fields("daysLeft", self.daysLeft);
        fields("clockSetBack", self.clockSetBack);
        fields("limit", self.limit);
        fields("seatsUsed", self.seatsUsed);
        fields("managedByEnvironment", self.managedByEnvironment);
    }
};

/// The most seats that were used at once within some time.
struct SeatPoint {
    /// Its beginning, since 1970.
    std::chrono::milliseconds atMs {0};
    qint64 used = 0;
    /// Missing when there was none.
    std::optional<qint64> limit {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("atMs", self.atMs);
        fields("used", self.used);
        fields("limit", self.limit);
    }
};

/// GET /licence/seats
struct SeatHistory {
    /// Of each point.
    std::chrono::milliseconds stepMs {0};
    /// The oldest first; times without a sample have none.
    QList<SeatPoint> points;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("stepMs", self.stepMs);
        fields("points", self.points);
    }
};

} // namespace ct::protocol::admin

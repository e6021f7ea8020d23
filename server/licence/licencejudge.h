// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/licence/licence.h"

#include <QList>

namespace ct::server::licence {

/// What the program was built with.
struct Issuer {
    /// Ed25519's 32 bytes; empty: no licence is known to be good.
    QByteArray publicKey;
    /// Connections without a licence; 0: no limit.
    int communityLimit = 0;
};

/// None: community mode.
enum class LicenceState { None, Valid, Expiring, Expired, Invalid };

/// Names as labels and answers have them.
inline constexpr std::array licenceStateNames {"none", "valid", "expiring", "expired", "invalid"};

/// What a licence is worth on a day.
struct LicenceStatus {
    LicenceState state = LicenceState::None;
    Licence licence;
    /// Hosts and guests at once; 0: no limit.
    int limit = 0;
    /// As the licence has it, believed or not.
    std::optional<QDate> lastDay;
    /// Days after today on which it is good; negative when it has expired.
    std::optional<int> daysLeft;
    /// For Invalid: which check failed.
    QString fault;
    /// The clock shows a day before one that has been seen.
    bool isClockSetBack = false;
};

/// One thing that has to be so for a licence to be good.
struct LicenceCheck {
    /// complete, connections, expiration, issuer, signature
    QString name;
    bool isPassed = false;
    /// In a sentence; empty when it is passed.
    QString fault {};
};

/// All of them, each whatever the others say.
QList<LicenceCheck> checksOf(const Licence &licence, const Issuer &issuer);

/// `today` by the clock; `lastSeen` the latest day that it has ever shown (may be null), which
/// counts when the clock has been set back. Valid and expiring licences give their limit, expired
/// and invalid ones the smaller of theirs and the community's.
LicenceStatus judge(
    const Licence &licence, const Issuer &issuer, const QDate &today, const QDate &lastSeen);

} // namespace ct::server::licence

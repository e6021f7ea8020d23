// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/credentials/credentialsconfig.h"
#include "shared/base/random.h"

#include <QStringList>

#include <optional>

namespace ct::server::credentials {

/// Credentials that an administrator has set: never the password, only its hash.
struct StoredCredentials {
    QString user;
    QByteArray hash;
};

/// Where the credentials in force come from.
enum class Origin { Dashboard, Logs, Stored, Generated };

/// The credentials in force.
struct Selection {
    Origin origin = Origin::Generated;
    QString user;
    /// In the clear, still to be hashed; empty when there is a hash already.
    QByteArray password {};
    QByteArray hash {};
    /// The password was made here, so nobody knows it unless it is told once.
    bool isGenerated = false;
    /// What the operator should know; without secrets.
    QStringList remarks {};
};

/// Who has none set is this one.
inline constexpr QLatin1StringView defaultUser {"ctuser"};

/// The first of: CT_DASHBOARD_*, CT_LOGS_*, what is stored, a generated password. A pair counts as
/// soon as one half of it is set, and halves of two pairs are never put together: a missing user is
/// `ctuser`, a missing password is generated. Thread: any.
Selection select(
    const CredentialsConfig &config,
    const std::optional<StoredCredentials> &stored,
    RandomSource &random);

/// What is wrong with a pair that is to be stored: "user" or "password", and a sentence. Thread:
/// any.
QList<QPair<QString, QString>> storingFaults(const Pair &pair);
/// The first of these sentences; empty when nothing is wrong. Thread: any.
QString storingFault(const Pair &pair);

/// As settings and people are told: "CT_DASHBOARD_USER and CT_DASHBOARD_PASSWORD", "stored",
/// "generated".
QString originText(Origin origin);

} // namespace ct::server::credentials

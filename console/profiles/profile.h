// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace ct::console::profiles {

/// A server that an administrator keeps, and how to sign in there. Never holds a secret: those
/// are in a SecretStore, under the profile's id.
struct Profile {
    /// Letters and digits; empty until ProfileStore has given one.
    QString id;
    /// What the person calls it.
    QString name;
    /// As api::serverAddress() gives it.
    QUrl url;
    /// Whom to sign in; may be empty.
    QString user;
    /// SHA-256 of the certificate that the person has taken for good; empty: none.
    QByteArray certificateSha256 {};

    bool operator==(const Profile &) const = default;
};

/// What a profile may be made of; whatever is longer was not typed by a person.
inline constexpr qsizetype longestName = 100;
inline constexpr qsizetype longestUser = 200;
inline constexpr qsizetype longestUrl = 2000;
inline constexpr qsizetype mostProfiles = 500;
inline constexpr qsizetype sha256Size = 32;

} // namespace ct::console::profiles

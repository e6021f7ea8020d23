// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/profiles/profile.h"
#include "shared/base/result.h"

#include <QList>

namespace ct::console::profiles {

class ProfileStore;

/// Larger files are refused unread.
inline constexpr qsizetype largestProfileFile = 256LL * 1024;

/// The profiles as a JSON document for other people: names, addresses and users. No secrets, no
/// ids, and no remembered certificates, since whom to trust is decided at each desk.
QByteArray exportedProfiles(const QList<Profile> &profiles);

/// What such a document holds, all of it or nothing. InvalidInput, TooLarge or TooMany with a
/// sentence for people. Fields it does not know, passwords above all, are not looked at.
Result<QList<Profile>> importedProfiles(const QByteArray &document);

/// What came of an import.
struct ImportCount {
    qsizetype added = 0;
    /// The same user at the same address was there.
    qsizetype known = 0;
};

Result<ImportCount> addImported(ProfileStore &store, const QList<Profile> &imported);

} // namespace ct::console::profiles

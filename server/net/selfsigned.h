// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ct::server::net {

struct SelfSigned {
    QString certificateFile;
    QString keyFile;
    /// SHA-256, as "AB:CD:…", for people to compare.
    QByteArray fingerprint;
    /// Made by this call.
    bool isNew = false;
};

/// The self-signed pair in `folder` (selfsigned.crt, selfsigned.key), for localhost, the machine's
/// name and `names` (host names or addresses). ECDSA P-256, 397 days. Made anew when it is missing
/// or unreadable, its key open to others, a name missing, or fewer than 30 days are left.
Result<SelfSigned> ensureSelfSigned(
    const QString &folder, const QStringList &names, const Clock &clock);

} // namespace ct::server::net

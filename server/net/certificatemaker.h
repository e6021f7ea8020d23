// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace ct::server::net {

struct MadePair {
    QByteArray certificate;
    QByteArray key;
};

/// Whether the text may stand in a certificate as a host name or an address.
bool isCertificateName(const QString &name);

/// A self-signed server certificate for the names, each of which is a isCertificateName(), and its
/// new P-256 key, both in PEM. Thread: any.
Result<MadePair> makeSelfSigned(const QStringList &names, WallTime from, std::chrono::hours valid);

} // namespace ct::server::net

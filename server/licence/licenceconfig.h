// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ct::server::licence {

struct LicenceConfig {
    // As they are given; what they are worth is judged, and never keeps the server from starting.
    /// CT_LICENSEE
    QString licensee;
    /// CT_MAXCONNECTIONS
    QString maxConnections;
    /// CT_EXPIRATION
    QString expiration;
    /// CT_LOCATOR
    QString locator;
    /// CT_SIGNATURE
    QString signature;
    /// CT_LICENSE_FILE; empty: the usual places.
    QString file;
};

} // namespace ct::server::licence
